public import GraphModel

extension Edge {
  /// What a statement says, with the sentences for it and where they stand, as it is shown below a
  /// claim that it speaks against.
  public var shownAgainst: String {
    let sentences = evidence.filter { $0.stance == .supports && !$0.quote.isEmpty }.map { piece in
      let place = piece.document.map { index in
        " (\(graph[index].name)\(piece.line.map { ", line \($0)" } ?? ""))"
      }
      return "“\(piece.quote)”\(place ?? "")"
    }
    return sentences.isEmpty ? wording : "\(wording): " + sentences.joined(separator: "; ")
  }
}
