/// What etiograph's own terms mean: they are described in every document that uses them, since
/// their namespace is an example domain's and cannot be looked up.
enum LinkedDataTerms {
  private static let definitions: [(name: String, label: String, comment: String)] = [
    ("abbreviation", "abbreviation", "A short form of the concept's name."),
    (
      "certainty", "certainty",
      "How firmly a statement is made, from the author's own words: established, probable, "
        + "possible or speculative."
    ),
    ("citationKey", "citation key", "The key or number by which the documents cite the work."),
    (
      "contradictedBy", "contradicted by",
      "A statement about the same two concepts that denies this one or says the opposite of it."
    ),
    (
      "counterEvidence", "counter-evidence",
      "A sentence that speaks against the statement of this association."
    ),
    (
      "directness", "directness",
      "Whether the predicate is causal, associational or hierarchical."
    ),
    ("fileName", "file name", "The name of the file that a document was read from."),
    (
      "hedge", "hedge", "The words with which the author hedged the statement, verbatim."
    ),
    (
      "inferredReference", "inferred reference",
      "A work whose title names what the sentence says; the author did not cite it there."
    ),
    ("line", "line", "The line of the file on which the quotation begins, counted from 1."),
    (
      "polarity", "polarity",
      "Which way the object goes when the subject goes up: increases, decreases or unknown."
    ),
    (
      "role", "role",
      "The part that the documents give the concept: condition, cause, protective factor, symptom "
        + "or disease."
    ),
    (
      "scope", "scope",
      "Whether the sentence itself names both ends of the statement, or one is named only by its "
        + "heading: sentence or heading."
    ),
    ("section", "section", "The heading that the sentence stands under."),
    (
      "stance", "stance",
      "Whether the sentence speaks for the statement or against it: supports or contradicts."
    ),
  ]

  /// One record for each term, in alphabetical order.
  static let records: [JSONObject] = definitions.map {
    [
      "id": .string("etio:\($0.name)"), "type": "rdf:Property", "label": .string($0.label),
      "comment": .string($0.comment),
    ]
  }
}
