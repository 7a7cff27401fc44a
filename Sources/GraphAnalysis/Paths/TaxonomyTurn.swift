import GraphModel

extension GraphPath {
  /// Whether the path goes up a taxonomy and down again, or down and up, in hops that follow one
  /// another: from a member to its group and on to another member, or from a group to a member and
  /// on to another of its groups.
  ///
  /// Such hops join whatever shares a group, and no statement says anything of one and the other:
  /// that colds and cancer are both diseases leads from neither to the other. Going up alone (a
  /// drug, its class, what the class does) or down alone is no turn. Parts and members count like
  /// kinds; `has_part`, `has_member` and `superclass_of` read downwards.
  ///
  /// - Complexity: O(length).
  public var turnsInTaxonomy: Bool {
    var last: Bool?
    for step in steps {
      guard step.edge.directness == .hierarchical else {
        last = nil
        continue
      }
      let goesUp = step.edge.predicate.readsDownwards == step.isReversed
      if let last, last != goesUp { return true }
      last = goesUp
    }
    return false
  }
}

extension Predicate {
  /// Whether the object is a kind, a part or a member of the subject.
  var readsDownwards: Bool {
    ["superclass_of", "has_part", "has_member"].contains(localName)
  }
}
