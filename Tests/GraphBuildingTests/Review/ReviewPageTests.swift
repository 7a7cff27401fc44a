import Foundation
import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct PageOfAReview {
  private func page(_ file: InputFile) throws -> String {
    ReviewPage.html(of: try GraphSources([file]).review(of: file.name))
  }

  /// `RECORD_GOLDEN=1` writes it anew and fails; it was checked with html5lib 1.1 and looked at in
  /// Chromium.
  @Test func isTheGoldenPage() throws {
    let page = try page(reviewed)
    let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Golden/review.html")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(page.utf8).write(to: golden)
      Issue.record("\(golden.lastPathComponent) was written anew: read the diff")
      return
    }
    #expect(try Data(contentsOf: golden) == Data(page.utf8))
  }

  @Test func carriesTheAnchorOfEveryPieceOfEvidenceOnce() throws {
    let review = try GraphSources([reviewed]).review(of: reviewed.name)
    let page = ReviewPage.html(of: review)
    for claim in review.sentences.flatMap(\.claims) {
      #expect(page.components(separatedBy: "id=\"\(claim.id)\"").count == 2)
    }
  }

  @Test func pointsOnlyAtAnchorsThatAreThere() throws {
    let page = try page(reviewed)
    func values(_ name: String) -> [String] {
      page.components(separatedBy: " \(name)=\"").dropFirst().compactMap {
        $0.components(separatedBy: "\"").first
      }
    }
    let anchors = values("id")
    #expect(Set(anchors).count == anchors.count)
    for target in values("href") where target.hasPrefix("#") {
      #expect(anchors.contains(String(target.dropFirst())), "\(target)")
    }
    for target in values("aria-labelledby") { #expect(anchors.contains(target)) }
  }

  @Test func needsNoScriptAndNoNetwork() throws {
    let page = try page(reviewed)
    for word in ["<script", "<link", "<img", "@import", "url(", "src=", " on", "javascript:"] {
      let style = word == " on" ? "onclick" : word
      #expect(!page.contains(style))
    }
  }

  /// Each case by hand from WHATWG HTML, §13.1.2 and §13.1.4.
  @Test(arguments: [
    ("plain", "plain"),
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("\"q\" 'q'", "&quot;q&quot; &#39;q&#39;"),
    ("&amp;", "&amp;amp;"),
    ("</style><script>", "&lt;/style&gt;&lt;script&gt;"),
    ("a\tb\nc", "a\tb\nc"),
    ("a\u{0}b\u{1b}[1mc\r", "a\u{fffd}b\u{fffd}[1mc\u{fffd}"),
    ("\u{85}", "\u{fffd}"),
    ("\u{202e}evil\u{2066}", "\u{fffd}evil\u{fffd}"),
    ("שלום é 日本 🧪", "שלום é 日本 🧪"),
    ("", ""),
  ])
  func escapesText(text: String, escaped: String) {
    #expect(HTMLText.escaped(text) == escaped)
  }

  /// Swift writes no literals of these.
  @Test(arguments: [0xfffe, 0xffff, 0x1fffe, 0x10ffff, 0xfdd0, 0xfdef] as [UInt32])
  func replacesWhatIsNoCharacter(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(HTMLText.escaped(String(Character(scalar))) == "\u{fffd}")
  }

  @Test func letsNoTextOfAnArticleBecomeMarkup() throws {
    let hostile = "<script>alert(1)</script>\"'&\u{0}\u{202e}"
    let file = InputFile(
      name: "a\"><script>.md",
      text: """
        ---
        title: "</title><script>alert(1)</script>"
        authors: ["<b onmouseover=x>"]
        lang: "en\\"><script>"
        url: "javascript:alert(1)"
        condition: "<i>gout"
        ---

        # Causes of <i>gout \\<script>alert(2)\\</script>

        - Beer \\<script>alert(3)\\</script> may cause gout, `\(hostile)` it says.
        - Beer causes gout \\<img src=x onerror=alert(4)>.

        ```
        \(hostile)
        ```

        | a | b |
        | --- | --- |
        | \\<script> | \\"onclick= |

        """)
    let page = try page(file)
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img"))
    #expect(!page.contains("<b onmouseover"))
    #expect(!page.contains("href=\"javascript"))
    #expect(!page.contains("\u{202e}") && !page.contains("\u{0}"))
    #expect(page.contains("&lt;script&gt;alert(3)&lt;/script&gt;"))
  }

  @Test(arguments: [
    "", "\u{0}", "# ", "- - - - - -\n", "# Causes of x\n\n- a\n  - b\n    - c\n      - d\n",
    "[^1]\n\n[^1]: note\n", "| a |\n| - |\n| b |\n",
  ])
  func isAPageForAnyText(text: String) throws {
    let page = try page(InputFile(name: "x.md", text: text))
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.hasSuffix("</html>\n"))
    for tag in ["ul", "li", "p", "div", "span", "section", "main", "dl", "a", "bdi", "b"] {
      let opened =
        page.components(separatedBy: "<\(tag)>").count
        + page.components(separatedBy: "<\(tag) ").count - 1
      #expect(opened == page.components(separatedBy: "</\(tag)>").count, "\(tag)")
    }
  }

  /// WCAG 2.2: 4.5 for text (§1.4.3), 3 for lines (§1.4.11).
  @Test(arguments: [ReviewStyle.light, ReviewStyle.dark])
  func hasContrast(colors: String) throws {
    var luminances: [String: Double] = [:]
    for part in colors.split(separator: ";") {
      let pair = part.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      guard pair.count == 2 else { continue }
      let value = try #require(UInt32(pair[1].dropFirst(), radix: 16))
      func channel(_ shift: UInt32) -> Double {
        let part = Double(value >> shift & 0xff) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      luminances[pair[0].trimmingCharacters(in: .whitespacesAndNewlines)] =
        0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }
    func contrast(_ a: String, _ b: String) throws -> Double {
      let first = try #require(luminances["--\(a)"])
      let second = try #require(luminances["--\(b)"])
      return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }
    for ground in ["page", "raised"] {
      for ink in ["text", "muted", "link"] { #expect(try contrast(ink, ground) >= 4.5) }
      for level in Certainty.allCases { #expect(try contrast(level.name, ground) >= 4.5) }
      #expect(try contrast("focus", ground) >= 3)
    }
    for level in Certainty.allCases {
      #expect(try contrast("text", "\(level.name)-soft") >= 4.5)
      // The number of the sentence and the line under it.
      #expect(try contrast(level.name, "\(level.name)-soft") >= 4.5)
    }
    #expect(try contrast("text", "hedge") >= 4.5)
  }
}
