import ArgumentParser
import GraphExport

/// Ranked concepts or statements as text, JSON and a table.
struct CentralityPrinter {
  let answer: CentralityAnswer
  /// The name of the measure.
  let measure: String
  /// What the random sample started from.
  let seed: UInt64

  /// Prints the answer, and how sure it is; ends with 3 where it is not whole.
  func print(as format: OutputFormat) throws {
    switch format {
    case .json: Answer.write(json: json)
    case .text, .tsv: Answer.write(table(isExact: format == .tsv), as: format)
    }
    if let estimate = answer.estimate {
      let reach = estimate.margin.map {
        "; with \(percent(estimate.confidence)) % certainty every value is within "
          + "\(Answer.number($0, decimals: 6)) of the exact one"
      }
      Answer.note("estimated from \(estimate.from), drawn with seed \(seed)" + (reach ?? ""))
    }
    if let shortfall = answer.shortfall {
      try Answer.stop(shortfall)
    }
  }

  private func percent(_ share: Double) -> String {
    var text = Answer.number(share * 100, decimals: 4)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private var json: JSONValue {
    let scores = answer.rows.map { row in
      JSONValue.object([
        ("id", .string(row.id)), ("label", .string(row.label)), ("score", .double(row.score)),
      ])
    }
    var fields: [(String, JSONValue)] = [
      ("measure", .string(measure)), ("scores", .array(scores)),
    ]
    if let estimate = answer.estimate {
      var known: [(String, JSONValue)] = [("samples", .int(estimate.samples))]
      if let margin = estimate.margin {
        known += [("margin", .double(margin)), ("confidence", .double(estimate.confidence))]
      }
      fields.append(("estimate", .object(known)))
    }
    if answer.shortfall != nil { fields.append(("stopped", .bool(true))) }
    return .object(fields)
  }

  private func table(isExact: Bool) -> TextTable {
    var table = TextTable([
      ("rank", .right), (answer.isOfEdges ? "statement" : "concept", .left), (measure, .right),
      ("id", .left),
    ])
    for (rank, row) in answer.rows.enumerated() {
      let score = isExact ? "\(row.score)" : Answer.number(row.score, decimals: 6)
      table.add(["\(rank + 1)", row.label, score, row.id])
    }
    return table
  }
}
