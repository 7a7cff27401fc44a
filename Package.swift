// swift-tools-version: 6.1
import PackageDescription

/// Upcoming language features that every target is held to.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "etiograph",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "etiograph", targets: ["EtiographTool"]),
    .library(name: "Etiograph", targets: ["Etiograph"]),
    .library(name: "GraphModel", targets: ["GraphModel"]),
    .library(name: "GraphBuilding", targets: ["GraphBuilding"]),
    .library(name: "GraphAnalysis", targets: ["GraphAnalysis"]),
    .library(name: "GraphExport", targets: ["GraphExport"]),
    .library(name: "GraphvizLayout", targets: ["GraphvizLayout"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // The model: concepts, predicates, evidence, references, the graph and its builder.
    .target(name: "GraphModel", dependencies: ["CBlockGuard"], swiftSettings: strict),
    // Keeps the blocks of a mapped file out of reach until each is verified.
    .target(name: "CBlockGuard"),
    .testTarget(name: "GraphModelTests", dependencies: ["GraphModel"], swiftSettings: strict),

    // Documents and data files become claims, claims become a graph.
    .systemLibrary(
      name: "CCommonMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstandard", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(
      name: "GraphBuilding",
      dependencies: [
        "GraphModel", "CCommonMark", "CZlib", "CZstandard",
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [
        .embedInCode("Resources/english.lexicon"), .embedInCode("Resources/furniture.lexicon"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GraphBuildingTests", dependencies: ["GraphBuilding", "GraphModel"],
      exclude: ["Corpus/Articles"],
      swiftSettings: strict),

    // Paths, centrality and structure.
    .target(
      name: "GraphAnalysis",
      dependencies: [
        "GraphModel",
        .product(name: "HeapModule", package: "swift-collections"),
        .product(name: "DequeModule", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GraphAnalysisTests", dependencies: ["GraphAnalysis", "GraphModel"],
      exclude: ["Golden"], swiftSettings: strict),

    // DOT, SVG, JSON-LD, KGX.
    .target(name: "GraphExport", dependencies: ["GraphModel"], swiftSettings: strict),
    .testTarget(
      name: "GraphExportTests", dependencies: ["GraphExport", "GraphModel"],
      swiftSettings: strict),

    // Layout in process by libgvc; the only module that needs Graphviz.
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    // Cairo and Pango, found at run time when a PNG or PDF is first written.
    .target(name: "CCairo"),
    .target(
      name: "GraphvizLayout", dependencies: ["GraphExport", "GraphModel", "CGraphviz", "CCairo"],
      swiftSettings: strict),
    .testTarget(
      name: "GraphvizLayoutTests", dependencies: ["GraphvizLayout", "GraphExport", "GraphModel"],
      swiftSettings: strict),

    .target(
      name: "Etiograph",
      dependencies: [
        "GraphModel", "GraphBuilding", "GraphAnalysis", "GraphExport", "GraphvizLayout",
      ],
      swiftSettings: strict),
    .target(
      name: "EtiographCommand",
      dependencies: [
        "Etiograph", "GraphModel", "GraphBuilding", "GraphAnalysis", "GraphExport",
        "GraphvizLayout", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "EtiographTool", dependencies: ["EtiographCommand"], swiftSettings: strict),
    .testTarget(
      name: "EtiographCommandTests",
      dependencies: ["EtiographCommand", "Etiograph", "GraphModel"], swiftSettings: strict),

    // Times the analyses; `make bench` builds it.
    .executableTarget(
      name: "analysis-timings", dependencies: ["GraphAnalysis", "GraphBuilding", "GraphModel"],
      path: "Benchmarks/Timings", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
