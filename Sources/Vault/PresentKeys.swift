internal import Age
internal import Disk

/// The keys that a journal's file has right now, with the lock that keeps them so.
///
/// Another process can change the keys of a journal at any time but one: while somebody holds the
/// folder's lock. A page judged by keys of yesterday looks like a stranger's. So whatever judges a page,
/// a draft or a way in, or seals something to the journal, takes this value; only
/// `OpenJournal.withPresentKeys` and `refreshing` make one, after comparing under the lock. It cannot be
/// copied and ends with the closure it is handed to.
///
///     try journal.withPresentKeys { keys in Inbox(keys) }
struct PresentKeys: ~Copyable {
  let place: JournalPlace
  /// The catalogue's root, which proved the keys.
  let root: CatalogueRoot
  /// The identity of the way in that opened the journal.
  let slot: X25519Identity
  /// What pages may have been sealed to: the present identity, then earlier ones.
  let captures: [X25519Identity]
  /// Nil where no lock can be made, because the folder cannot be written: nothing is moved there.
  private let lock: FileLock?

  /// - Throws: `VaultError.keysChanged` if these are not the keys that the root names.
  init(
    _ place: JournalPlace, _ root: CatalogueRoot, slot: X25519Identity,
    captures: [X25519Identity], holding lock: FileLock?
  ) throws(VaultError) {
    guard root.captures == captures.map(\.recipient.description),
      root.slots.contains(where: { $0.recipient == slot.recipient.description })
    else { throw .keysChanged }
    self.place = place
    self.root = root
    self.slot = slot
    self.captures = captures
    self.lock = lock
  }

  /// Reads a file of the journal's folder and opens it.
  ///
  /// - Parameters:
  ///   - path: inside the folder, as in `inbox/NAME`.
  ///   - read: makes something of the content; nil where it is none of this program's.
  func judge<Content>(_ path: String, as read: ([UInt8]) -> Content?) -> Judgement<Content> {
    switch openFile(path) {
    case .opened(let content): return read(content).map { .opened($0) } ?? .unopened(.garbage)
    case .unopened(.garbage): return .unopened(isCut(path) ? .damaged : .garbage)
    case .unopened(let reason): return .unopened(reason)
    case .gone: return .gone
    }
  }

  /// Opens a file by its header first: of a stranger's, however many and large, no more is read.
  private func openFile(_ path: String) -> Judgement<[UInt8]> {
    let file = "\(place.folder)/\(path)"
    do {
      // Header and seals add little to the payload; twice the limit is never a page.
      let limit = 2 * Page.byteLimit
      switch try SystemFile.look(at: file, limit: limit, upTo: Opening.headerByteCount) {
      case .absent: return .gone
      case .noPlainFile, .tooLarge: return .unopened(.notAFile)
      case .bytes(let beginning) where beginning.count < Opening.headerByteCount:
        return Self.open(beginning, with: captures)
      case .bytes(let beginning):
        if let reason = Self.objection(toHeader: beginning, captures) { return .unopened(reason) }
      }
      guard case .bytes(let bytes) = try SystemFile.look(at: file, limit: limit) else {
        return .gone
      }
      return Self.open(bytes, with: captures)
    } catch {
      return .unopened(.unreadable(error.reason))
    }
  }

  /// Whether a file bears the name of a page or draft of this program and begins as one, so that its
  /// header was cut or changed: whose it is cannot be told, and it may be ours.
  private func isCut(_ path: String) -> Bool {
    let name = path.lastPart
    guard name.hasSuffix(".age"), [13, 26].contains(name.utf8.count - 4),
      name.utf8.dropLast(4).allSatisfy({ 0x61...0x7A ~= $0 || 0x32...0x37 ~= $0 }),
      case .bytes(let found)? = try? SystemFile.look(at: "\(place.folder)/\(path)", upTo: 64)
    else { return false }
    let beginning = Array("age-encryption.org/v1\n-> X25519 ".utf8)
    return found.starts(with: beginning) || beginning.starts(with: found)
  }

  /// Opens an age file that was read whole.
  static func open(
    _ bytes: [UInt8], with identities: [X25519Identity]
  ) -> Judgement<[UInt8]> {
    do {
      return .opened(try Opening.open(bytes, with: identities))
    } catch {
      return .unopened(reason(for: error))
    }
  }

  /// Why a file does not open, as far as its beginning tells; nil if one of the identities opens it.
  private static func objection(
    toHeader beginning: [UInt8], _ identities: [X25519Identity]
  ) -> Unopened.Reason? {
    do {
      try Opening.check(header: beginning, with: identities)
      return nil
    } catch {
      return reason(for: error)
    }
  }

  private static func reason(for error: any Error) -> Unopened.Reason {
    switch error {
    case AgeError.noMatch: .foreign
    // Both come only after one of the identities unwrapped the file's key.
    case AgeError.headerChanged, AgeError.payload: .damaged
    case AgeError.system(let reason): .unreadable(reason)
    default: .garbage
    }
  }

  /// The present identity and the one that `capture` names, because a page may be on its way right now,
  /// and each earlier one that something in the folder may still need.
  ///
  /// What cannot be read may need any of them, and so may a draft that is being written.
  func capturesStillNeeded() -> [X25519Identity] {
    guard let named = try? namedByCapture() else { return captures }
    let present = captures.first?.recipient.description
    func isOnItsWay(_ identity: X25519Identity) -> Bool {
      [present, named].contains(identity.recipient.description)
    }
    var needed = captures.filter(isOnItsWay)
    var open = captures.filter { !isOnItsWay($0) }
    for folder in ["inbox", "inbox/aside", "drafts"] where !open.isEmpty {
      guard let names = try? SystemFile.names(in: "\(place.folder)/\(folder)") else {
        return captures
      }
      for name in names {
        guard let need = need(of: "\(folder)/\(name)", among: open) else { return captures }
        needed += open.filter { need.contains($0.recipient.description) }
        open.removeAll { need.contains($0.recipient.description) }
      }
    }
    return needed
  }

  /// The recipient in the `capture` file; empty where the file names none.
  ///
  /// It is an earlier one where the last change of keys could not write the file, or somebody copied an
  /// old one back.
  ///
  /// - Throws: `VaultError.system` if it cannot be read.
  private func namedByCapture() throws(VaultError) -> String {
    do throws(VaultError) {
      return try Capture(at: place).recipient
    } catch .damaged(.captureFile) {
      return ""
    }
  }

  /// The recipients of those identities that a file is sealed to; nil where that cannot be told.
  private func need(of path: String, among identities: [X25519Identity]) -> Set<String>? {
    let file = "\(place.folder)/\(path)"
    if path.hasSuffix(".lock") { return DraftHold.isHeld(file) ? nil : [] }
    guard let found = try? SystemFile.look(at: file, limit: 2 * Page.byteLimit) else { return nil }
    guard case .bytes(let bytes) = found else { return [] }
    let sealed = identities.filter { identity in
      switch Self.open(bytes, with: [identity]) {
      case .opened, .unopened(.damaged), .unopened(.unreadable): true
      default: false
      }
    }
    return Set(sealed.map(\.recipient.description))
  }
}

extension VaultError {
  /// The system's words, where there are any.
  var reason: String {
    if case .system(_, let reason) = self { reason } else { "it cannot be read" }
  }
}
