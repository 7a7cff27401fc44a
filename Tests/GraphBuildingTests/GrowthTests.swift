import GraphModel
import Testing

@testable import GraphBuilding

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work grows with the length of a file and not with its square: four times the text takes about
/// four times the time of the processor that this thread uses, whatever else the machine does.
/// Twice that is let pass; its square would be sixteen times.
@Suite(.serialized) struct GrowthTests {
  struct Shape: CustomTestStringConvertible, Sendable {
    var name: String
    var ending: String
    var text: @Sendable (Int) -> String
    var testDescription: String { "\(name).\(ending)" }

    init(_ name: String, _ ending: String, _ text: @escaping @Sendable (Int) -> String) {
      self.name = name
      self.ending = ending
      self.text = text
    }

    /// A beginning, and a piece as often as it is asked for.
    init(_ name: String, _ ending: String, _ head: String, _ piece: String, _ rate: Int = 1) {
      self.init(name, ending) { head + String(repeating: piece, count: $0 * rate) }
    }
  }

  private static let page = "<html><body><h1>Causes of gout</h1>"

  static let shapes: [Shape] = [
    Shape("items", "md") { count in
      "# Causes of gout\n\n" + (0..<count).map { "- item \($0)\n" }.joined()
    },
    Shape("items", "html") { count in
      page + "<ul>" + (0..<count).map { "<li>item \($0)" }.joined()
    },
    Shape("items", "txt") { count in
      "Causes of gout\n\n" + (0..<count).map { "- item \($0)\n" }.joined()
    },
    Shape("claims", "md") { count in
      "# Causes of gout\n\n" + (0..<count).map { "- Thing \($0) may cause gout.\n" }.joined()
    },
    Shape("headings", "md", "# Causes of gout\n\n", "## Beer\n\nIt is.\n\n"),
    Shape("headings of causes", "md", "# Gout\n\n", "## Causes of gout\n\n"),
    Shape("nested tags", "html", page, "<div><i><b>"),
    Shape("nested lists", "html", page, "<ul><li>x"),
    Shape("nested quotes", "md") {
      "# Causes of gout\n\n" + String(repeating: ">", count: $0) + " x"
    },
    Shape("nested items", "md") {
      "# Causes of gout\n\n" + String(repeating: "- ", count: $0) + "x"
    },
    Shape("brackets", "md", "# Causes of gout\n\n", "[", 20),
    Shape("links that do not end", "md", "# Causes of gout\n\n", "[a](", 4),
    Shape("emphasis", "md", "# Causes of gout\n\n", "*a **b ", 4),
    Shape("marks", "md", "# Causes of gout\n\n", "**_", 8),
    Shape("backticks", "md", "# Causes of gout\n\n", "`a ``b ", 4),
    Shape("entities", "md", "# Causes of gout\n\n", "&amp;&#x41;&nope; ", 2),
    Shape("entities", "html", page, "&amp;&#x41;&nope; ", 2),
    Shape("hard breaks", "md", "# Causes of gout\n\n", "beer  \n"),
    Shape("bullets", "md", "# Causes of gout\n\n", "• beer\n"),
    Shape("breaks", "html", page + "<p>", "beer<br>"),
    Shape("links", "html", page + "<p>", "<a href=\"#x\">beer</a> "),
    Shape("parts in HTML", "md", "# Causes of gout\n\n", "<div>x</div>\n\n"),
    Shape("rows", "md", "# Causes of gout\n\n|a|b|\n|-|-|\n", "|beer|wine|\n"),
    Shape("columns", "html", page + "<table><tr>", "<td>beer"),
    Shape("NUL", "txt", "Causes of gout\n\n", "Be\0er causes gout. "),
    Shape("right to left", "txt", "Causes of gout\n\n", "\u{202e}الصداع يسبب\u{202c} gout. "),
    Shape("long words", "md") { count in
      "# Causes of gout\n\n" + String(repeating: "x", count: count * 20) + " causes gout."
    },
    Shape("one sentence", "txt", "Causes of gout\n\n", "Beer may cause gout and other things, "),
    Shape("one line", "md", "# Causes of gout\n\n", "beer ", 4),
    Shape("blank lines", "md", "# Causes of gout\n\n", "\n", 40),
    Shape("spaces", "md") {
      "# Causes of gout\n\nBeer" + String(repeating: " ", count: $0 * 40) + "x"
    },
    Shape("citations", "md") { count in
      "# Causes of gout\n\n" + (0..<count).map { "Beer causes gout [@k\($0)]. " }.joined()
    },
    Shape("footnotes", "md") { count in
      "# Causes of gout\n\n" + (0..<count).map { "Beer causes gout.[^\($0)] " }.joined() + "\n\n"
        + (0..<count).map { "[^\($0)]: Roe 2015.\n" }.joined()
    },
    Shape("front matter", "md") { count in
      "---\ncondition: gout\n" + (0..<count).map { "key\($0): value\n" }.joined() + "---\nBeer.\n"
    },
    Shape("front matter without an end", "md", "---\ntitle: gout\n", "k: v\n", 2),
    Shape("accents", "md") { count in
      "# Causes of gout\n\n" + (0..<count).map { "- ménière \($0) é\n" }.joined()
    },
    Shape("contents", "md") { count in
      "# Gout\n\n" + (0..<count).map { "- Part \($0)\n" }.joined() + "\n"
        + (0..<count).map { "## Part \($0)\n\nText.\n\n" }.joined()
    },
  ]

  @Test(arguments: shapes)
  func timeGrowsWithLength(shape: Shape) {
    let count = 400
    let short = InputFile(name: "a.\(shape.ending)", text: shape.text(count))
    let long = InputFile(name: "a.\(shape.ending)", text: shape.text(4 * count))
    read(short)
    var ratio = Double.infinity
    // A pause of the machine may fall on one side: the best of a few counts.
    for _ in 0..<5 where ratio > 8 {
      let little = (0..<2).reduce(0.0) { sum, _ in sum + seconds { read(short) } }
      ratio = min(ratio, 2 * seconds { read(long) } / max(little, 1e-4))
    }
    #expect(ratio <= 8, "four times the text takes \(ratio) times the time")
  }

  private func read(_ file: InputFile) {
    guard let review = try? GraphSources([file]).review(of: file.name) else { return }
    _ = ReviewPage.html(of: review)
  }

  /// The time of the processor that some work takes on this thread.
  private func seconds(_ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    let start = now()
    work()
    return now() - start
  }
}
