import Archive
import PackFormat

/// Where in a pack the files of each kind stand.
enum PackPlace {
  /// The folders whose `.yaml` files belong to a pack.
  static let folders = [
    "prompts", "templates", "sessions", "values", "signposts", "locales", "tests",
  ]
  /// For the author's editor alone: passed over without a word.
  static let editorFolder = "schemas"

  /// Whether a file of this path is a part of a pack.
  static func isPart(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: return isTop(path)
    case 2: return folders.contains(parts[0]) && path.hasSuffix(".yaml")
    // A folder named like a file would be taken for one once it is installed.
    case 3: return parts[0] == "locales" && !parts[1].hasSuffix(".yaml") && path.hasSuffix(".yaml")
    default: return false
    }
  }

  /// The files beside the manifest: sums, and what people read.
  private static func isTop(_ name: String) -> Bool {
    if ["pack.yaml", Sums.name, Sums.signatureName].contains(name) { return true }
    return name.hasSuffix(".md")
      || ["README", "LICENCE", "LICENSE"].contains { name.hasPrefix($0) }
  }

  /// The most bytes that a file of this path may have.
  static func byteLimit(_ path: String) -> Int {
    switch path {
    case Sums.name: Sums.byteLimit
    case Sums.signatureName: PackLimits.signatureByteCount
    default: PackLimits.fileByteCount
    }
  }

  /// Whether someone meant the file to be read: those that a desktop or an editor leaves do not
  /// end like this.
  static func looksMeant(_ path: String) -> Bool {
    [".yaml", ".yml"].contains { path.lowercased().hasSuffix($0) }
  }

  /// The name that a file in a pack's folder can have; nil where none is near.
  static func better(_ path: String) -> String? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.split(separator: ".").first.map(String.init) ?? ""
    guard looksMeant(path), !stem.isEmpty else { return nil }
    return Identifier.made(from: stem).map { "\($0).yaml" }
  }

  /// What is said about a file that is no part of a pack.
  static func notAPart(_ path: String) -> (message: String, hint: Hint) {
    let inFolder = folders.contains { path.hasPrefix("\($0)/") }
    if inFolder, !path.hasSuffix(".yaml") {
      return (
        "This file is not read: its name does not end in .yaml.",
        better(path).map { "If it belongs to the pack, call it \"\($0)\"." }
          ?? "Rename or remove it."
      )
    }
    return (
      "This is no part of a pack, so it is not read.",
      "A pack has pack.yaml, README and LICENCE, and the folders "
        + "\(folders.filter { $0 != "sessions" }.joined(separator: ", "))."
    )
  }
}
