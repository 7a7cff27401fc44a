import ArgumentParser
import GraphModel

/// `etiograph compile`: a graph as one file that opens at once.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Write a graph as one file that opens at once.",
    discussion: """
      Reads the graph as every command does, and writes its columns, the index of its names and \
      who is next to whom to one file (.etg). Every command takes the file with -g in the graph's \
      place, and opens it without reading documents or tables again. The file says which version \
      wrote it, and every 16 KiB of it have a checksum: a shortened or other version's file is \
      refused, and of a long one each part is verified before it is read, so that damage ends the \
      command with an error and never gives an answer. 'etiograph check -g kg.etg' verifies all of it.

        etiograph compile -g kg/ -o kg.etg
        etiograph paths -g kg.etg Stress "Crohn's disease"
      """)

  @OptionGroup var graph: GraphOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, by custom NAME.etg.", valueName: "file"),
    completion: .file())
  var output: String

  func run() throws {
    let graph = try self.graph.load()
    let writer = try FileWriter(replacing: output)
    do throws(CommandFailure) {
      try Snapshot.write(graph) { (bytes) throws(CommandFailure) in try writer.write(bytes) }
      try writer.finish()
    } catch {
      writer.abandon()
      throw error
    }
    if !self.graph.quiet {
      Terminal.error.write(
        "wrote \(output): \(graph.nodeCount) concepts, \(graph.edgeCount) statements".printable
          + "\n")
    }
  }
}
