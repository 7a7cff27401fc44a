/// A page and which part of it is the article.
///
/// The article is found by structure alone: what is furniture is left out, then the `main` or
/// `article` element is taken that holds a good part of the remaining prose, else the innermost
/// element that holds nearly all of it.
struct HTMLPage {
  let tree: HTMLTree
  /// By node: left out with all that is within.
  private(set) var isSkipped: [Bool]
  /// The nodes of the article.
  private(set) var article: Range<Int>
  /// The page's own heading, where it stands outside of the article.
  private(set) var heading: Int?
  /// The article's first main heading, within it or before it.
  private(set) var title: Int?

  private let suspicions: [HTMLSuspicion]
  /// Bytes of text that are no space, by node with all that is within.
  private var letters: [Int32] = []
  /// The same within links.
  private var linked: [Int32] = []

  /// - Parameter isWhole: whether this is a page of its own, not a part of one, in which nothing
  ///   tells what is the main content.
  /// - Complexity: O(length).
  init(_ tree: HTMLTree, isWhole: Bool) {
    self.tree = tree
    suspicions = tree.nodes.indices.map(tree.suspicion)
    isSkipped = suspicions.map { $0 == .certain }
    article = tree.nodes.indices
    count()
    leaveOutFurniture(isWhole: isWhole)
    if isWhole {
      count()
      chooseArticle()
    }
  }

  // MARK: Amounts of text

  private mutating func count() {
    letters = [Int32](repeating: 0, count: tree.nodes.count)
    linked = letters
    var linkEnd = 0
    var node = 0
    while node < tree.nodes.count {
      let end = Int(tree.nodes[node].end)
      if isSkipped[node] {
        node = end
        continue
      }
      if tree.nodes[node].tag == .a { linkEnd = max(linkEnd, end) }
      if tree.nodes[node].tag == .text {
        var amount: Int32 = 0
        for byte in tree.bytes[tree.nodes[node].source] where byte > 0x20 { amount &+= 1 }
        letters[node] = amount
        if node < linkEnd { linked[node] = amount }
      }
      node += 1
    }
    for node in tree.nodes.indices.reversed() {
      let parent = Int(tree.nodes[node].parent)
      guard parent >= 0 else { continue }
      letters[parent] &+= letters[node]
      linked[parent] &+= linked[node]
    }
  }

  private func prose(_ node: Int) -> Int { Int(letters[node]) - Int(linked[node]) }

  /// All prose of the page.
  private var total: Int {
    var total = 0
    var node = 0
    while node < tree.nodes.count {
      if !isSkipped[node] { total += prose(node) }
      node = Int(tree.nodes[node].end)
    }
    return total
  }

  // MARK: Furniture

  private mutating func leaveOutFurniture(isWhole: Bool) {
    let total = total
    let headings = tree.nodes.indices.filter { tree.nodes[$0].tag == .h1 && !isSkipped[$0] }
    for node in tree.nodes.indices where !isSkipped[node] {
      switch suspicions[node] {
      case .none, .certain: break
      case .links: isSkipped[node] = linked[node] * 2 >= letters[node] && letters[node] > 0
      case .likely:
        // A name in an attribute is a hint; a good part of the page's prose outweighs it.
        let isMuch = isWhole && prose(node) * 5 > total * 2
        isSkipped[node] = !isMuch && !holdsTitle(node, headings)
      }
    }
  }

  /// A header with the page's only main heading, such as an article's own.
  private func holdsTitle(_ node: Int, _ headings: [Int]) -> Bool {
    guard tree.nodes[node].tag == .header else { return false }
    let end = Int(tree.nodes[node].end)
    let own = headings.count { $0 > node && $0 < end }
    return own > 0 && own == headings.count || own == 1 && isWithinArticle(node)
  }

  private func isWithinArticle(_ node: Int) -> Bool {
    var parent = Int(tree.nodes[node].parent)
    while parent >= 0 {
      if tree.nodes[parent].tag == .article || tree.nodes[parent].tag == .main { return true }
      parent = Int(tree.nodes[parent].parent)
    }
    return false
  }

  // MARK: The article

  private mutating func chooseArticle() {
    let total = total
    var best: (main: Int?, article: Int?) = (nil, nil)
    var node = 0
    while node < tree.nodes.count {
      if isSkipped[node] {
        node = Int(tree.nodes[node].end)
        continue
      }
      if isMain(node), prose(node) > best.main.map(prose) ?? 0 { best.main = node }
      if tree.nodes[node].tag == .article, prose(node) > best.article.map(prose) ?? 0 {
        best.article = node
      }
      node += 1
    }
    let chosen: Int?
    if let main = best.main, prose(main) * 10 >= total * 3 {
      // One article among several teasers.
      let inner = best.article.flatMap { article in
        article > main && article < Int(tree.nodes[main].end)
          && prose(article) * 10 >= prose(main) * 8 ? article : nil
      }
      chosen = inner ?? main
    } else if let article = best.article, prose(article) * 2 >= total {
      chosen = article
    } else {
      chosen = densest(total)
    }
    if let chosen { article = chosen..<Int(tree.nodes[chosen].end) }
    findHeading()
  }

  private func isMain(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .main: true
    case .div, .section, .td: tree.attribute("role", of: node)?.lowercased() == "main"
    default: false
    }
  }

  /// The innermost container with at least eight tenths of all prose.
  private func densest(_ total: Int) -> Int? {
    var chosen: Int?
    for node in tree.nodes.indices where !isSkipped[node] && prose(node) * 10 >= total * 8 {
      switch tree.nodes[node].tag {
      case .html, .body, .div, .section, .article, .center, .table, .tbody, .tr, .td, .form:
        if total > 0 { chosen = node }
      default: break
      }
    }
    return chosen
  }

  /// The last main heading before an article that has none.
  private mutating func findHeading() {
    title = headings(in: article).first
    if title == nil {
      heading = headings(in: 0..<article.lowerBound).last
      title = heading
    }
  }

  private func headings(in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    var node = range.lowerBound
    while node < range.upperBound {
      if tree.nodes[node].tag == .h1, letters[node] > 0 { found.append(node) }
      node = isSkipped[node] ? Int(tree.nodes[node].end) : node + 1
    }
    return found
  }
}
