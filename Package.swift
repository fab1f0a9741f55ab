// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is built to the same standard.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "alongside",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "alongside", targets: ["alongside"])],
  // Exact versions, since Package.resolved is not kept: a newer one is a change of ours, with its tests.
  dependencies: [
    // Commands, help, completions and the man page from one declaration.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // X25519, ChaCha20-Poly1305, HKDF, scrypt, X-Wing: nobody should write these twice.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    // SQLite with errors that do not carry the words being stored.
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    // Starts the editor as a child that may read the terminal.
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    // Files, folders and locks: the one place that asks the system for them.
    .target(name: "Disk", swiftSettings: strict),

    // The domain: pure values and rules. Imports nothing.
    .target(name: "Practice", swiftSettings: strict),

    // Files: YAML text to nodes, nodes to domain values.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "YAML", dependencies: ["CLibYAML"], swiftSettings: strict),
    // What files of packs look like, apart from Packs: plugins, forms and policies are files of the same sort.
    .target(
      name: "PackFormat", dependencies: ["YAML", "Practice", "Codec"], swiftSettings: strict),
    .target(
      name: "Packs",
      dependencies: ["PackFormat", "YAML", "Practice", "Archive", "SSHSigning", "Disk"],
      swiftSettings: strict),

    // The spellings that several modules read and write. Imports nothing of ours.
    .target(name: "Codec", swiftSettings: strict),

    // Sealing and keeping.
    .target(
      name: "Age",
      dependencies: ["Codec", crypto, .product(name: "CryptoExtras", package: "swift-crypto")],
      swiftSettings: strict),
    // Inflates the parts of a zip file that another journal wrote.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "Archive", dependencies: ["CZlib", crypto], swiftSettings: strict),
    // Who signed a pack: the file format of `ssh-keygen -Y`.
    .target(name: "SSHSigning", dependencies: ["Codec", crypto], swiftSettings: strict),
    .target(
      name: "Vault",
      dependencies: ["Age", "Codec", "Disk", crypto, grdb],
      swiftSettings: strict),

    // The use cases: no terminal, no environment, no processes.
    .target(
      name: "AlongsideRuntime",
      dependencies: [
        "Vault", "Age", "Codec", "Packs", "PackFormat", "YAML", "Practice", "Archive", "SSHSigning",
        "Disk",
      ],
      swiftSettings: strict),

    // What `doctor` finds around a journal, as facts; mounts, swap and disks are read at its edge.
    .target(name: "Health", dependencies: ["Disk", "Practice"], swiftSettings: strict),

    // The edge: terminal, process, commands.
    .target(name: "CProcess"),
    .target(
      name: "Console",
      dependencies: [
        "CProcess", "Disk", .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .target(
      name: "AlongsideCLI",
      dependencies: [
        "AlongsideRuntime", "Console", "Health", "Packs", "PackFormat", "Practice", "Vault", "Age",
        "SSHSigning", "Disk",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "alongside", dependencies: ["AlongsideCLI", "CProcess", "Disk"], swiftSettings: strict),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: ["Console", .product(name: "Subprocess", package: "swift-subprocess")],
      path: "Tests/Support", swiftSettings: strict),
    .executableTarget(
      name: "alongside-fuzz",
      dependencies: ["Packs", "PackFormat", "YAML", "Archive", "SSHSigning", "TestSupport"],
      path: "Tests/Fuzz", swiftSettings: strict),
    .testTarget(
      name: "CodecTests", dependencies: ["Codec", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "AgeTests", dependencies: ["Age", "Codec", "TestSupport", "CZlib", crypto],
      exclude: ["Vectors"], swiftSettings: strict),
    .testTarget(
      name: "PracticeTests", dependencies: ["Practice", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "YAMLTests", dependencies: ["YAML", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PackFormatTests", dependencies: ["PackFormat", "YAML", "Practice"],
      swiftSettings: strict),
    .testTarget(
      name: "PackTests",
      dependencies: [
        "Packs", "PackFormat", "YAML", "Practice", "Archive", "SSHSigning", "TestSupport",
      ],
      exclude: ["Broken", "Reference", "CanonicalHashes.txt"], swiftSettings: strict),
    .testTarget(
      name: "VaultTests",
      dependencies: ["Vault", "Age", "Disk", "TestSupport", crypto, grdb],
      swiftSettings: strict),
    .testTarget(
      name: "SSHSigningTests", dependencies: ["SSHSigning", "Codec", "TestSupport", crypto],
      swiftSettings: strict),
    .testTarget(
      name: "ArchiveTests", dependencies: ["Archive", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "RuntimeTests",
      dependencies: [
        "AlongsideRuntime", "Packs", "PackFormat", "Vault", "Age", "Practice", "Disk",
        "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "HealthTests", dependencies: ["Health", "Disk", "Practice", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ConsoleTests", dependencies: ["Console", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "AlongsideCLITests",
      dependencies: [
        "AlongsideCLI", "AlongsideRuntime", "Vault", "Age", "Console", "Health", "Packs",
        "Practice", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Transcripts", "Fixtures", "DoctorWords.txt"], swiftSettings: strict),
  ]
)
