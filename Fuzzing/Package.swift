// swift-tools-version: 6.1
import PackageDescription

/// Apart from the package itself, so that nobody needs libFuzzer to build etiograph.
let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "etiograph", path: "..")],
  targets: [
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CFuzzer",
        .product(name: "GraphBuilding", package: "etiograph"),
        .product(name: "GraphExport", package: "etiograph"),
        .product(name: "GraphModel", package: "etiograph"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
