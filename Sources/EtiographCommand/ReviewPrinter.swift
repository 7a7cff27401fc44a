import GraphBuilding
import GraphExport
import GraphModel

/// A review as the terminal, JSON and tables show it.
struct ReviewPrinter {
  private let review: ArticleReview
  private let terminal: Terminal
  private let claimsOnly: Bool

  init(_ review: ArticleReview, terminal: Terminal, claimsOnly: Bool) {
    self.review = review
    self.terminal = terminal
    self.claimsOnly = claimsOnly
  }

  // MARK: Text

  /// Gives the whole review, in lines no wider than the terminal, piece by piece: a long article's
  /// review is never held as a whole.
  func write(_ emit: (String) -> Void) {
    var text = terminal.styled(review.title.printable, .bold) + "\n"
    let about = review.focus.map { ", about \($0)" } ?? ""
    text += terminal.styled("\(review.document.name)\(about)".printable, .dim) + "\n"
    text += Self.line(review.summary) + "\n"
    for passage in review.passages {
      if passage.kind.isHeading { text += heading(passage) }
      for sentence in passage.sentences where sentence.number != nil {
        if claimsOnly && sentence.claims.isEmpty { continue }
        text += "\n"
        add(sentence, to: &text)
      }
      if text.utf8.count > Self.pieceLength {
        emit(text)
        text = ""
      }
    }
    emit(text)
  }

  private static let pieceLength = 1 << 16

  /// `41 sentences, 43 claims (12 established, …), 9 skipped`.
  static func line(_ summary: ArticleReview.Summary) -> String {
    func count(_ number: Int, _ name: String) -> String {
      "\(number) \(name)\(number == 1 ? "" : "s")"
    }
    let levels = summary.certainties.filter { $0.count > 0 }
      .map { "\($0.count) \($0.value.name)" }.joined(separator: ", ")
    return "\(count(summary.sentences, "sentence")), \(count(summary.claims, "claim"))"
      + (levels.isEmpty ? "" : " (\(levels))") + ", \(summary.skipped) skipped"
  }

  private func heading(_ passage: ArticleReview.Passage) -> String {
    let words = passage.sentences.map(\.text.text).joined(separator: " ")
    guard case .heading(let level) = passage.kind else { return "" }
    let marks = String(repeating: "#", count: min(max(level, 1), 6)) + " "
    let line = (marks + words).wrapped(width: terminal.width, indent: "")
    return "\n"
      + line.split(separator: "\n").map { terminal.styled(String($0), .bold) + "\n" }
      .joined()
  }

  private func add(_ sentence: ArticleReview.Sentence, to text: inout String) {
    let number = sentence.number.map(String.init) ?? ""
    let margin = String(repeating: " ", count: max(0, 4 - number.count)) + number + "  "
    if let reason = sentence.skipped {
      wrap([(sentence.text.text, .dim)], first: margin, to: &text)
      wrap([("skipped: \(reason)", .dim)], first: "        ", to: &text)
      return
    }
    wrap(
      sentence.pieces.map { ($0.text, $0.isHedge ? .yellow : nil) }, first: margin, to: &text)
    if sentence.claims.isEmpty {
      wrap([("read together with the next", .dim)], first: "        ", to: &text)
    }
    for group in sentence.groups { add(group, to: &text) }
  }

  /// Claims that are made in the same breath, and below them what they share.
  private func add(_ claims: [ArticleReview.Claim], to text: inout String) {
    for claim in claims {
      wrap(
        [
          (claim.edge.subject.label, .bold), (" — \(claim.verb) — ", nil),
          (claim.edge.object.label, .bold),
        ], first: "      → ", to: &text)
    }
    for claim in claims {
      for index in review.disagreements.against(claim.edge.index) {
        let said = review.graph[index].shownAgainst
        wrap([("disputed: \(said)", .yellow)], first: "        ", to: &text)
      }
    }
    guard let evidence = claims.first?.evidence else { return }
    var facts = [evidence.certainty?.name ?? "certainty not stated"]
    if let hedge = evidence.hedge { facts.append("hedged “\(hedge)”") }
    if evidence.scope == .heading {
      let section = evidence.section.map { " “\($0)”" } ?? ""
      facts.append("one end named only by the heading\(section)")
    }
    if evidence.stance == .contradicts { facts.append("speaks against it") }
    wrap([(facts.joined(separator: "; "), .dim)], first: "        ", to: &text)
    for citation in evidence.citations {
      let reference = review.graph[citation.reference]
      let basis = citation.basis == .inferred ? " (inferred from its title, not cited there)" : ""
      let address = reference.doi.map { " https://doi.org/\($0)" } ?? ""
      wrap([("↳ \(reference.shortName)\(basis)\(address)", .dim)], first: "        ", to: &text)
    }
  }

  private func wrap(_ pieces: [StyledText], first: String, to text: inout String) {
    if terminal.hasColor {
      text += wrapped(pieces, first: first)
    } else {
      wrapPlainly(pieces, first: first, to: &text)
    }
  }

  /// What ``wrapped(_:first:)`` gives where no style is shown.
  private func wrapPlainly(_ pieces: [StyledText], first: String, to text: inout String) {
    text += first
    let indent = first.count
    let blanks = String(repeating: " ", count: indent)
    var used = indent
    var isFresh = true
    var whole = (pieces.count == 1 ? pieces[0].text : pieces.map(\.text).joined()).printable
    whole.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        var isPlain = true
        while end < bytes.count, bytes[end] != 0x20 {
          if bytes[end] >= 0x80 { isPlain = false }
          end += 1
        }
        defer { start = end + 1 }
        if end == start { continue }
        let word = String(
          decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        let count = isPlain ? end - start : word.count
        if !isFresh, used + 1 + count > terminal.width {
          text += "\n"
          text += blanks
          (used, isFresh) = (indent, true)
        }
        if !isFresh {
          text += " "
          used += 1
        }
        text += word
        used += count
        isFresh = false
      }
    }
    text += "\n"
  }

  /// Pieces of text, each in a style, broken at spaces; the lines after the first are indented as
  /// far as the first.
  private func wrapped(_ pieces: [StyledText], first: String) -> String {
    let indent = String(repeating: " ", count: first.count)
    var lines = ""
    var line = [StyledText(text: first, style: nil)]
    var used = first.count
    // A piece may end within a word: a word is a row of styled parts.
    var word: [StyledText] = []
    var isFresh = true
    func endLine() {
      // Parts of one style in a row are styled together.
      var runs: [StyledText] = []
      for part in line {
        if let last = runs.last, last.style == part.style {
          runs[runs.count - 1].text += part.text
        } else {
          runs.append(part)
        }
      }
      lines += runs.map(styled).joined() + "\n"
    }
    func endWord() {
      guard let start = word.first else { return }
      let count = word.reduce(0) { $0 + $1.text.count }
      if !isFresh, used + 1 + count > terminal.width {
        endLine()
        (line, used, isFresh) = ([StyledText(text: indent, style: nil)], indent.count, true)
      }
      if !isFresh {
        let isSame = line.last?.style == start.style
        line.append(StyledText(text: " ", style: isSame ? start.style : nil))
        used += 1
      }
      line += word
      used += count
      (word, isFresh) = ([], false)
    }
    for piece in pieces {
      let parts = piece.text.printable.split(separator: " ", omittingEmptySubsequences: false)
      for (place, part) in parts.enumerated() {
        if place > 0 { endWord() }
        if !part.isEmpty { word.append(StyledText(text: String(part), style: piece.style)) }
      }
    }
    endWord()
    endLine()
    return lines
  }

  private typealias StyledText = (text: String, style: Terminal.Style?)

  private func styled(_ part: StyledText) -> String {
    part.style.map { terminal.styled(part.text, $0) } ?? part.text
  }
}
