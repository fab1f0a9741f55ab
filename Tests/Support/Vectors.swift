#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Files of a folder beside a test, found by the test's own place in the source tree.
package enum Vectors {
  /// The paths of all files in `folder`, which stands beside `file`, in order of name.
  package static func paths(in folder: String, beside file: String) -> [String] {
    let place = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(
      folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    return names.sorted().map { place.appendingPathComponent($0).path }
  }
}
