import ArgumentParser
import GraphAnalysis

extension CentralityCommand {
  /// A measure of nodes or of edges.
  enum Measure: ExpressibleByArgument, CaseIterable {
    case nodes(CentralityMeasure)
    case edges(EdgeCentralityMeasure)

    static var allCases: [Measure] {
      CentralityMeasure.allCases.map { .nodes($0) }
        + EdgeCentralityMeasure.allCases.map { .edges($0) }
    }

    static var allValueStrings: [String] { allCases.map(\.name) }

    var name: String {
      switch self {
      case .nodes(let measure): measure.rawValue
      case .edges(let measure): measure.rawValue
      }
    }

    var defaultValueDescription: String { name }

    init?(argument: String) {
      guard let found = Self.allCases.first(where: { $0.name == argument.lowercased() }) else {
        return nil
      }
      self = found
    }
  }

  /// An option that not every measure uses.
  enum MeasureOption: String, CaseIterable {
    case from = "--from"
    case damping = "--damping"
    case katzAlpha = "--katz-alpha"
    case samples = "--samples"
    case seed = "--seed"
    case margin = "--margin"
    case confidence = "--confidence"
    case undirected = "--undirected"
    case unnormalized = "--unnormalized"

    /// Whether a measure uses it; see `CentralityOptions`.
    func isUsed(by measure: Measure) -> Bool {
      switch (self, measure) {
      case (.from, .nodes(.pageRank)), (.damping, .nodes(.pageRank)): true
      case (.katzAlpha, .nodes(.katz)): true
      case (.margin, .nodes(.betweenness)), (.confidence, .nodes(.betweenness)): true
      case (.from, _), (.damping, _), (.katzAlpha, _), (.margin, _), (.confidence, _): false
      case (.samples, .nodes(let measure)), (.seed, .nodes(let measure)):
        [.closeness, .harmonic, .betweenness].contains(measure)
      case (.samples, .edges), (.seed, .edges): true
      // It counts the edges of both directions anyway.
      case (.undirected, .nodes(.degree)): false
      case (.undirected, _): true
      case (.unnormalized, .nodes(let measure)):
        ![.harmonic, .pageRank, .eigenvector, .hubs, .authorities].contains(measure)
      case (.unnormalized, .edges): true
      }
    }
  }
}
