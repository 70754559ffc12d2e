// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors everywhere; the whole package is Swift 6 with strict concurrency.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "reprise",
  products: [
    .library(name: "Tensors", targets: ["Tensors"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "Datasets", targets: ["Datasets"]),
    .library(name: "Interchange", targets: ["Interchange"]),
    .library(name: "Archive", targets: ["Archive"]),
    .library(name: "Experiments", targets: ["Experiments"]),
    .executable(name: "reprise", targets: ["reprise"]),
    // Loaded before the tool by `make torture` and FaultsTests.
    .library(name: "FaultInjection", type: .dynamic, targets: ["CFaultInjection"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // The bottom is C and says so: see Sources/CKernels/README.md for what it must never become.
    .target(name: "CKernels", exclude: ["README.md"]),
    .systemLibrary(
      name: "CHDF5", pkgConfig: "hdf5",
      providers: [.apt(["libhdf5-dev"]), .brew(["hdf5"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg-dev"]), .brew(["jpeg-turbo"])]),
    // C because libpng and libjpeg report errors by longjmp, which must not pass through Swift.
    .target(name: "CImages", dependencies: ["CPNG", "CJPEG"], cSettings: [.treatAllWarnings(as: .error)]),

    .target(name: "Files", swiftSettings: strict),
    .target(
      name: "Tensors",
      dependencies: ["CKernels", .target(name: "CCrypto", condition: .when(platforms: [.linux]))],
      swiftSettings: strict),
    .target(
      name: "Settings", dependencies: ["Files", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "Networks", dependencies: ["Settings", "Tensors"], swiftSettings: strict),
    .target(
      name: "Datasets", dependencies: ["Files", "Images", "Settings", "Tensors", "CZlib"],
      swiftSettings: strict),
    .target(name: "Images", dependencies: ["CImages", "Files", "Tensors"], swiftSettings: strict),
    .target(
      name: "Interchange", dependencies: ["Files", "Settings", "Tensors", "CZlib"], swiftSettings: strict),
    .target(
      name: "Archive", dependencies: ["Files", "Tensors", "CHDF5"], swiftSettings: strict),
    .target(name: "Reporting", dependencies: ["Files", "Tensors"], swiftSettings: strict),
    .target(
      name: "Experiments",
      dependencies: [
        "Archive", "Datasets", "Files", "Images", "Interchange", "Networks", "Reporting", "Settings",
        "Tensors",
      ],
      // What `reprise doctor` trains wherever the tool is.
      resources: [
        .embedInCode("Diagnosis/every-operator.yaml"), .embedInCode("Diagnosis/every-operator.sha256"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "reprise",
      dependencies: [
        "Archive", "Datasets", "Experiments", "Files", "Interchange", "Networks", "Reporting", "Settings",
        "Tensors",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    // `make bench`: side by side with OpenBLAS and PyTorch, neither of which is a dependency.
    .target(name: "CPeak", path: "Benchmarks/CPeak", cSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "CPeak", "Experiments", "Files", "Networks", "Settings", "Tensors",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Benchmarks", exclude: ["README.md", "CPeak", "PyTorch"], swiftSettings: strict),

    // Proves the Float elementary functions over all 2^32 inputs: `make exhaustive`.
    .executableTarget(
      name: "exhaustive", path: "Tests/Exhaustive", exclude: ["mpfr"],
      cSettings: [.headerSearchPath("../../Sources/CKernels")],
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),

    // Every kernel on seeded inputs, as digests that all architectures share: `make architectures`.
    .target(
      name: "CArchitectures", dependencies: ["CKernels"], path: "Tests/Architectures",
      exclude: ["main.c", "digests.txt"]),

    // Every fault at every file call of a run: `make torture`.
    .target(
      name: "CFaultInjection", path: "Tests/CFaultInjection", cSettings: [.treatAllWarnings(as: .error)]),
    .target(
      name: "Faults", dependencies: ["Tensors"], path: "Tests/Faults", exclude: ["run.yaml"],
      swiftSettings: strict),
    .executableTarget(
      name: "torture", dependencies: ["Faults"], path: "Tests/Torture", swiftSettings: strict),

    // What several test targets share: golden values and comparisons by bits.
    .target(
      name: "TestSupport", dependencies: ["Tensors"], path: "Tests/TestSupport", swiftSettings: strict),
    .target(name: "CAllocationCounter", path: "Tests/CAllocationCounter"),
    // What reads bytes that others wrote: the tests give it the seeds, `make fuzz` whatever libFuzzer thinks of.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Archive", "Datasets", "Experiments", "Files", "Images", "Interchange", "Networks", "Settings",
        "Tensors",
      ], path: "Tests/FuzzTargets", swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTargets"], exclude: ["Seeds"], swiftSettings: strict),
    .testTarget(
      name: "TensorsTests", dependencies: ["CArchitectures", "CKernels", "Tensors", "TestSupport"],
      exclude: ["Random/Goldens", "Elementary/hard-cases.csv", "Elementary/double-references.csv"],
      swiftSettings: strict),
    .testTarget(name: "SettingsTests", dependencies: ["Settings"], swiftSettings: strict),
    .testTarget(
      name: "NetworksTests", dependencies: ["CKernels", "Networks", "Settings", "Tensors", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets", "Files", "Images", "Settings", "Tensors"],
      swiftSettings: strict),
    .testTarget(
      name: "ImagesTests", dependencies: ["CJPEG", "CZlib", "Files", "Images", "Tensors"],
      swiftSettings: strict),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Files", "Interchange", "Tensors"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: strict),
    .testTarget(
      name: "ArchiveTests", dependencies: ["Archive", "CHDF5", "Files", "FuzzTargets", "Tensors"],
      swiftSettings: strict),
    .testTarget(name: "FaultsTests", dependencies: ["Faults"], swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["Files", "Reporting", "Tensors"], swiftSettings: strict),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "Archive", "CAllocationCounter", "Datasets", "Experiments", "Files", "Interchange", "Networks",
        "Reporting", "Settings", "Tensors",
      ], swiftSettings: strict),
  ]
)

// libFuzzer brings a main function of its own, so its program is one of `make fuzz` only.
if Context.environment["REPRISE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz", swiftSettings: strict))
}
