import GraphModel

/// The nodes of one piece of a table.
final class NodePiece: TablePiece, @unchecked Sendable {
  var fieldNames: [UInt32] = []
  let requests = StringRequests()
  let texts = PieceTexts()
  var problems = PieceProblems()
  var lineCount = 0

  @exclusivity(unchecked) var id = Pile<UInt32>()
  @exclusivity(unchecked) var label = Pile<UInt32>()
  @exclusivity(unchecked) var description = Pile<UInt32>()
  @exclusivity(unchecked) var role = Pile<UInt8>()
  /// The lists of the nodes: where those of each row end, and their values.
  @exclusivity(unchecked) var categoryEnd = Pile<UInt32>()
  @exclusivity(unchecked) var categories = Pile<UInt16>()
  @exclusivity(unchecked) var synonyms = RequestLists()
  @exclusivity(unchecked) var abbreviations = RequestLists()
  @exclusivity(unchecked) var exactMatches = RequestLists()
  @exclusivity(unchecked) var closeMatches = RequestLists()
  @exclusivity(unchecked) var fieldEnd = Pile<UInt32>()
  @exclusivity(unchecked) var fields = Pile<EdgePiece.Field>()
  /// The distinct categories of the piece.
  var categoryTable: [Category] = []
  var categoryNumbers: [Category: UInt16] = [:]
  @exclusivity(unchecked) var categoryMemo = ValueMemo()
  @exclusivity(unchecked) var textMemo = RequestMemo()

  var count: Int { id.count }

  /// Lists of requests, packed.
  struct RequestLists: ~Copyable {
    var end = Pile<UInt32>()
    var values = Pile<UInt32>()

    mutating func removeAll() {
      end.truncate(to: 0)
      values.truncate(to: 0)
    }

    func range(_ row: Int) -> Range<Int> {
      (row == 0 ? 0 : Int(end[row - 1]))..<Int(end[row])
    }
  }

  func removeAll() {
    fieldNames.removeAll()
    requests.removeAll()
    texts.removeAll()
    problems.removeAll()
    lineCount = 0
    id.truncate(to: 0)
    label.truncate(to: 0)
    description.truncate(to: 0)
    role.truncate(to: 0)
    categoryEnd.truncate(to: 0)
    categories.truncate(to: 0)
    synonyms.removeAll()
    abbreviations.removeAll()
    exactMatches.removeAll()
    closeMatches.removeAll()
    fieldEnd.truncate(to: 0)
    fields.truncate(to: 0)
    categoryTable.removeAll()
    categoryNumbers.removeAll()
    categoryMemo.removeAll()
    textMemo.removeAll()
  }
}
