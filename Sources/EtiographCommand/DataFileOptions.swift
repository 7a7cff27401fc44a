import ArgumentParser
import GraphBuilding

/// The options that say how data files are read.
struct DataFileOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Refuse a data file with a broken row, instead of leaving the row out.",
      discussion: "All broken rows are told. 'check --strict' ends with 1 for warnings, too."))
  var strict = false

  @Option(
    name: .customLong("column"), parsing: .singleValue,
    help: ArgumentHelp(
      "Which column of a list of edges holds a field, as in subject=gene (repeatable).",
      discussion: "Fields: \(EdgeListColumns.fields.joined(separator: ", ")). What is not given is "
        + "recognised: source and target, from and to, head and tail, :START_ID and :END_ID.",
      valueName: "field=column"))
  var columns: [String] = []

  @Option(
    name: .customLong("unpacked-limit"),
    help: ArgumentHelp(
      "The most that one packed file (.gz, .zst, .tar.gz) may unpack to, in GiB.",
      discussion: "Without it, 64 GiB, and 250 times the size of the file where that is over "
        + "256 MiB.",
      valueName: "gib"))
  var unpackedLimit: Int?

  /// How much a packed file may unpack to.
  func limit() throws(CommandFailure) -> UnpackingLimit {
    guard let unpackedLimit else { return .standard }
    guard (1...1 << 20).contains(unpackedLimit) else {
      throw CommandFailure(
        "--unpacked-limit \(unpackedLimit) is no size in GiB", suggestion: "give one such as 100")
    }
    return UnpackingLimit(bytes: unpackedLimit << 30)
  }

  /// Which columns of lists of edges hold what.
  func edgeColumns() throws(CommandFailure) -> EdgeListColumns {
    var columnOfField: [String: String] = [:]
    for text in columns {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex,
        text.index(after: sign) != text.endIndex
      else {
        throw CommandFailure(
          "--column '\(text)' is not a field and a column",
          suggestion: "give both, as in --column subject=gene")
      }
      let field = String(text[..<sign])
      guard EdgeListColumns.fields.contains(field) else {
        throw CommandFailure(
          "--column '\(text)': an edge has no field '\(field)'",
          suggestion: "give one of \(EdgeListColumns.fields.joined(separator: ", "))")
      }
      guard
        columnOfField.updateValue(String(text[text.index(after: sign)...]), forKey: field) == nil
      else {
        throw CommandFailure(
          "--column names two columns for '\(field)'", suggestion: "leave one of them out")
      }
    }
    return EdgeListColumns(columnOfField)
  }
}
