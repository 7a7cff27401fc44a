/// How firmly a statement is made, from the author's own words.
///
/// The four levels are ordered: `speculative < possible < probable < established`.
public enum Certainty: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  /// "some authors speculate", "it is not known whether".
  case speculative = 1
  /// "may", "might", "could", "some studies suggest", "a potential association".
  case possible = 2
  /// "has been linked to", "growing evidence", "is thought to".
  case probable = 3
  /// Said flatly: "causes", "is a major contributor to", "often shows up as".
  case established = 4

  /// The name used in every file format.
  public var name: String {
    switch self {
    case .speculative: "speculative"
    case .possible: "possible"
    case .probable: "probable"
    case .established: "established"
    }
  }

  /// A value from its parts.
  public init?(name: some StringProtocol) {
    guard let found = Self.allCases.first(where: { $0.name == name.lowercased() }) else {
      return nil
    }
    self = found
  }

  /// The degree of belief that one source at this level gives a statement, in (0, 1).
  ///
  /// Established .9, probable .7, possible .4, speculative .2: a convention of etiograph, chosen
  /// so that a chain of two probable statements (.49) ranks above one possible statement (.4),
  /// and one possible statement above a chain of three probable ones (.34).
  public var score: Double {
    switch self {
    case .speculative: 0.2
    case .possible: 0.4
    case .probable: 0.7
    case .established: 0.9
    }
  }

  /// The order of the values.
  public static func < (a: Certainty, b: Certainty) -> Bool { a.rawValue < b.rawValue }
}

/// Biolink `knowledge_level`: how the knowledge of a statement was come by.
public enum KnowledgeLevel: UInt8, Sendable, Hashable, CaseIterable {
  case knowledgeAssertion = 1
  case logicalEntailment, prediction, statisticalAssociation, observation, notProvided

  /// The value that Biolink and KGX write.
  public var name: String {
    switch self {
    case .knowledgeAssertion: "knowledge_assertion"
    case .logicalEntailment: "logical_entailment"
    case .prediction: "prediction"
    case .statisticalAssociation: "statistical_association"
    case .observation: "observation"
    case .notProvided: "not_provided"
    }
  }

  /// A value from its parts.
  public init?(name: some StringProtocol) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// The certainty that is assumed of a data file's edge that states none.
  ///
  /// `nil` for `not_provided`: nothing is assumed.
  public var impliedCertainty: Certainty? {
    switch self {
    case .knowledgeAssertion, .logicalEntailment: .established
    case .statisticalAssociation, .observation: .probable
    case .prediction: .possible
    case .notProvided: nil
    }
  }
}

/// Biolink `agent_type`: who or what made a statement.
public enum AgentType: UInt8, Sendable, Hashable, CaseIterable {
  case manualAgent = 1
  case automatedAgent, dataAnalysisPipeline, computationalModel, textMiningAgent
  case imageProcessingAgent, manualValidationOfAutomatedAgent, notProvided

  /// The value that Biolink and KGX write.
  public var name: String {
    switch self {
    case .manualAgent: "manual_agent"
    case .automatedAgent: "automated_agent"
    case .dataAnalysisPipeline: "data_analysis_pipeline"
    case .computationalModel: "computational_model"
    case .textMiningAgent: "text_mining_agent"
    case .imageProcessingAgent: "image_processing_agent"
    case .manualValidationOfAutomatedAgent: "manual_validation_of_automated_agent"
    case .notProvided: "not_provided"
    }
  }

  /// A value from its parts.
  public init?(name: some StringProtocol) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}
