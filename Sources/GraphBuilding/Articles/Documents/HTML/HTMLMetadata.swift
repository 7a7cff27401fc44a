internal import GraphModel

/// What a page says of itself in its head.
struct HTMLMetadata: Sendable, Hashable {
  var title: String?
  var language: String?
  /// The address under which the page wants to be known.
  var url: String?
  var authors: [String] = []

  /// - Complexity: O(length of the head and of the headings).
  init(_ page: HTMLPage) {
    let tree = page.tree
    var socialTitle: String?
    var ownTitle: String?
    var socialURL: String?
    for (number, node) in tree.nodes.enumerated() {
      switch node.tag {
      case .html: language = tree.attribute("lang", of: number) ?? language
      case .title:
        // A picture may have a title of its own.
        if ownTitle == nil { ownTitle = tree.text(of: number) }
      case .link:
        if url == nil, tree.attribute("rel", of: number)?.lowercased() == "canonical" {
          url = tree.attribute("href", of: number)
        }
      case .meta:
        let name = tree.attribute("property", of: number) ?? tree.attribute("name", of: number)
        guard let name, let content = tree.attribute("content", of: number) else { continue }
        switch name.lowercased() {
        case "og:title": socialTitle = socialTitle ?? content
        case "og:url": socialURL = socialURL ?? content
        case "author": if authors.isEmpty, !content.isEmpty { authors = [content] }
        default: break
        }
      default: break
      }
    }
    title = [page.title.map(tree.text), socialTitle, ownTitle.map(Self.withoutSite)]
      .compactMap { $0?.trimmingSpaces }.first { !$0.isEmpty }
    url = [url, socialURL].lazy.compactMap { SafeLink.accepted($0?.trimmingSpaces) }.first
    language = language?.trimmingSpaces
    if language?.isEmpty == true { language = nil }
  }

  /// A page's title without the name of its site behind the last bar or spaced dash.
  static func withoutSite(_ title: String) -> String {
    for mark in [" | ", " – ", " — ", " - ", " · ", " » ", " :: "] {
      var parts = title.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count > 1, let last = parts.popLast(), let first = parts.first else { continue }
      let isShort = last.spacedWords.count <= 5
      if isShort, !first.isEmpty { return parts.joined(separator: mark) }
    }
    return title
  }
}
