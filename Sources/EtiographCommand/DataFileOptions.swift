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
}
