// swift-tools-version: 6.1
import PackageDescription

/// Complete checking from the first day: Swift 6 language mode plus the features that will be its
/// successor's defaults.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "kg",
  products: [
    .library(name: "KnowledgeGraph", targets: ["KnowledgeGraph"]),
    .executable(name: "kg", targets: ["kg"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries: each is imported by one module only.
    .target(name: "CGraphviz"),
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CMessageDigest", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

    // Values: no input or output.
    .target(name: "CNameTables"),
    .target(
      name: "KGModel", dependencies: ["CNameTables"], exclude: ["Names/Data", "Identifiers/Data"],
      swiftSettings: strict
    ),
    .target(name: "KGRDF", dependencies: ["KGModel"], swiftSettings: strict),
    .target(name: "KGSPARQL", dependencies: ["KGModel", "KGRDF"], swiftSettings: strict),
    // What queries ask of a store, and how rows travel between both.
    .target(name: "KGQuerySource", dependencies: ["KGModel", "KGSPARQL"], swiftSettings: strict),

    // Bytes to records and statements.
    .target(
      name: "KGText", dependencies: ["KGModel"], resources: [.embedInCode("Data")],
      swiftSettings: strict),
    .target(name: "CLexiconTables"),
    .target(
      name: "KGLexicon", dependencies: ["KGModel", "KGText", "CLexiconTables"], exclude: ["Data"],
      swiftSettings: strict),
    .target(
      name: "KGReaders",
      dependencies: [
        "KGModel", "KGText", "KGLexicon", "CCmarkGFM", "CLibXML2",
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Data")],
      swiftSettings: strict),
    .target(name: "CFittedModels"),
    .target(
      name: "KGProfiles",
      dependencies: ["KGModel", "KGText", "KGLexicon", "KGReaders", "CFittedModels"],
      exclude: ["Models"], resources: [.embedInCode("Data")],
      swiftSettings: strict),
    .target(
      name: "KGIngest",
      dependencies: ["KGModel", "KGText", "KGLexicon", "KGReaders", "KGProfiles"],
      swiftSettings: strict),

    // The store, identity, questions, pictures.
    .target(
      name: "KGStore",
      dependencies: [
        "KGModel", "KGRDF", "KGSPARQL", "KGQuerySource", "CSQLite", "CMessageDigest",
      ],
      swiftSettings: strict),
    .target(
      name: "KGResolve", dependencies: ["KGModel"], resources: [.embedInCode("Data")],
      swiftSettings: strict),
    .target(
      name: "KGQuery",
      dependencies: [
        "KGModel", "KGLexicon", "KGRDF", "KGSPARQL", "KGQuerySource", "CMessageDigest",
      ],
      resources: [.embedInCode("queries")], swiftSettings: strict,
      // The archive by its name: a static library, so that the command runs where only Debian's base is.
      linkerSettings: [.linkedLibrary(":libmd.a")]),
    .target(name: "KGExport", dependencies: ["KGModel", "CGraphviz"], swiftSettings: strict),

    // What people use.
    .target(
      name: "KnowledgeGraph",
      dependencies: [
        "KGModel", "KGLexicon", "KGReaders", "KGProfiles", "KGIngest", "KGRDF", "KGSPARQL",
        "KGStore", "KGResolve", "KGQuery", "KGExport", "CMalloc",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "kg",
      dependencies: [
        "KnowledgeGraph", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict,
      linkerSettings: [
        // Fixed addresses and no symbol table for other programs: relocating a hundred thousand addresses and
        // searching fifteen thousand symbols takes a tenth of a small question's time at each start.
        // A file that is written instead of mapped lies in the page cache in larger pieces.
        .unsafeFlags(
          [
            "-Xclang-linker", "-no-pie", "-Xlinker", "--strip-all", "-Xlinker",
            "--no-export-dynamic", "-Xlinker", "--no-mmap-output-file",
          ], .when(platforms: [.linux], configuration: .release))
      ]),

    .executableTarget(
      name: "kg-bench",
      dependencies: [
        "KnowledgeGraph", "KGModel", "KGProfiles", "KGIngest", "KGRDF", "KGSPARQL", "KGStore",
        "KGQuery", "GoldScoring",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(
      name: "KGModelTests", dependencies: ["KGModel", "TestSupport"],
      exclude: ["Names/han-names.tsv"],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["KGModel"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "GoldScoring", dependencies: ["KGModel"], path: "Tests/GoldScoring",
      swiftSettings: strict),
    .testTarget(
      name: "GoldScoringTests", dependencies: ["GoldScoring", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "KGRDFTests", dependencies: ["KGModel", "KGRDF", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "KGTextTests", dependencies: ["KGModel", "KGText"], swiftSettings: strict),
    .testTarget(
      name: "KGLexiconTests", dependencies: ["KGModel", "KGText", "KGLexicon"],
      swiftSettings: strict),
    .testTarget(
      name: "KGReadersTests",
      dependencies: ["KGModel", "KGText", "KGLexicon", "KGReaders", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "KGProfilesTests",
      dependencies: ["KGModel", "KGText", "KGLexicon", "KGReaders", "KGProfiles"],
      swiftSettings: strict),
    .testTarget(
      name: "KGIngestTests",
      dependencies: [
        "KGModel", "KGText", "KGLexicon", "KGProfiles", "KGIngest", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "KGSPARQLTests", dependencies: ["KGModel", "KGSPARQL"], swiftSettings: strict),
    .testTarget(
      name: "KGQueryTests",
      dependencies: [
        "KGModel", "KGRDF", "KGSPARQL", "KGQuerySource", "KGQuery", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "KGResolveTests", dependencies: ["KGModel", "KGResolve"], swiftSettings: strict),
    .testTarget(
      name: "KnowledgeGraphTests",
      dependencies: [
        "KnowledgeGraph", "KGModel", "KGText", "KGLexicon", "KGReaders", "KGProfiles", "KGIngest",
        "KGRDF", "KGSPARQL", "KGQuerySource", "KGQuery", "KGStore", "GoldScoring", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "kgTests", dependencies: ["kg", "kg-bench", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "KGStoreTests",
      dependencies: [
        "KGModel", "KGRDF", "KGSPARQL", "KGQuery", "KGStore", "GoldScoring", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "KGExportTests", dependencies: ["KGModel", "KGExport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// The program that `fuzz/run` feeds with damaged documents; its `main` is libFuzzer's.
if Context.environment["KG_FUZZ_BUILD"] != nil {
  package.targets.append(
    .executableTarget(
      name: "kg-fuzz", dependencies: ["KGModel", "KGRDF", "KGText", "KGReaders", "KGProfiles"],
      path: "fuzz", exclude: ["run", "seeds", "words.dict"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
