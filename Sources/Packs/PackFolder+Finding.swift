#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension PackFolder {
  /// The folders below `path` that are packs, by their `pack.yaml`, in order of name.
  package static func packs(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { "\(path)/\($0)" }
      .filter { FileManager.default.fileExists(atPath: "\($0)/pack.yaml") }
  }
}
