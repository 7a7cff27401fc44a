import Foundation
import GraphModel

@testable import GraphBuilding

/// What a curator took from an article of the corpus.
struct GoldGraph: Decodable {
  struct Node: Decodable {
    var label: String
    var kind: String
    var aliases: [String]?
    var optional: Bool?
  }

  struct Edge: Decodable, Hashable {
    var subject: String
    var relation: String
    var object: String
    var optional: Bool?
  }

  struct Pair: Hashable {
    var subject: String
    var object: String
  }

  struct Score {
    var found = 0
    var required = 0
    /// Statements that neither are nor stand for one of the curator's.
    var wrong: [String] = []
  }

  var condition: String
  var nodes: [Node]
  var edges: [Edge]

  /// How many of the curator's statements a reading has, and which of its own are none of them.
  ///
  /// A statement of a group's member stands for its membership; one of a type of the condition, or
  /// of a cause of a cause, may be made of the condition itself. What only goes together may stand
  /// either way round. Denials are left out, as they are in the gold.
  func score(_ reading: ArticleReading) -> Score {
    let names = namesByKey()
    func label(_ mention: Mention) -> String {
      let all = [mention.text] + mention.synonyms + mention.abbreviations
      return all.lazy.compactMap { names[NameKey($0)] }.first ?? "? \(mention.text)"
    }
    var stated: Set<Pair> = []
    for claim in reading.claims where !claim.isNegated {
      let pair = Pair(subject: label(claim.subject), object: label(claim.object))
      if pair.subject == pair.object { continue }
      stated.insert(pair)
      if claim.predicate.directness != .causal {
        stated.insert(Pair(subject: pair.object, object: pair.subject))
      }
    }
    var score = Score()
    var allowed: Set<Pair> = []
    let optional = Set(nodes.filter { $0.optional == true }.map(\.label))
    for edge in edges {
      let forms = alternatives(edge)
      allowed.formUnion(forms)
      if edge.optional == true { continue }
      score.required += 1
      if forms.contains(where: stated.contains) { score.found += 1 }
    }
    for claim in reading.claims where !claim.isNegated {
      let pair = Pair(subject: label(claim.subject), object: label(claim.object))
      let isKnown =
        allowed.contains(pair)
        || claim.predicate.directness != .causal
          && allowed.contains(Pair(subject: pair.object, object: pair.subject))
        || optional.contains(pair.subject) || optional.contains(pair.object)
      if !isKnown, pair.subject != pair.object {
        score.wrong.append("\(pair.subject) > \(pair.object)")
      }
    }
    return score
  }

  private func namesByKey() -> [NameKey: String] {
    var names: [NameKey: String] = [:]
    for node in nodes { names[NameKey(node.label)] = names[NameKey(node.label)] ?? node.label }
    for node in nodes {
      for alias in node.aliases ?? [] {
        names[NameKey(alias)] = names[NameKey(alias)] ?? node.label
      }
    }
    return names
  }

  /// The pairs that state an edge, itself first.
  private func alternatives(_ edge: Edge) -> [Pair] {
    var pairs = [Pair(subject: edge.subject, object: edge.object)]
    func isType(_ label: String) -> Bool {
      nodes.contains { $0.label == label && $0.kind == "subtype" }
    }
    if edge.relation == "is_a" {
      for group in groups(of: edge.subject) {
        pairs.append(Pair(subject: edge.subject, object: group))
        for other in edges where other.relation != "is_a" {
          if other.subject == group {
            pairs.append(Pair(subject: edge.subject, object: other.object))
          }
          if other.object == group {
            pairs.append(Pair(subject: other.subject, object: edge.subject))
          }
        }
      }
      return pairs
    }
    if isType(edge.object) { pairs.append(Pair(subject: edge.subject, object: condition)) }
    if isType(edge.subject) { pairs.append(Pair(subject: condition, object: edge.object)) }
    let causes = ["causes", "risk_factor"]
    if causes.contains(edge.relation),
      edges.contains(where: {
        $0.subject == edge.object && $0.object == condition && causes.contains($0.relation)
      })
    {
      pairs.append(Pair(subject: edge.subject, object: condition))
    }
    return pairs
  }

  private func groups(of member: String) -> [String] {
    var found: [String] = []
    var open = [member]
    while let next = open.popLast() {
      for edge in edges where edge.relation == "is_a" && edge.subject == next {
        if !found.contains(edge.object) {
          found.append(edge.object)
          open.append(edge.object)
        }
      }
    }
    return found
  }
}
