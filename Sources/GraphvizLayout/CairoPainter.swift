import CCairo
import GraphExport
import Synchronization

/// Paints a picture as PNG or PDF, with cairo and Pango, which are loaded when first needed.
enum CairoPainter {
  /// The most pixels a side that cairo's images can have.
  static let longestSide = 32_000

  /// Whether the libraries are loaded; also keeps painting to one thread, since Pango shares its
  /// fonts between the threads of a process.
  private static let lock = Mutex(false)

  /// The picture as pixels, `scale` of them for a unit.
  static func png(_ picture: Picture, scale: Double) throws(RenderError) -> ExportedFile {
    let scale = scale.isFinite ? min(max(scale, 0.1), 8) : 1
    let width = (picture.width * scale).rounded(.up)
    let height = (picture.height * scale).rounded(.up)
    guard width <= Double(longestSide), height <= Double(longestSide) else {
      throw .imageTooLarge(
        width: Int(min(width, 1e9)), height: Int(min(height, 1e9)))
    }
    return try file(.png) { bytes -> RenderError? in
      guard let surface = ccairo_image(Int32(width), Int32(height)) else { return outOfMemory }
      defer { ccairo_surface_free(surface) }
      guard paint(picture, scale: scale, on: surface, hasLinks: false) == 0,
        ccairo_write_png(surface, writer, bytes) == 0, ccairo_finish(surface) == 0
      else { return outOfMemory }
      return nil
    }
  }

  /// The picture as one page of vectors at its natural size, with links.
  static func pdf(_ picture: Picture) throws(RenderError) -> ExportedFile {
    // 96 units of the picture are an inch, as in CSS; 72 points of a PDF are.
    let scale = 0.75
    return try file(.pdf) { bytes -> RenderError? in
      guard
        let surface = ccairo_pdf(
          picture.width * scale, picture.height * scale, picture.title, writer, bytes)
      else { return outOfMemory }
      defer { ccairo_surface_free(surface) }
      guard paint(picture, scale: scale, on: surface, hasLinks: true) == 0,
        ccairo_finish(surface) == 0
      else { return outOfMemory }
      return nil
    }
  }

  private static let outOfMemory = RenderError.imageFailed("there is not enough memory")

  private final class Bytes {
    var all: [UInt8] = []
  }

  private static let writer: ccairo_writer = { target, bytes, count in
    guard let target, let bytes else { return 1 }
    Unmanaged<Bytes>.fromOpaque(target).takeUnretainedValue().all
      .append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    return 0
  }

  private static func file(
    _ format: ExportFormat, _ body: (UnsafeMutableRawPointer) -> RenderError?
  ) throws(RenderError) -> ExportedFile {
    let bytes = Bytes()
    let problem: RenderError? = lock.withLock { isLoaded in
      if !isLoaded, let missing = ccairo_load() {
        return .missingLibrary(
          name: String(cString: missing), package: "libcairo2 and libpangocairo-1.0-0")
      }
      isLoaded = true
      return body(Unmanaged.passUnretained(bytes).toOpaque())
    }
    if let problem { throw problem }
    return ExportedFile(format: format, bytes: bytes.all)
  }

  // MARK: Painting

  private static func paint(
    _ picture: Picture, scale: Double, on surface: OpaquePointer, hasLinks: Bool
  ) -> Int32 {
    guard let context = ccairo_context_new(surface) else { return -1 }
    defer { ccairo_context_free(context) }
    ccairo_scale(context, scale, scale)
    ccairo_rectangle(context, 0, 0, picture.width, picture.height, 0)
    color(Ink.page, 1, context)
    ccairo_fill(context, 0)
    for item in picture.items { paint(item, context, hasLinks) }
    return ccairo_status(context)
  }

  private static func paint(_ item: Picture.Item, _ context: OpaquePointer, _ hasLinks: Bool) {
    switch item {
    case .group(let group):
      let link = hasLinks ? group.link : nil
      // A layer would swallow links: they are begun outside it.
      if let link { ccairo_begin_link(context, link) }
      if group.opacity < 1 { ccairo_begin_layer(context) }
      for item in group.items { paint(item, context, hasLinks && link == nil) }
      if group.opacity < 1 { ccairo_end_layer(context, group.opacity) }
      if link != nil { ccairo_end_link(context) }
    case .shape(let shape): paint(shape, context)
    case .text(let text):
      color(text.ink, 1, context)
      ccairo_text(
        context, text.line.text, families, text.style.size, text.style.isBold ? 1 : 0,
        text.origin.x, text.origin.y, text.line.width)
    }
  }

  /// As Pango wants them: no quotes, and a comma at the end.
  private static let families =
    TextMetrics.fontFamily.filter { $0 != "'" }.replacing("sans-serif", with: "Sans,")

  private static func paint(_ shape: Picture.Shape, _ context: OpaquePointer) {
    if shape.isHitArea { return }
    switch shape.outline {
    case .rect(let rect, let radius):
      ccairo_rectangle(context, rect.x, rect.y, rect.width, rect.height, radius)
    case .circle(let center, let radius): ccairo_circle(context, center.x, center.y, radius)
    case .path(let steps):
      for step in steps {
        switch step {
        case .move(let p): ccairo_move(context, p.x, p.y)
        case .line(let p): ccairo_line(context, p.x, p.y)
        case .curve(let a, let b, let p): ccairo_curve(context, a.x, a.y, b.x, b.y, p.x, p.y)
        case .close: ccairo_close(context)
        }
      }
    }
    if let fill = shape.fill {
      color(fill, shape.fillOpacity, context)
      ccairo_fill(context, shape.stroke == nil ? 0 : 1)
    }
    if let stroke = shape.stroke {
      color(stroke, 1, context)
      ccairo_stroke(
        context, shape.strokeWidth, shape.dashes, Int32(shape.dashes.count),
        shape.hasRoundCaps ? 1 : 0)
    }
    ccairo_clear_path(context)
  }

  private static func color(_ ink: Ink, _ alpha: Double, _ context: OpaquePointer) {
    func channel(_ shift: UInt32) -> Double { Double(ink.light >> shift & 0xFF) / 255 }
    ccairo_color(context, channel(16), channel(8), channel(0), alpha)
  }
}
