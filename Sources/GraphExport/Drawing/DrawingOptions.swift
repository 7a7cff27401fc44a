/// What a drawing shows besides the graph itself.
public struct DrawingOptions: Sendable {
  /// A path or a centrality to bring out; nil for none.
  public var highlight: Highlight?
  /// The heading; nil for the graph's own title.
  public var title: String?
  /// Whether the styles that occur are explained beneath the picture.
  public var showsLegend: Bool
  /// Whether the cited works are listed beneath the picture.
  public var showsReferences: Bool
  /// Pixels of a PNG for each unit of the picture, from 0.1 to 8. At 2, text of 13 units is as
  /// sharp on a high-density screen as on paper at 150 dots an inch.
  public var imageScale: Double

  /// Options with the defaults: legend and references shown, no highlight, a PNG at twice its
  /// natural size.
  public init(
    highlight: Highlight? = nil, title: String? = nil, showsLegend: Bool = true,
    showsReferences: Bool = true, imageScale: Double = 2
  ) {
    self.highlight = highlight
    self.title = title
    self.showsLegend = showsLegend
    self.showsReferences = showsReferences
    self.imageScale = imageScale
  }
}
