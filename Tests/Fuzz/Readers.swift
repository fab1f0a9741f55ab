import Archive
import FoundationEssentials
import PackFormat
import Packs
import SSHSigning
import YAML

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Every reader that takes bytes which somebody else wrote, with good samples to break.
struct Readers {
  struct Reader {
    var name: String
    var samples: [[UInt8]]
    var read: ([UInt8]) -> Void
  }

  private(set) var all: [Reader] = []

  /// - Parameter root: the folder of the repository.
  init(root: String) throws {
    let core = "\(root)/prompts/core"
    for kind in FileKind.all {
      let samples = try Self.samples(of: kind, core: core, broken: "\(root)/Tests/PackTests/Broken")
      all.append(
        Reader(name: kind.schema, samples: samples) { bytes in
          _ = PackFile.lint(bytes, file: "f", kind: kind, linting: true)
        })
    }
    all.append(
      Reader(name: "yaml", samples: all.flatMap(\.samples)) { _ = YAMLReading($0, mending: true) })
    let prompts = PackFolder(path: core).pack?.prompts ?? []
    all.append(
      Reader(
        name: "json steps", samples: prompts.map { CanonicalJSON.value(of: $0).steps },
        read: { _ = PackFile.steps(json: $0, file: "f") }))
    try addBuilt(core: core)
  }

  /// What is read of a pack that somebody sends: the archive, its list and its signature.
  private mutating func addBuilt(core: String) throws {
    let core = PackFiles(folder: core)
    let small = PackFiles(
      ["pack.yaml", "prompts/daily-tired.yaml"].reduce(into: [:]) { $0[$1] = core[$1] })
    let key = SigningKey()
    let archives = try [core, small].map { files in
      let signature = try key.sign(files.sums.bytes, namespace: .pack).armored
      return try PackArchive.build(files, signature: signature).bytes
    }
    all.append(
      Reader(name: "archive", samples: archives) { _ = try? OfferedPack(archive: $0, name: "f") })
    all.append(
      Reader(name: "sums", samples: [core.sums.bytes]) { _ = try? Sums($0, mostFiles: 2000) })
    let signature = try key.sign(small.sums.bytes, namespace: .pack).armored
    all.append(
      Reader(name: "signature", samples: [signature]) { bytes in
        try? SSHSignature(armored: bytes).verify(bytes, namespace: .pack)
      })
    let line = key.verifyingKey.line
    let policy = "schema: alongside.policy/1\nsigners: [{name: A, key: \"\(line)\"}]\n"
    all.append(
      Reader(name: "policy", samples: [Array(policy.utf8)]) { _ = Policy.read($0, file: "f") })
  }

  private static func samples(of kind: FileKind, core: String, broken: String) throws -> [[UInt8]] {
    let folder = kind.folder.map { "\(core)/\($0)" } ?? core
    let name = kind.schema.dropFirst("alongside.".count).dropLast("/1".count)
    let inCore = try files(in: folder).filter { $0.hasSuffix(".yaml") }
    let wrong = try files(in: broken).filter { $0.contains("/\(name)-") }
    return try (inCore + wrong).map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
      .filter { $0.count < 64 << 10 }
  }

  private static func files(in folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
      "\(folder)/\($0)"
    }
  }

  static func peakMemoryKiB() -> Int {
    var usage = rusage()
    // RUSAGE_SELF, whose Swift type differs from system to system.
    getrusage(0, &usage)
    return usage.ru_maxrss
  }
}

extension JSONValue {
  /// The steps of a prompt that is one value.
  fileprivate var steps: [UInt8] {
    guard case .object(let members) = self else { return [] }
    return members["steps"]?.bytes ?? []
  }
}
