import GraphModel

/// A column of a KGX table, which is a member of the objects of JSON Lines.
struct KGXColumn: Sendable {
  /// What the values of the column are.
  enum Kind: Sendable {
    case text
    /// Several texts.
    case list
    /// `true`, or nothing.
    case truth
    /// JSON.
    case nested
    /// A field that the model has no name for: one text, or several.
    case attribute
  }

  var name: String
  var kind: Kind
  /// The column of an attribute whose own name would be read as something else: the column of that
  /// name, which must be there where this one has a value.
  var companion: Int?

  init(_ name: String, _ kind: Kind = .text) {
    self.name = name
    self.kind = kind
  }
}

/// The columns of a graph's table of nodes or of edges: those of KGX first, then those of the
/// attributes, sorted by name.
///
/// The columns without which KGX takes no table are always there, the others where a row has a
/// value for them.
struct KGXColumns: Sendable {
  private(set) var all: [KGXColumn]
  /// The column of each field of KGX, by its place among ``all`` fields; nil where it is left out.
  private var numbers: [Int?]
  /// The column of an attribute, by the string that its key is.
  private(set) var ofKey: [StringIndex: Int] = [:]

  /// - Parameters:
  ///   - fields: the fields of KGX that are written, nil for those that are not.
  ///   - keys: the names of the attributes.
  init(fields: [KGXColumn?], keys: Set<StringIndex>, names: KGXNames, strings: StringArena) {
    all = []
    numbers = []
    for field in fields {
      numbers.append(field == nil ? nil : all.count)
      if let field { all.append(field) }
    }
    var numberOfName: [String: Int] = [:]
    for (number, column) in all.enumerated() { numberOfName[column.name] = number }
    let named = keys.map { (key: $0, name: strings[$0]) }
    // Beside an escaped name its own must stand, too: only then is it read as escaped.
    var wanted = Set<String>()
    for (_, name) in named {
      let written = names.written(name)
      wanted.insert(written)
      if written != name { wanted.insert(name) }
    }
    for name in wanted.sorted(by: Self.precedes) where numberOfName[name] == nil {
      numberOfName[name] = all.count
      all.append(KGXColumn(name, .attribute))
    }
    for (key, name) in named {
      let written = names.written(name)
      guard let number = numberOfName[written] else { continue }
      ofKey[key] = number
      if written != name { all[number].companion = numberOfName[name] }
    }
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  /// The column of a field, by its place in the list of fields.
  subscript(field: some RawRepresentable<Int>) -> Int? { numbers[field.rawValue] }
}
