import GraphModel

@testable import GraphBuilding

/// What a text under a heading states: `cause > effect`, `a ~ b` for what only goes with it, denials
/// with `not`, members of a group with `<`, separated by semicolons; "-" for nothing.
func statedText(_ topic: String, _ heading: String, _ text: String) -> String {
  let title = heading.isEmpty ? "" : "## \(heading)\n\n"
  let reading = read("---\ncondition: \(topic)\n---\n\n\(title)\(text)\n")
  let lines = reading.claims.map { claim in
    let sign =
      switch claim.predicate.directness {
      case .hierarchical: "<"
      case .associational: "~"
      default: ">"
      }
    return "\(claim.isNegated ? "not " : "")\(claim.subject.text) \(sign) \(claim.object.text)"
  }
  return lines.isEmpty ? "-" : lines.joined(separator: "; ")
}
