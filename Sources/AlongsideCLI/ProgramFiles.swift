internal import Disk

/// The files that came with the program, found from where it runs, so that it can be moved.
package enum ProgramFiles {
  /// The folders of packs that exist, best first.
  package static func packs() -> [String] {
    folders("packs").filter { FileFacts(of: $0, followingLinks: true) != nil }
  }

  /// The folders that may hold the pages that the program prints, best first.
  package static func pages() -> [String] { folders("docs") }

  /// A folder of `share/alongside`: beside the `bin` folder of an installation, then beside the
  /// program as it is carried on a stick.
  private static func folders(_ name: String) -> [String] {
    let program = FileFacts.resolved("/proc/self/exe")
    guard let slash = program.lastIndex(of: "/") else { return [] }
    let here = program[..<slash]
    let above = here.lastIndex(of: "/").map { here[..<$0] } ?? ""
    return [above, here].map { "\($0)/share/alongside/\(name)" }
  }
}
