/// The elements that mean something to a reader of articles; every other element is `other`.
enum HTMLTag: UInt8, Sendable, Hashable, CaseIterable {
  /// Text between two tags.
  case text
  case other
  case html, head, body, title, meta, link, base
  case main, article, section, header, footer, nav, aside, search
  case div, p, blockquote, pre, address, center, hr, br, wbr
  case h1, h2, h3, h4, h5, h6, hgroup
  case ul, ol, menu, dir, li, dl, dt, dd
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case a, b, strong, i, em, u, s, span, font, small, big, mark, cite, code, sup, sub, q, label, abbr
  case figure, figcaption, picture, img, details, summary, dialog
  case form, fieldset, legend, button, input, select, optgroup, option, textarea, datalist
  case script, style, noscript, template, iframe, noframes, noembed, xmp, plaintext
  case object, embed, param, audio, video, source, track, canvas, svg, math, area, map
  case rp, rt

  /// The element of a name whose letters are packed in a key.
  static func named(_ key: UInt64) -> HTMLTag { keys[key] ?? .other }

  /// Packs a letter of a name into a key, six bits each: names of at most ten have their own.
  @inline(__always)
  static func extend(_ key: UInt64, with byte: UInt8) -> UInt64 {
    key << 6 | (byte < 0x80 ? UInt64(byte & 0x1f) + (byte < 0x40 ? 27 : 0) : 63)
  }

  private static let keys: [UInt64: HTMLTag] = {
    var keys: [UInt64: HTMLTag] = [:]
    for tag in allCases where tag != .text && tag != .other {
      keys["\(tag)".utf8.reduce(0, extend)] = tag
    }
    return keys
  }()

  /// An element without content and without an end tag (HTML Standard, §13.1.2).
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track,
      .wbr:
      true
    default: false
    }
  }

  /// An element whose content is no markup.
  var isRawText: Bool {
    switch self {
    case .script, .style, .iframe, .noframes, .noembed, .xmp, .plaintext, .textarea, .title: true
    default: false
    }
  }

  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Begins on a line of its own.
  var isBlock: Bool {
    switch self {
    case .html, .body, .main, .article, .section, .header, .footer, .nav, .aside, .search, .div,
      .p, .blockquote, .pre, .address, .center, .hr, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .ul,
      .ol, .menu, .dir, .li, .dl, .dt, .dd, .table, .caption, .thead, .tbody, .tfoot, .tr, .td,
      .th, .figure, .figcaption, .details, .summary, .dialog, .form, .fieldset, .legend, .head:
      true
    default: false
    }
  }

  /// Ends an open paragraph (HTML Standard, §13.2.6.4.7).
  var endsParagraph: Bool {
    switch self {
    case .li, .dt, .dd, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .html, .body, .head,
      .legend:
      false
    default: isBlock
    }
  }

  /// Cannot stand within a heading: the heading's end tag was forgotten.
  var endsHeading: Bool {
    switch self {
    case .p, .ul, .ol, .dl, .table, .section, .article, .blockquote, .pre, .hr, .details: true
    default: headingLevel != nil
    }
  }

  var isList: Bool {
    switch self {
    case .ul, .ol, .menu, .dir, .dl: true
    default: false
    }
  }

  /// Says what the text within it is.
  var isTextRole: Bool {
    switch self {
    case .li, .dt, .dd, .pre, .summary, .td, .th: true
    default: headingLevel != nil
    }
  }

  /// Counts even where it is empty: a cell, an item with its number.
  var countsWhenEmpty: Bool {
    switch self {
    case .td, .th, .tr, .li: true
    default: false
    }
  }

  /// Stands in the head of a page.
  var isHeadContent: Bool {
    switch self {
    case .title, .meta, .link, .base, .script, .style, .noscript, .template, .object: true
    default: false
    }
  }

  /// Nothing in it is ever part of an article.
  var isNeverProse: Bool {
    switch self {
    case .script, .style, .template, .noscript, .iframe, .noframes, .noembed, .nav, .search,
      .dialog, .select, .datalist, .textarea, .input, .object, .audio, .video, .canvas, .svg,
      .math, .map, .figcaption, .rp, .rt, .title, .meta, .link, .base, .colgroup:
      true
    default: false
    }
  }
}
