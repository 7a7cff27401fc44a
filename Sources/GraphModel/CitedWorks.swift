/// The cited works of a graph, in canonical order, each made when it is asked for.
public struct CitedWorks: RandomAccessCollection, Sendable {
  let storage: KnowledgeGraph.Storage

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of works.
  public var endIndex: Int { storage.references.count }
  /// The work in this row.
  public subscript(position: Int) -> Reference {
    storage.references.reference(at: position, strings: storage.strings)
  }
}

extension CitedWorks: Equatable {
  /// Whether both hold the same works in the same order.
  public static func == (a: CitedWorks, b: CitedWorks) -> Bool { a.elementsEqual(b) }
}
