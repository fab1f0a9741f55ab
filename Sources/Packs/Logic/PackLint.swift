import Disk
package import PackFormat
import YAML

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Everything that can be found in a pack, a folder of packs, a folder of a pack, or one file.
///
/// A file inside a pack is looked at together with the pack, so that what it names is known.
package struct PackLint: Sendable {
  /// File by file, `pack.yaml` first; in a file, from top to bottom.
  package private(set) var findings: [Finding] = []

  private let terms: Set<String>
  private let others: [Pack]
  private let standIn: Manifest?

  /// - Parameters:
  ///   - path: where it lies.
  ///   - name: what to call it in findings; nothing gives the paths inside it alone.
  ///   - others: the packs it would stand beside: those it may change, and whose words it may use.
  ///   - standIn: what a pack says about itself that may go without `pack.yaml`.
  package init(
    path: String, name: String, beside others: [Pack] = [], standIn: Manifest? = nil
  ) {
    self.others = others
    self.standIn = standIn
    terms = Set(others.flatMap(\.manifest.vocabulary.keys))
    let place = Place(path)
    var isFolder = false
    guard Self.exists(place.path, isFolder: &isFolder) else {
      findings = [
        Finding(
          file: name, line: 1, column: 1, code: FindingCode.unreadable.rawValue, severity: .error,
          message: "There is no file or folder here.", hint: "Check its path.")
      ]
      return
    }
    if isFolder { lintFolder(place, name) } else { lintFile(place, name) }
  }

  private mutating func lintFolder(_ place: Place, _ name: String) {
    let packs = place.holdsPack ? [] : PackFolder.packs(in: place.path)
    if !packs.isEmpty {
      for pack in packs {
        let last = Place(pack).last
        take(pack, as: Self.joined(name, last))
      }
    } else if !place.holdsPack, place.parent.holdsPack, Self.isKnown(place.last) {
      take(place.parent.path, as: name, only: place.last + "/")
    } else if !place.holdsPack, standIn == nil, let files = Self.loose(in: place.path),
      !files.isEmpty
    {
      for file in files { lintFile(Place("\(place.path)/\(file)"), Self.joined(name, file)) }
    } else {
      take(place.path, as: name)
    }
  }

  private mutating func lintFile(_ place: Place, _ name: String) {
    let folder = place.parent
    if place.last == "pack.yaml" {
      return take(folder.path, as: name, only: "pack.yaml")
    }
    if folder.parent.holdsPack, Self.isKnown(folder.last) {
      return take(folder.parent.path, as: name, only: "\(folder.last)/\(place.last)")
    }
    guard let opened = OpenFolder(path: folder.path),
      let bytes = try? opened.bytes(of: place.last, limit: YAMLReading.sizeLimit)
    else {
      return findings.append(
        Finding(
          file: name, line: 1, column: 1, code: FindingCode.unreadable.rawValue, severity: .error,
          message: "This file cannot be read.", hint: "Check that it is a plain file, and yours."))
    }
    findings += PackFile.lint(
      bytes, file: name, kind: FileKind.said(in: bytes), linting: true, terms: terms)
  }

  /// Takes in a pack's findings, or those of one of its folders or files.
  private mutating func take(_ path: String, as name: String, only part: String? = nil) {
    let folder = PackFolder(path: path, linting: true, standIn: standIn, terms: terms)
    let between = folder.pack.map { pack in
      Composition.conflicts(of: pack, with: others.filter { $0.id != pack.id })
    }
    let found = (folder.findings + (between ?? []))
      .filter { finding in part.map { finding.file.hasPrefix($0) } ?? true }
    let isFile = part.map { !$0.hasSuffix("/") } ?? false
    findings += Self.inOrder(found).map { finding in
      var placed = finding
      let inside = part.map { String(finding.file.dropFirst($0.count)) } ?? finding.file
      placed.file = isFile ? name : Self.joined(name, inside)
      return placed
    }
  }

  private static func inOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.file != second.file {
        if first.file == "pack.yaml" || second.file == "pack.yaml" {
          return first.file == "pack.yaml"
        }
        return first.file.utf8.lexicographicallyPrecedes(second.file.utf8)
      }
      return (first.line, first.column, a.offset) < (second.line, second.column, b.offset)
    }.map(\.element)
  }

  private static func joined(_ name: String, _ inside: String) -> String {
    if name.isEmpty || inside.isEmpty { return name + inside }
    return name.hasSuffix("/") ? name + inside : "\(name)/\(inside)"
  }

  private static func exists(_ path: String, isFolder: inout Bool) -> Bool {
    if OpenFolder(path: path) != nil {
      isFolder = true
      return true
    }
    return FileFacts(of: path, followingLinks: true) != nil
  }

  private static func isKnown(_ folder: String) -> Bool {
    folder == "sessions" || FileKind.all.contains { $0.folder == folder }
  }

  /// The files of a folder that is no pack and does not look like one.
  private static func loose(in path: String) -> [String]? {
    guard let folder = OpenFolder(path: path) else { return nil }
    let names = folder.names()
    return names.contains(where: isKnown) ? nil : names.filter { $0.hasSuffix(".yaml") }
  }

  /// A path taken apart.
  private struct Place {
    let path: String

    init(_ path: String) {
      var bytes = path.utf8[...]
      while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes = bytes.dropLast() }
      let trimmed = String(Substring(bytes))
      let dot = trimmed == "." || trimmed.hasSuffix("/.") || trimmed.hasSuffix("..")
      self.path = dot ? URL(fileURLWithPath: trimmed).standardizedFileURL.path : trimmed
    }

    var last: String { path.split(separator: "/").last.map(String.init) ?? "" }

    var parent: Place {
      guard let slash = path.lastIndex(of: "/") else {
        return Place(path == "." ? ".." : ".")
      }
      return Place(slash == path.startIndex ? "/" : String(path[..<slash]))
    }

    var holdsPack: Bool { PackFolder.isPack(path) }
  }
}
