// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is held to the same rules: Swift 6 mode, no warnings, explicit imports.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A target of the geometry core or the planner: `Sources/<layer>/<name>`.
func room(
  _ layer: String, _ name: String, _ dependencies: [Target.Dependency]
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(layer)/\(name)", swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], data: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], path: "Tests/\(name)Tests",
    exclude: data, swiftSettings: strict)
}

let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let sqlite: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqliteC: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "deepreach",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "deepreach", targets: ["deepreach"]),
    .library(
      name: "DeepReachCore", targets: ["Geometry", "Territory", "Radio", "Coverage", "Siting"]),
    .library(name: "DeepReachPlanner", targets: ["Scheduling", "Reporting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGEOS", path: "Sources/System/CGEOS", pkgConfig: "geos",
      providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(
      name: "CPROJ", path: "Sources/System/CPROJ", pkgConfig: "proj",
      providers: [.apt(["libproj-dev"])]),
    .systemLibrary(
      name: "CTIFF", path: "Sources/System/CTIFF", pkgConfig: "libtiff-4",
      providers: [.apt(["libtiff-dev"])]),
    room("Core", "Geometry", ["CGEOS", "CPROJ", "CTIFF"]),
    room("Core", "Territory", ["Geometry", yaml]),
    .target(name: "Kernels", path: "Sources/Core/Kernels"),
    room("Core", "Radio", ["Territory", "Kernels", yaml]),
    room("Core", "Coverage", ["Geometry", "Territory", "Kernels", "Radio", yaml]),
    room("Core", "Siting", ["Geometry", "Territory", "Kernels", "Radio", "Coverage", yaml]),
    room("Planner", "Scheduling", ["Geometry", "Territory", "Siting", yaml]),
    room(
      "Planner", "Reporting",
      [
        "Geometry", "Territory", "Radio", "Coverage", "Siting", "Scheduling", sqlite, sqliteC,
        crypto,
      ]),
    .executableTarget(
      name: "deepreach",
      dependencies: [
        "Geometry", "Territory", "Radio", "Coverage", "Siting", "Scheduling", "Reporting",
        arguments, yaml,
      ],
      path: "Sources/deepreach", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Geometry", "Territory"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("Geometry", ["Geometry"]),
    tests("Territory", ["Geometry", "Territory"]),
    tests("Kernels", ["Kernels", "Radio"]),
    tests("Radio", ["Geometry", "Territory", "Radio"], data: ["vectors"]),
    tests("Coverage", ["Geometry", "Territory", "Radio", "Coverage"]),
    tests("Siting", ["Geometry", "Territory", "Radio", "Coverage", "Siting"]),
    tests("Scheduling", ["Geometry", "Territory", "Radio", "Coverage", "Siting", "Scheduling"]),
    tests(
      "Reporting",
      ["Geometry", "Territory", "Radio", "Coverage", "Siting", "Scheduling", "Reporting", sqlite]),
    tests("CommandLine", ["Geometry", "Reporting"]),
    tests("Fuzz", ["Geometry", "Territory", "Radio", "Coverage", "Siting"]),
  ],
  swiftLanguageModes: [.v6]
)
