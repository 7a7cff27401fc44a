/// Writes a picture as SVG.
///
/// One self-contained file of SVG 2 (https://www.w3.org/TR/SVG2/) without scripts, fonts, DTD or
/// anything that differs from run to run. Colours are attributes, so that every viewer shows them;
/// a style sheet changes them where the surroundings are dark. Every line of text carries its
/// width, so that it fits its box in any font. Nodes and edges are `graphics-symbol`s (W3C
/// WAI-ARIA Graphics Module 1.0) with the identifiers that the JSON-LD gives them, a spoken label
/// and a tooltip.
package struct SVGWriter {
  private var output = ""
  private var inks: [Ink] = []

  /// The file of a picture.
  ///
  /// - Complexity: O(length of the file).
  package static func write(_ picture: Picture) -> ExportedFile {
    var writer = SVGWriter()
    return ExportedFile(format: .svg, bytes: Array(writer.document(picture).utf8))
  }

  private init() {}

  private mutating func document(_ picture: Picture) -> String {
    let width = XMLText.number(picture.width)
    let height = XMLText.number(picture.height)
    use(.page)
    output += "<rect class=\"page f-page\" width=\"\(width)\" height=\"\(height)\""
    output += " fill=\"\(XMLText.color(Ink.page.light))\"/>\n"
    for item in picture.items { write(item, indent: "") }
    let body = output
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="graphics-document document" \
      aria-labelledby="drawing-title" aria-describedby="drawing-description" \
      font-family="\(TextMetrics.fontFamily)" text-rendering="geometricPrecision">
      <title id="drawing-title">\(XMLText.escaped(picture.title))</title>
      <desc id="drawing-description">\(XMLText.escaped(picture.description))</desc>
      <style>
      \(styleSheet())
      </style>
      \(body)</svg>

      """
  }

  /// The colours in dark surroundings, for those inks that occur.
  private func styleSheet() -> String {
    var rules = [
      "text { white-space: pre; }",
      "a { text-decoration: none; }",
      "@media screen {",
      "  .edge:hover > path:not([stroke-opacity]) { stroke-width: 3.2; }",
      "  a:hover text, a:focus-visible text { text-decoration: underline; }",
      "}",
      "@media screen and (prefers-color-scheme: dark) {",
    ]
    for ink in inks {
      let color = XMLText.color(ink.dark)
      rules.append("  .f-\(ink.name) { fill: \(color); } .s-\(ink.name) { stroke: \(color); }")
    }
    rules.append("}")
    return rules.joined(separator: "\n")
  }

  private mutating func use(_ ink: Ink) {
    if !inks.contains(ink) { inks.append(ink) }
  }

  private mutating func write(_ item: Picture.Item, indent: String) {
    switch item {
    case .group(let group): write(group, indent: indent)
    case .shape(let shape): write(shape, indent: indent)
    case .text(let text): write(text, indent: indent)
    }
  }

  private mutating func write(_ group: Picture.Group, indent: String) {
    var tag = "g"
    var attributes = ""
    func add(_ name: String, _ value: String) {
      attributes += " \(name)=\"\(XMLText.escaped(value))\""
    }
    if let link = group.link {
      tag = "a"
      add("href", link)
      add("target", "_top")
    }
    if let id = group.elementID { add("id", id) }
    if !group.classes.isEmpty { add("class", group.classes.joined(separator: " ")) }
    if let label = group.spokenLabel {
      if group.roleDescription == nil {
        add("role", "group")
      } else if group.link == nil {
        add("role", "graphics-symbol img")
      }
      if let description = group.roleDescription { add("aria-roledescription", description) }
      add("aria-label", label)
    }
    if group.opacity < 1 { add("opacity", XMLText.number(group.opacity)) }
    output += "\(indent)<\(tag)\(attributes)>"
    if let tooltip = group.tooltip { output += "<title>\(XMLText.escaped(tooltip))</title>" }
    output += "\n"
    for item in group.items { write(item, indent: indent + " ") }
    output += "\(indent)</\(tag)>\n"
  }

  private mutating func write(_ shape: Picture.Shape, indent: String) {
    if shape.isHitArea {
      // Black at no opacity, since `transparent` is no colour of SVG 1.1.
      let form = Self.form(shape.outline)
      output += "\(indent)<\(form.tag)\(form.attributes) fill=\"none\" stroke=\"#000000\""
      output += " stroke-opacity=\"0\" stroke-width=\"\(XMLText.number(shape.strokeWidth))\""
      output += " pointer-events=\"stroke\"/>\n"
      return
    }
    var classes: [String] = []
    var paint = ""
    if let fill = shape.fill {
      use(fill)
      classes.append("f-\(fill.name)")
      paint += " fill=\"\(XMLText.color(fill.light))\""
      if shape.fillOpacity < 1 { paint += " fill-opacity=\"\(XMLText.number(shape.fillOpacity))\"" }
    } else {
      paint += " fill=\"none\""
    }
    if let stroke = shape.stroke {
      use(stroke)
      classes.append("s-\(stroke.name)")
      paint += " stroke=\"\(XMLText.color(stroke.light))\""
      if shape.strokeWidth != 1 {
        paint += " stroke-width=\"\(XMLText.number(shape.strokeWidth))\""
      }
      if !shape.dashes.isEmpty {
        let dashes = shape.dashes.map(XMLText.number).joined(separator: " ")
        paint += " stroke-dasharray=\"\(dashes)\""
      }
      if shape.hasRoundCaps { paint += " stroke-linecap=\"round\"" }
      if shape.fill == nil, shape.dashes.isEmpty { paint += " stroke-linejoin=\"round\"" }
    }
    let form = Self.form(shape.outline)
    let list = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    output += "\(indent)<\(form.tag)\(list)\(form.attributes)\(paint)/>\n"
  }

  private static func form(_ outline: Picture.Outline) -> (tag: String, attributes: String) {
    func n(_ value: Double) -> String { XMLText.number(value) }
    switch outline {
    case .rect(let rect, let radius):
      let corner = radius > 0 ? " rx=\"\(n(radius))\"" : ""
      return (
        "rect",
        " x=\"\(n(rect.x))\" y=\"\(n(rect.y))\" width=\"\(n(rect.width))\""
          + " height=\"\(n(rect.height))\"\(corner)"
      )
    case .circle(let center, let radius):
      return ("circle", " cx=\"\(n(center.x))\" cy=\"\(n(center.y))\" r=\"\(n(radius))\"")
    case .path(let steps):
      func p(_ point: Point) -> String { "\(n(point.x)) \(n(point.y))" }
      let data = steps.map { step in
        switch step {
        case .move(let point): "M\(p(point))"
        case .line(let point): "L\(p(point))"
        case .curve(let a, let b, let c): "C\(p(a)) \(p(b)) \(p(c))"
        case .close: "Z"
        }
      }
      return ("path", " d=\"\(data.joined())\"")
    }
  }

  private mutating func write(_ text: Picture.Text, indent: String) {
    if text.line.text.isEmpty { return }
    use(text.ink)
    output += "\(indent)<text class=\"f-\(text.ink.name)\""
    output += " x=\"\(XMLText.number(text.origin.x))\" y=\"\(XMLText.number(text.origin.y))\""
    output += " font-size=\"\(XMLText.number(text.style.size))\""
    if text.style.isBold { output += " font-weight=\"bold\"" }
    if text.line.width > 0 {
      output += " textLength=\"\(XMLText.number(text.line.width))\""
      output += " lengthAdjust=\"spacingAndGlyphs\""
    }
    output += " fill=\"\(XMLText.color(text.ink.light))\">"
    output += "\(XMLText.escaped(text.line.text))</text>\n"
  }
}
