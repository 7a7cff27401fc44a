/// Rows in aligned columns, for a terminal, or as tab-separated values.
struct TextTable {
  /// How a column is set.
  enum Alignment { case left, right }

  private var header: [String]
  private var alignments: [Alignment]
  private var rows: [[String]] = []

  init(_ columns: [(name: String, alignment: Alignment)]) {
    header = columns.map(\.name)
    alignments = columns.map(\.alignment)
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// Aligned columns, two spaces apart, with a dim header where the terminal has colour.
  func text(for terminal: Terminal) -> String {
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].printable.count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        let cell = cell.printable
        let space = String(repeating: " ", count: max(0, widths[column] - cell.count))
        return alignments[column] == .right ? space + cell : cell + space
      }
      var text = padded.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
    var lines = [terminal.styled(line(header), .dim)]
    lines += rows.map(line)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Tab-separated values with a header; a tab or line break in a cell becomes a space.
  var tsv: String {
    ([header] + rows).map { cells in
      cells.map(\.printable).joined(separator: "\t") + "\n"
    }.joined()
  }
}
