#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Where the packs lie that came with the program.
package enum BundledPacks {
  /// The folders that could hold them, those that are there, best first: beside the `bin` folder of
  /// an installation, then beside the program as it is carried on a stick.
  package static func folders() -> [String] {
    guard
      let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      let slash = program.lastIndex(of: "/")
    else { return [] }
    let here = String(program[..<slash])
    return ["\(here)/../share/alongside/packs", "\(here)/share/alongside/packs"]
      .filter { FileManager.default.fileExists(atPath: $0) }
  }
}
