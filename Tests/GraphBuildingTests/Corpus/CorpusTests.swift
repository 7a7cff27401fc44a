import Foundation
import GraphModel
import Testing

@testable import GraphBuilding

/// Whole articles in many layouts, held to what a curator took from each.
///
/// The numbers are what the reader has reached: of the curator's statements at least so many are
/// found, and at most so many are stated that the curator did not write down. Raise the first and
/// lower the second with every improvement.
@Suite struct CorpusTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Articles"

  private func score(_ name: String) throws -> GoldGraph.Score {
    let article = URL(fileURLWithPath: "\(Self.folder)/\(name)")
    let slug = article.deletingPathExtension().lastPathComponent
    let gold = try JSONDecoder().decode(
      GoldGraph.self,
      from: Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(slug).gold.json")))
    let reading = ArticleReader().read(
      InputFile(name: name, bytes: [UInt8](try Data(contentsOf: article))),
      bibliography: Bibliography(), vocabulary: Vocabulary())
    return gold.score(reading)
  }

  @Test(arguments: [
    ("40-gout.md", 12, 9), ("41-soil-erosion.html", 13, 0), ("42-iron-deficiency.txt", 22, 3),
    ("43-insomnia.md", 5, 0), ("44-traffic-congestion.txt", 0, 0),
    ("45-kidney-stones.html", 20, 3), ("46-vertigo.md", 7, 8), ("47-acne.md", 13, 2),
    ("48-coral-bleaching.txt", 7, 6), ("49-acid-reflux.html", 14, 3),
  ])
  func findsWhatACuratorFindsAndLittleElse(name: String, found: Int, wrong: Int) throws {
    let score = try score(name)
    #expect(score.found >= found, "of \(score.required)")
    #expect(score.wrong.count <= wrong, "\(score.wrong)")
  }
}
