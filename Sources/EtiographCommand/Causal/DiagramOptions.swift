import ArgumentParser
import GraphAnalysis
import GraphModel

/// The options that make a causal diagram of a graph, and the two ends of a question to it.
struct DiagramOptions: ParsableArguments {
  @OptionGroup var graph: GraphOptions

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "No data tell of this concept: nothing can be conditioned on it (repeatable).",
      valueName: "concept"))
  var unobserved: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take only statements at least this certain: speculative, possible, probable, established.",
      valueName: "certainty"))
  var minCertainty: Certainty?

  /// A diagram and the concepts of a question.
  struct Question {
    var diagram: CausalDiagram
    var nodes: [Node]
  }

  /// Reads the graph and finds the concepts that `names` name.
  func question(_ names: [String]) throws(CommandFailure) -> Question {
    let graph = try self.graph.load()
    let nodes = try ConceptNames(graph).nodes(named: names + unobserved)
    let diagram = CausalDiagram(
      graph, filter: EdgeFilter(minimumCertainty: minCertainty),
      unobserved: Set(nodes[names.count...].map(\.index)))
    return Question(diagram: diagram, nodes: Array(nodes[..<names.count]))
  }
}

extension DiagramOptions.Question {
  /// The answer, or the reason why there is none, with concepts by name.
  func ask<Report>(
    _ body: (CausalDiagram) throws(CausalError) -> Report
  ) throws(CommandFailure) -> Report {
    do throws(CausalError) {
      return try body(diagram)
    } catch {
      var suggestion: String?
      if case .cyclic = error {
        suggestion = "leave out the weaker statements with --min-certainty, or mend the documents"
      }
      throw CommandFailure(error.message(in: diagram.graph), suggestion: suggestion)
    }
  }
}
