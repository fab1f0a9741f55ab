import PackFormat
import Practice
import YAML

/// An item that another pack names.
struct Target: Sendable, Hashable {
  var kind: ItemKind
  var pack: String
  var id: String

  var fullID: String { "\(pack)/\(id)" }
}

extension Composition {
  /// The item that a pack means; nil, with a finding, where it may not be changed or is not there.
  ///
  /// - Parameter fields: what is to be set, to tell items of the same name apart.
  mutating func target(
    _ name: String, at mark: Mark, of member: Member, kinds: [ItemKind], fields: [String]
  ) -> Target? {
    let parts = name.split(separator: "/").map(String.init)
    guard let id = parts.last else { return nil }
    let pack = parts.count == 2 ? parts[0] : nil
    if pack == member.pack.id || (pack == nil && isOnlyOwn(id, of: member, kinds)) {
      add(
        .ownItem, member, mark, "\"\(name)\" is an item of this pack itself.",
        hint: "Change it in its own file.")
      return nil
    }
    let found = targets(pack: pack, id: id, kinds).filter { $0.pack != member.pack.id }
    let packs = Set(found.map(\.pack))
    guard packs.count <= 1 else {
      add(
        .unknownTarget, member, mark, "\"\(name)\" is in more than one pack.",
        hint: "Name it with its pack: \(found.map(\.fullID).joined(separator: " or ")).")
      return nil
    }
    let fitting = found.first { target in fields.allSatisfy { isField($0, of: target) } }
    guard let target = fitting ?? found.first else {
      unknown(name, pack: pack, at: mark, of: member, kinds)
      return nil
    }
    let isOwn = members.contains { $0.pack.id == target.pack && $0.standing == .own }
    guard isOwn, member.standing != .own else { return target }
    refuseOwn(target.fullID, at: mark, of: member)
    return nil
  }

  private mutating func refuseOwn(_ name: String, at mark: Mark, of member: Member) {
    add(
      .protected, member, mark, "\(name) is the person's own; no pack changes it.",
      hint: "Take this away.")
  }

  private func targets(pack: String?, id: String, _ kinds: [ItemKind]) -> [Target] {
    packs.filter { pack == nil || $0.id == pack }.flatMap { pack in
      kinds.filter { pack.ids(of: $0).contains(id) }
        .map { Target(kind: $0, pack: pack.id, id: id) }
    }
  }

  private func isOnlyOwn(_ id: String, of member: Member, _ kinds: [ItemKind]) -> Bool {
    let found = targets(pack: nil, id: id, kinds)
    return !found.isEmpty && found.allSatisfy { $0.pack == member.pack.id }
  }

  private mutating func unknown(
    _ name: String, pack: String?, at mark: Mark, of member: Member, _ kinds: [ItemKind]
  ) {
    let others = packs.filter { $0.id != member.pack.id }
    if pack == Self.ownPack { return refuseOwn(name, at: mark, of: member) }
    if let pack, !others.contains(where: { $0.id == pack }) {
      let nearest = Nearest.near(pack, among: others.map(\.id))
      return add(
        .unknownTarget, member, mark, "There is no pack \"\(pack)\" here, so nothing is changed.",
        hint: nearest.map { "Did you mean \"\($0)\"?" } ?? "Install it, or take this away.",
        severity: .warning)
    }
    let known = others.filter { pack == nil || $0.id == pack }.flatMap { other in
      kinds.flatMap { other.ids(of: $0) }.map { pack == nil ? $0 : "\(other.id)/\($0)" }
    }
    add(
      .unknownTarget, member, mark, "There is no item \"\(name)\" in any other pack.",
      hint: Nearest.question(name, among: known)
        ?? "\(.listPrompts) names those that there are.")
  }
}
