import Foundation
import Testing

/// Paths through what things have in common.
@Suite struct SiblingPathTests {
  private let workshop: Workshop

  //   aspirin ──subclass_of──▶ pills ◀──subclass_of── placebo ──causes──▶ relief
  //   pills ──causes──▶ nausea                 pills ──has_member──▶ sugar pill ──causes──▶ joy
  init() throws {
    workshop = try Workshop()
    let edges = [
      (1, "subclass_of", 2), (3, "subclass_of", 2), (3, "causes", 4), (2, "causes", 5),
      (2, "has_member", 6), (6, "causes", 7),
    ].map {
      "{\"subject\": \"X:\($0.0)\", \"predicate\": \"biolink:\($0.1)\", \"object\": \"X:\($0.2)\"}"
    }
    let names = ["aspirin", "pills", "placebo", "relief", "nausea", "sugar pill", "joy"]
    let nodes = names.enumerated().map {
      "{\"id\": \"X:\($0.offset + 1)\", \"name\": \"\($0.element)\"}"
    }
    try workshop.write(
      "{\"nodes\": [\(nodes.joined(separator: ","))], \"edges\": [\(edges.joined(separator: ","))]}",
      to: "graph.json")
  }

  @Test(arguments: ["relief", "placebo", "joy"])
  func aSharedGroupIsNoPath(end: String) throws {
    let run = try workshop.run("paths", "-g", "graph.json", "aspirin", end)
    #expect(run.code == 1)
    #expect(run.text.contains("connected only through groups that they share"))
    let json = try workshop.run(
      "paths", "-g", "graph.json", "aspirin", end, "--output-format", "json")
    #expect((try json.json()["paths"] as? [Any])?.isEmpty == true)
    #expect(try json.json()["absence"] as? String != nil)
  }

  // Up alone and down alone are read as the taxonomy says.
  @Test(arguments: [("aspirin", "nausea"), ("pills", "relief"), ("pills", "joy")])
  func oneWayAlongATaxonomyIsAPath(ends: (String, String)) throws {
    #expect(try workshop.run("paths", "-g", "graph.json", ends.0, ends.1).code == 0)
  }
}
