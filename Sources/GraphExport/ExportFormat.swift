/// A format that a graph can be written in: its name, file extension, media type and IRI.
public enum ExportFormat: String, Sendable, CaseIterable {
  case dot
  case svg
  case png
  case pdf
  case jsonld
  case kgxJSON = "kgx-json"
  case kgxTSV = "kgx-tsv"
  case kgxJSONLines = "kgx-jsonl"

  /// The name on the command line.
  public var name: String { rawValue }

  /// The extension of a file of this format, without the dot.
  public var fileExtension: String {
    switch self {
    case .dot: "dot"
    case .svg: "svg"
    case .png: "png"
    case .pdf: "pdf"
    case .jsonld: "jsonld"
    case .kgxJSON: "kgx.json"
    case .kgxTSV: "tsv"
    case .kgxJSONLines: "jsonl"
    }
  }

  /// The media type, registered with IANA where there is one.
  public var mediaType: String {
    switch self {
    case .dot: "text/vnd.graphviz"
    case .svg: "image/svg+xml"
    case .png: "image/png"
    case .pdf: "application/pdf"
    case .jsonld: "application/ld+json"
    case .kgxJSON: "application/json"
    case .kgxTSV: "text/tab-separated-values"
    case .kgxJSONLines: "application/jsonl"
    }
  }

  /// Whether a graph in this format is a pair of files, of its nodes and of its edges.
  public var isPair: Bool { self == .kgxTSV || self == .kgxJSONLines }

  /// The IRI that names the format, from the W3C's list of unique IRIs for file formats where it
  /// is there, else its specification's address.
  public var iri: String {
    switch self {
    case .dot: "https://graphviz.org/doc/info/lang.html"
    case .svg: "http://www.w3.org/TR/SVG2/"
    case .png: "http://www.w3.org/TR/png/"
    case .pdf: "https://www.iso.org/standard/75839.html"
    case .jsonld: "http://www.w3.org/ns/formats/JSON-LD"
    case .kgxJSON, .kgxTSV, .kgxJSONLines:
      "https://github.com/biolink/kgx/blob/master/specification/kgx-format.md"
    }
  }

  /// The format of a file name, by its extension.
  public init?(fileName: String) {
    let name = fileName.lowercased()
    guard let found = Self.allCases.first(where: { name.hasSuffix(".\($0.fileExtension)") }) else {
      return nil
    }
    self = found
  }
}

/// A file that an exporter made.
public struct ExportedFile: Sendable, Hashable {
  /// What the bytes are.
  public var format: ExportFormat
  /// The whole file.
  public var bytes: [UInt8]

  /// A file of this format.
  public init(format: ExportFormat, bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
  }
}
