// Times the analyses on a graph of arrays, without reading files of the graph's own formats:
//   analysis-timings simple.bin TASK REPETITIONS THREADS
// simple.bin holds 32-bit numbers: nodes, edges, the subject of every edge, the object of every
// edge. Prints the median of the seconds and a number to compare with other programs' answers.
//   analysis-timings FOLDER load REPETITIONS THREADS
// times the reading of nodes.tsv and edges.tsv into columns and adjacency.
import FoundationEssentials
import Glibc
import GraphAnalysis
import GraphModel

let arguments = CommandLine.arguments
if arguments.count >= 3, arguments[2] == "load" {
  try TimedLoad(
    folder: arguments[1], repetitions: arguments.count > 3 ? Int(arguments[3]) ?? 3 : 3,
    threads: arguments.count > 4 ? Int(arguments[4]) : nil
  ).run()
  exit(0)
}
guard arguments.count >= 3, let data = try? Data(contentsOf: URL(filePath: arguments[1])) else {
  print("usage: analysis-timings simple.bin TASK [REPETITIONS] [THREADS]")
  exit(2)
}
let numbers = data.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
let repetitions = arguments.count > 3 ? Int(arguments[3]) ?? 3 : 3
let threads = arguments.count > 4 ? Int(arguments[4]) : nil
let (nodeCount, edgeCount) = (Int(numbers[0]), Int(numbers[1]))

var nodes = NodeColumns()
nodes.id = Column([StringIndex](repeating: 0, count: nodeCount))
nodes.label = nodes.id
nodes.role = Column([UInt8](repeating: 0, count: nodeCount))
var edges = EdgeColumns()
edges.subject = Column(Array(numbers[2..<(2 + edgeCount)]))
edges.object = Column(Array(numbers[(2 + edgeCount)..<(2 + 2 * edgeCount)]))
edges.predicateTable = [.relatedTo]
edges.predicate = Column([UInt16](repeating: 0, count: edgeCount))
edges.flags = Column([UInt8](repeating: 0, count: edgeCount))
// Certainties, and with them lengths, that differ from edge to edge.
edges.certainty = Column((0..<edgeCount).map { UInt8(($0 &* 2_654_435_761) >> 7 & 3) + 1 })
edges.knowledgeLevel = edges.flags
edges.agentType = edges.flags
let graph = KnowledgeGraph(KnowledgeGraph.Storage(nodes: nodes, edges: edges))

let clock = ContinuousClock()
let task = arguments[2]
let work = WorkContext(threads: threads)
let building = clock.now
let index = AdjacencyIndex(graph)
let build = clock.now - building

var times: [Double] = []
var check = ""
for _ in 0..<repetitions {
  let start = clock.now
  check = try TimedTask(index: index, work: work).run(task)
  times.append(seconds(clock.now - start))
}
times.sort()
print(
  "\(task) \(times[times.count / 2]) least \(times[0]) build \(seconds(build)) check \(check)")
