import GraphBuilding
import GraphModel

/// The files of a graph, each with a name for the graph and the path that the user typed.
///
/// The name of a document becomes a part of what is published, so it must not tell where on this
/// machine the file lies: it is the path below the current folder, or, for a path that leads
/// elsewhere, the path below the folder that was named.
struct GraphFiles {
  private(set) var files: [InputFile] = []
  private var pathOfName: [String: String] = [:]

  /// Reads the paths, the vocabularies, and the bibliographies that the articles name.
  ///
  /// Of a folder that is named as a vocabulary only the vocabularies are read.
  ///
  /// - Throws: every path that cannot be read, at once.
  init(
    at paths: [String], vocabularies: [String] = [], limit: UnpackingLimit = .standard
  ) throws(CommandFailure) {
    var problems: [Diagnostic] = []
    for path in paths {
      do throws(CommandFailure) {
        for found in try Self.files(at: path, limit) {
          add(found.file, path: found.path)
        }
      } catch {
        problems += error.diagnostics
      }
    }
    for path in vocabularies {
      do throws(CommandFailure) {
        let found = try Self.files(at: path, limit).filter {
          InputFormat(of: $0.file).isVocabulary
        }
        for found in found { add(found.file, path: found.path) }
        if found.isEmpty {
          throw CommandFailure(
            "there is no vocabulary in '\(path)'",
            suggestion: "give an ontology (.obo, OBO Graphs .json), an SSSOM .tsv or a .yaml")
        }
      } catch {
        problems += error.diagnostics
      }
    }
    if !problems.isEmpty { throw CommandFailure(DiagnosticError(problems)) }
    addBibliographies()
    addDescriptions()
  }

  /// The files behind a path, with the names that they have in the graph. What is packed or in an
  /// archive is unpacked.
  private static func files(
    at path: String, _ limit: UnpackingLimit
  ) throws(CommandFailure) -> [(file: InputFile, path: String)] {
    let root = nameOfRoot(path)
    let length = path.hasSuffix("/") ? path.count - 1 : path.count
    var files: [(file: InputFile, path: String)] = []
    var problems: [Diagnostic] = []
    for found in try FileAccess.files(at: path) {
      let name = root + found.path.dropFirst(length)
      let file = found.file(named: name.hasPrefix("/") ? String(name.dropFirst()) : name)
      do throws(DiagnosticError) {
        for inside in try file.unpacked(limit: limit) {
          // A file of an archive is named by the archive and itself.
          files.append((inside, found.path + inside.name.dropFirst(file.name.count)))
        }
      } catch {
        problems += error.diagnostics.map { $0.moved(to: found.path) }
      }
    }
    if !problems.isEmpty { throw CommandFailure(DiagnosticError(problems)) }
    return files
  }

  /// The diagnostic with the path that the user typed, for a person to find.
  func located(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let name = diagnostic.location?.file, let path = pathOfName[name] else {
      return diagnostic
    }
    return diagnostic.moved(to: path)
  }

  private mutating func add(_ file: InputFile, path: String) {
    var file = file
    // The same file named twice is read once; another file of the same name gets its path.
    if pathOfName[file.name] == path { return }
    if pathOfName[file.name] != nil { file.name = path }
    if pathOfName[file.name] != nil { return }
    pathOfName[file.name] = path
    files.append(file)
  }

  /// An article that is named alone brings its bibliography with it.
  private mutating func addBibliographies() {
    for file in files where InputFormat(of: file).isArticle {
      for named in file.namedBibliographies where pathOfName[named.name] == nil {
        let path = Self.sibling(named.written, of: pathOfName[file.name] ?? file.name)
        // One that is not there is reported with the place where the article names it.
        guard let found = try? FileAccess.files(at: path), found.count == 1 else { continue }
        add(found[0].file(named: named.name), path: path)
      }
    }
  }

  /// A table of a graph that is named alone brings with it what is said beside it.
  private mutating func addDescriptions() {
    for file in files where InputFormat(of: file).isTable {
      guard let path = pathOfName[file.name], let name = file.nameOfDescription else { continue }
      let beside = Self.sibling(name, of: path)
      let named = Self.sibling(name, of: file.name)
      if pathOfName[named] != nil { continue }
      guard let found = try? FileAccess.files(at: beside), found.count == 1,
        InputFormat(of: found[0].file(named: named)) == .kgxDescription
      else { continue }
      add(found[0].file(named: named), path: beside)
    }
  }

  private static func sibling(_ name: String, of path: String) -> String {
    guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }

  /// `Graph` for `Graph`, `./Graph/` and `/elsewhere/Graph`.
  private static func nameOfRoot(_ path: String) -> String {
    var parts = path.split(separator: "/").filter { $0 != "." }
    let leadsElsewhere = path.hasPrefix("/") || parts.contains("..")
    if leadsElsewhere, let last = parts.last { parts = last == ".." ? [] : [last] }
    return parts.joined(separator: "/")
  }
}

extension Diagnostic {
  /// The diagnostic at the same place of a file that is called otherwise.
  fileprivate func moved(to path: String) -> Diagnostic {
    var diagnostic = self
    diagnostic.location?.file = path
    return diagnostic
  }
}
