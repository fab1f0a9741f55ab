internal import Disk
internal import PackFormat
internal import Packs
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The prompts a person wrote for themselves, in `own/` below the home: a pack like any other, last
/// in order, which no other pack changes or hides.
enum OwnPack {
  static let id = Composition.ownPack

  /// What the folder says about itself where it has no `pack.yaml`.
  static let manifest = Manifest(
    id: id, version: "0.0.0", revision: 0, name: "Your own", defaultLocale: "en", locales: ["en"])
}

extension Desk {
  /// Whether a path, as it was typed, leads to the folder of the person's own prompts.
  func isOwn(_ path: String) -> Bool {
    guard let ownPath else { return false }
    let typed = URL(fileURLWithPath: absolute(path)).standardizedFileURL.path
    return typed == URL(fileURLWithPath: ownPath).standardizedFileURL.path
  }

  /// The folder of the person's own prompts, where there is one.
  var ownPath: String? {
    guard let path = try? "\(home())/\(OwnPack.id)",
      FileFacts(of: path, followingLinks: true) != nil
    else { return nil }
    return path
  }
}
