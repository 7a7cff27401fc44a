import GraphAnalysis
import GraphBuilding
import GraphModel

/// The reading of a graph's tables, from the files to who is next to whom.
struct TimedLoad {
  let folder: String
  let repetitions: Int
  let threads: Int?

  /// Prints the median of the seconds and the number of edges.
  func run() throws {
    let clock = ContinuousClock()
    var times: [Double] = []
    var edgeCount = 0
    for _ in 0..<repetitions {
      let start = clock.now
      let files = ["nodes.tsv", "edges.tsv"].compactMap { name in
        MappedFile(path: "\(folder)/\(name)").map { InputFile(name: name, mapped: $0) }
      }
      let graph = try GraphSources(files).build(threads: threads).graph
      let index = AdjacencyIndex(graph)
      times.append(seconds(clock.now - start))
      edgeCount = index.edgeCount
    }
    times.sort()
    print("load \(times[times.count / 2]) least \(times[0]) check \(edgeCount)")
  }
}

/// A duration in seconds.
func seconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}
