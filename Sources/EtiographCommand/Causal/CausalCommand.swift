import ArgumentParser

/// `etiograph causal`: questions to the graph as a causal diagram.
struct CausalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "causal",
    abstract: "Ask the graph as a causal diagram: what to adjust for, what separates, instruments.",
    discussion: """
      Causal statements become arrows; associations, taxonomy and denied statements do not. The \
      answers hold for the diagram: a common cause that no document names is missing from it, and \
      an arrow may rest on a sentence that only supposes it ('--min-certainty' leaves such out). \
      Cycles among the causes in question prevent an answer and are named.

        etiograph causal adjust stress depression
        etiograph causal separate stress "joint pain" --given "intestinal permeability"
        etiograph causal instruments stress depression --unobserved diet
      """,
    subcommands: [AdjustCommand.self, SeparateCommand.self, InstrumentsCommand.self])
}
