import Foundation
import Testing

@Suite struct DiffCommandTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(Workshop.kgx, to: "old.json")
    try workshop.write(
      Workshop.kgx.replacing("\"negated\": true", with: "\"negated\": false")
        .replacing("\"name\": \"coffee\"", with: "\"name\": \"espresso\"")
        .replacing("\"knowledge_level\": \"statistical_association\"", with: "\"x\": \"y\"")
        .replacing("{\"id\": \"X:6\", \"name\": \"drowsiness\"}, ", with: "")
        .replacing(
          "{\"id\": \"e5\", \"subject\": \"X:6\"", with: "{\"id\": \"e5\", \"subject\": \"X:5\""),
      to: "new.json")
  }

  @Test func theSameGraphEndsWithZero() throws {
    let run = try workshop.run("diff", "old.json", "old.json")
    #expect(run.code == 0 && run.text == "No difference.\n")
  }

  @Test func differencesAreToldAndEndWithOne() throws {
    let run = try workshop.run("diff", "old.json", "new.json")
    #expect(run.code == 1)
    #expect(run.errors.isEmpty)
    #expect(
      run.text == """
        Concepts: 0 added, 1 removed, 1 changed
        Statements: 1 added, 1 removed, 2 changed

        - drowsiness  (X:6)
        ~ espresso  (X:5)
            label: coffee → espresso

        - drowsiness is a kind of fatigue  (certainty not stated)
        + espresso is a kind of fatigue  (certainty not stated)
        ~ fatigue is associated with low mood  (certainty not stated)
            certainty: probable → not stated
            + x: y
        ~ noise causes low mood  (certainty not stated)
            denied: yes → no

        """)
  }

  @Test func theTableHasARowForEveryDifference() throws {
    let run = try workshop.run("diff", "old.json", "new.json", "--output-format", "tsv")
    let rows = run.text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(rows.count == 8)
    #expect(
      rows.dropFirst().map { $0[1] } == [
        "removed", "changed", "removed", "added", "changed", "changed", "changed",
      ])
  }

  @Test func theJSONContractHolds() throws {
    let answer = try workshop.run("diff", "old.json", "new.json", "--output-format", "json").json()
    #expect(answer["same"] as? Bool == false)
    let statements = try #require(answer["statements"] as? [String: [[String: Any]]])
    #expect(statements["added"]?.count == 1 && statements["removed"]?.count == 1)
    let changes = try #require(statements["changed"]?.last?["changes"] as? [[String: Any]])
    #expect(changes.first?["field"] as? String == "denied")
    #expect(changes.first?["removed"] as? [String] == ["yes"])
  }

  @Test func aGraphThatIsNotThereIsABadInput() throws {
    #expect(try workshop.run("diff", "old.json", "none.json").code == 2)
    #expect(try workshop.run("diff", "old.json").code == 2)
    #expect(try workshop.run("diff", "-", "-").code == 2)
  }

  @Test func oneGraphMayComeFromStandardInput() throws {
    let run = try workshop.run("diff", "old.json", "-", input: Workshop.kgx)
    #expect(run.code == 0, "\(run.errors)")
  }
}
