internal import GRDB

extension JournalState {
  /// Opens a leaf that the root names.
  ///
  /// - Throws: `VaultError.damaged(.leaf)` when it is missing, changed, on a damaged page, or an older
  ///   one put back.
  func leaf(_ mark: CatalogueRoot.LeafMark) throws -> CatalogueLeaf {
    let damage = Damage.leaf(rows: Int(mark.count))
    guard let box = try db.reading(damage, { try db.leaf(mark.id) }),
      Sealer.tag(of: box) == mark.tag,
      let bytes = sealer.open(box, at: place(.leaf, id: mark.id, revision: mark.revision)),
      let leaf = try? CatalogueLeaf(reading: bytes, format: root.format),
      leaf.rows.count == Int(mark.count)
    else { throw VaultError.damaged(damage) }
    return leaf
  }

  /// Whether the catalogue still names a row that was read before.
  ///
  /// - Throws: `VaultError.damaged(.leaf)`.
  func names(_ row: CatalogueRow) throws -> Bool {
    guard let index = leafIndex(for: row.key) else { return false }
    return try leaf(root.leaves[index]).rows.contains { $0.revision == row.revision }
  }

  /// Puts rows into their leaves, sealing each touched leaf once.
  ///
  /// Rows that belong to a leaf that cannot be opened start a new leaf beside it, so that damage
  /// never stops a person from writing on.
  mutating func insert(_ rows: [CatalogueRow]) throws {
    let groups = Dictionary(grouping: rows) { leafIndex(for: $0.key) }
    // From the back, so that a split does not move the places still to come.
    for (index, rows) in groups.sorted(by: { ($0.key ?? -1) > ($1.key ?? -1) }) {
      try insert(rows, intoLeafAt: index)
    }
  }

  /// The last leaf whose first key is not after `key`; the first leaf for what comes before all.
  func leafIndex(for key: CatalogueKey) -> Int? {
    var low = 0
    var high = root.leaves.count
    while low < high {
      let middle = (low + high) / 2
      if root.leaves[middle].first <= key { low = middle + 1 } else { high = middle }
    }
    return root.leaves.isEmpty ? nil : max(0, low - 1)
  }

  private mutating func insert(_ rows: [CatalogueRow], intoLeafAt index: Int?) throws {
    guard let index, let old = try wholeLeaf(at: index) else {
      let place = index.map { $0 + 1 } ?? 0
      root.leaves.insert(
        contentsOf: try newLeaves(rows.sorted { $0.key < $1.key }, from: nil), at: place)
      root.leaves.sort { $0.first < $1.first }
      return
    }
    let mark = root.leaves[index]
    let all = (old.rows + rows).sorted { $0.key < $1.key }
    root.leaves.replaceSubrange(
      index...index,
      with: try newLeaves(all, from: mark, isLast: index == root.leaves.count - 1))
  }

  /// A leaf, or nil when it is damaged; any other trouble is thrown, for it may pass.
  func wholeLeaf(at index: Int) throws -> CatalogueLeaf? {
    do {
      return try leaf(root.leaves[index])
    } catch VaultError.damaged {
      return nil
    }
  }

  /// Seals rows as one leaf or, past its capacity, as several.
  private mutating func newLeaves(
    _ rows: [CatalogueRow], from mark: CatalogueRoot.LeafMark?, isLast: Bool = true
  ) throws -> [CatalogueRoot.LeafMark] {
    let parts = (rows.count + CatalogueLeaf.capacity - 1) / CatalogueLeaf.capacity
    // People write forwards in time: at the end, full leaves stay full. In the middle, halves.
    let size = isLast ? CatalogueLeaf.capacity : (rows.count + parts - 1) / parts
    var marks: [CatalogueRoot.LeafMark] = []
    for start in stride(from: 0, to: rows.count, by: size) {
      let part = Array(rows[start..<min(start + size, rows.count)])
      let reused = start == 0 ? mark : nil
      marks.append(
        try sealLeaf(
          part, id: reused?.id ?? .random(in: .min ... .max),
          revision: reused.map { $0.revision + 1 } ?? 0))
    }
    return marks
  }

  /// Takes rows out of their leaves, and their records out of the file.
  mutating func remove(_ rows: [CatalogueRow]) throws {
    for row in rows { try db.removeRecord(row.revision) }
    let gone = Set(rows.map(\.revision))
    let touched = Set(rows.compactMap { leafIndex(for: $0.key) }).sorted(by: >)
    for index in touched {
      let mark = root.leaves[index]
      let rest = try leaf(mark).rows.filter { !gone.contains($0.revision) }
      if rest.isEmpty {
        try db.removeLeaf(mark.id)
        root.leaves.remove(at: index)
      } else {
        root.leaves[index] = try sealLeaf(rest, id: mark.id, revision: mark.revision + 1)
      }
    }
  }

  /// Seals every leaf of an older format in the present one.
  ///
  /// A damaged leaf stays as it is: damaged.
  mutating func upgrade() throws {
    guard root.format < CatalogueRoot.presentFormat else { return }
    for index in root.leaves.indices {
      guard let old = try wholeLeaf(at: index) else { continue }
      let mark = root.leaves[index]
      root.leaves[index] = try sealLeaf(old.rows, id: mark.id, revision: mark.revision + 1)
    }
    root.format = CatalogueRoot.presentFormat
    try db.setVersion(JournalDatabase.version)
  }

  private mutating func sealLeaf(
    _ rows: [CatalogueRow], id: UInt64, revision: UInt64
  ) throws -> CatalogueRoot.LeafMark {
    let box = try seal(
      CatalogueLeaf(rows: rows).encoded, at: place(.leaf, id: id, revision: revision))
    try db.putLeaf(box, id: id)
    return CatalogueRoot.LeafMark(
      id: id, revision: revision, count: UInt32(rows.count), first: rows[0].key,
      tag: Sealer.tag(of: box))
  }
}

extension JournalState {
  /// The rows of an entry's wordings.
  ///
  /// They stand side by side, because they bear the same moment and id.
  func rows(of entry: ItemID) throws -> [CatalogueRow] {
    let found: [(entry: ItemID, revision: ItemID)]
    do {
      found = try db.reading(.entry(entry.description)) {
        try db.revisions(ofEntries: entry.bits...entry.bits, limit: 10_000)
      }
    } catch VaultError.damaged {
      return try rows { $0.entry == entry }
    }
    guard !found.isEmpty else { return [] }
    // Any record that opens tells when the entry was written, and so where its rows are.
    guard let written = try written(found) else { return try rows { $0.entry == entry } }
    let first = CatalogueKey(written: written, entry: entry, revision: ItemID(bits: 0))
    guard var index = leafIndex(for: first) else { return [] }
    var rows: [CatalogueRow] = []
    var damage: VaultError?
    while index < root.leaves.count {
      do {
        rows += try leaf(root.leaves[index]).rows.filter { $0.entry == entry }
      } catch VaultError.damaged(let one) {
        // The leaf before is looked at only in case the entry begins there.
        damage = .damaged(one)
      }
      index += 1
      guard index < root.leaves.count, root.leaves[index].first.entry == entry else { break }
    }
    // A leaf that cannot be read may name the wording that stands for the entry.
    let named = Set(rows.map(\.revision))
    if let damage, !found.allSatisfy({ named.contains($0.revision) }) { throw damage }
    return rows
  }

  /// The entries of which a damaged leaf names a wording while a leaf beside it names another.
  func torn(byLeafAt index: Int) throws -> [Damage] {
    var torn: [Damage] = []
    let beside = [index - 1, index + 1].filter(root.leaves.indices.contains)
    for other in beside {
      guard let rows = try wholeLeaf(at: other)?.rows,
        let entry = (other < index ? rows.last : rows.first)?.entry
      else { continue }
      do {
        _ = try self.rows(of: entry)
      } catch VaultError.damaged {
        torn.append(.entry(entry.description))
      }
    }
    return torn
  }

  /// The rows of the whole catalogue that `isWanted` takes: the slow way, where the file's own index is
  /// damaged.
  ///
  /// - Throws: `VaultError.damaged` where there is none and a leaf cannot be read that may name one.
  func rows(where isWanted: (CatalogueRow) -> Bool) throws -> [CatalogueRow] {
    var rows: [CatalogueRow] = []
    var damage: VaultError?
    for mark in root.leaves {
      do {
        rows += try leaf(mark).rows.filter(isWanted)
      } catch VaultError.damaged(let one) {
        damage = .damaged(one)
      }
    }
    if rows.isEmpty, let damage { throw damage }
    return rows
  }

  /// Whether an entry is here.
  func hasEntry(_ entry: ItemID) throws -> Bool {
    do {
      return try db.reading(.entry(entry.description)) { try db.hasEntry(entry) }
    } catch VaultError.damaged {
      return try isListed { $0.entry == entry }
    }
  }

  /// Whether a wording is here.
  func hasRecord(_ revision: ItemID) throws -> Bool {
    do {
      return try db.reading(.entry(revision.description)) { try db.hasRecord(revision) }
    } catch VaultError.damaged {
      return try isListed { $0.revision == revision }
    }
  }

  private func isListed(_ isWanted: (CatalogueRow) -> Bool) throws -> Bool {
    do {
      return try !rows(where: isWanted).isEmpty
    } catch VaultError.damaged {
      return false
    }
  }

  /// The entries whose ids lie in `range`, at most `limit`.
  func entries(in range: ClosedRange<UInt64>, limit: Int) throws -> [ItemID] {
    do {
      return try db.reading(.database("")) { try db.entries(in: range, limit: limit) }
    } catch VaultError.damaged {
      let listed = Set(try rows { range.contains($0.entry.bits) }.map(\.entry))
      return Array(listed.sorted().prefix(limit))
    }
  }
}
