import GraphAnalysis
import GraphExport
import GraphModel

/// A comparison of two graphs as text, JSON and a table.
struct DiffPrinter {
  private let comparison: GraphComparison

  init(_ comparison: GraphComparison) { self.comparison = comparison }

  // MARK: Text

  func text(for terminal: Terminal) -> String {
    if comparison.isEmpty { return "No difference.\n" }
    var text =
      terminal.styled("Concepts: ", .bold)
      + counts(
        comparison.addedConcepts.count, comparison.removedConcepts.count,
        comparison.changedConcepts.count)
    text +=
      terminal.styled("Statements: ", .bold)
      + counts(
        comparison.addedStatements.count, comparison.removedStatements.count,
        comparison.changedStatements.count)
    var parts: [String] = []
    parts += comparison.removedConcepts.map { line("-", name(of: $0), terminal) }
    parts += comparison.addedConcepts.map { line("+", name(of: $0), terminal) }
    parts += comparison.changedConcepts.map { change in
      line("~", name(of: change.new), terminal) + details(change.changes, terminal)
    }
    if !parts.isEmpty { text += "\n" + parts.joined() }
    parts = comparison.removedStatements.map { line("-", sentence(of: $0), terminal) }
    parts += comparison.addedStatements.map { line("+", sentence(of: $0), terminal) }
    parts += comparison.changedStatements.map { change in
      line("~", sentence(of: change.new), terminal) + details(change.changes, terminal)
    }
    if !parts.isEmpty { text += "\n" + parts.joined() }
    return text
  }

  private func counts(_ added: Int, _ removed: Int, _ changed: Int) -> String {
    "\(added) added, \(removed) removed, \(changed) changed\n"
  }

  private func name(of node: Node) -> String { "\(node.label)  (\(node.id))" }

  private func sentence(of edge: Edge) -> String {
    "\(edge.wording)  (\(edge.certainty?.name ?? "certainty not stated"))"
  }

  private func line(_ sign: String, _ text: String, _ terminal: Terminal) -> String {
    let style: Terminal.Style = sign == "+" ? .green : sign == "-" ? .red : .yellow
    return terminal.styled(sign, style) + " " + text.printable + "\n"
  }

  /// One value each: `certainty: possible → probable`; several: a line for each.
  private func details(_ changes: [GraphComparison.Change], _ terminal: Terminal) -> String {
    changes.map { change in
      if change.isScalar, let old = change.removed.first, let new = change.added.first {
        return "    \(change.field): \(old.printable) → \(new.printable)\n"
      }
      func lines(_ sign: String, _ values: [String]) -> String {
        values.map { value in
          "\(change.field): \(value)".wrapped(width: terminal.width, indent: "      ")
        }.map { "    \(sign) \($0.dropFirst(6))\n" }.joined()
      }
      return lines("-", change.removed) + lines("+", change.added)
    }.joined()
  }

  // MARK: JSON

  var json: JSONValue {
    .object([
      ("same", .bool(comparison.isEmpty)),
      (
        "concepts",
        .object([
          ("added", .array(comparison.addedConcepts.map { json($0) })),
          ("removed", .array(comparison.removedConcepts.map { json($0) })),
          (
            "changed",
            .array(comparison.changedConcepts.map { json($0.new, old: $0.old, $0.changes) })
          ),
        ])
      ),
      (
        "statements",
        .object([
          ("added", .array(comparison.addedStatements.map { json($0) })),
          ("removed", .array(comparison.removedStatements.map { json($0) })),
          (
            "changed",
            .array(comparison.changedStatements.map { json($0.new, old: $0.old, $0.changes) })
          ),
        ])
      ),
    ])
  }

  private func json(
    _ node: Node, old: Node? = nil, _ changes: [GraphComparison.Change] = []
  ) -> JSONValue {
    .object(
      [("id", .string(node.id.rawValue)), ("label", .string(node.label))]
        + (old.map { [("old_id", .string($0.id.rawValue)), ("changes", json(changes))] } ?? []))
  }

  private func json(
    _ edge: Edge, old: Edge? = nil, _ changes: [GraphComparison.Change] = []
  ) -> JSONValue {
    .object(
      [
        ("id", .string(edge.id.rawValue)), ("subject", .string(edge.subject.id.rawValue)),
        ("predicate", .string(edge.predicate.curie)),
        ("object", .string(edge.object.id.rawValue)), ("negated", .bool(edge.isNegated)),
        ("polarity", .string(edge.polarity.name)),
        ("certainty", edge.certainty.map { .string($0.name) } ?? .null),
        ("wording", .string(edge.wording)),
      ] + (old.map { [("old_id", .string($0.id.rawValue)), ("changes", json(changes))] } ?? []))
  }

  private func json(_ changes: [GraphComparison.Change]) -> JSONValue {
    .array(
      changes.map { change in
        .object([
          ("field", .string(change.field)),
          ("removed", .array(change.removed.map { .string($0) })),
          ("added", .array(change.added.map { .string($0) })),
        ])
      })
  }

  // MARK: Table

  /// A row for each concept or statement that came or went, and for each value that did.
  var table: TextTable {
    var table = TextTable([
      ("kind", .left), ("change", .left), ("id", .left), ("text", .left), ("field", .left),
      ("old", .left), ("new", .left),
    ])
    func add(
      _ kind: String, _ change: String, _ id: String, _ text: String,
      _ changes: [GraphComparison.Change] = []
    ) {
      if changes.isEmpty { table.add([kind, change, id, text, "", "", ""]) }
      for field in changes {
        if field.isScalar {
          table.add(
            [kind, change, id, text, field.field] + [field.removed, field.added].map { $0[0] })
        } else {
          for value in field.removed {
            table.add([kind, change, id, text, field.field, value, ""])
          }
          for value in field.added { table.add([kind, change, id, text, field.field, "", value]) }
        }
      }
    }
    for node in comparison.removedConcepts {
      add("concept", "removed", node.id.rawValue, node.label)
    }
    for node in comparison.addedConcepts { add("concept", "added", node.id.rawValue, node.label) }
    for change in comparison.changedConcepts {
      add("concept", "changed", change.new.id.rawValue, change.new.label, change.changes)
    }
    for edge in comparison.removedStatements {
      add("statement", "removed", edge.id.rawValue, edge.wording)
    }
    for edge in comparison.addedStatements {
      add("statement", "added", edge.id.rawValue, edge.wording)
    }
    for change in comparison.changedStatements {
      add("statement", "changed", change.new.id.rawValue, change.new.wording, change.changes)
    }
    return table
  }
}

extension GraphComparison.Change {
  /// Whether one value took the place of another.
  fileprivate var isScalar: Bool { removed.count == 1 && added.count == 1 }
}
