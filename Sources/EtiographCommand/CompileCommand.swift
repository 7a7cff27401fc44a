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
      wrote it, and has checksums: a damaged, shortened or other version's file is refused. All of \
      it is verified when it is first opened and whenever it has changed since; that it was whole \
      is remembered in the user's cache folder. 'etiograph check -g kg.etg' always verifies it.

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
    writer.remember()
    if !self.graph.quiet {
      Terminal.error.write(
        "wrote \(output): \(graph.nodeCount) concepts, \(graph.edgeCount) statements".printable
          + "\n")
    }
  }
}
