internal import Disk

/// Whether this account can read every page and draft that waits, and what did not open.
///
/// Needs no keys: what a file holds it does not know.
struct SealedFilesCheck: HealthCheck {
  static let topic = "sealed-files"

  /// The journal's folder.
  let folder: String

  func notes() -> [HealthNote] {
    let notes = [unreadNote, asideNote].compactMap(\.self)
    guard notes.isEmpty else { return notes }
    return [
      HealthNote(.good, Self.topic, "Every page and draft that waits can be read by your account.")
    ]
  }

  /// A page that root wrote, for example: its words are in no list until it can be read.
  private var unreadNote: HealthNote? {
    let places = ["inbox", "inbox/aside", "drafts"].map { "\(folder)/\($0)" }
    let unread =
      places.filter { FileFacts(of: $0)?.kind == .folder && !FileFacts.mayRead($0) }
      + places.flatMap { place in
        FileFacts.names(in: place).map { "\(place)/\($0)" }.filter { path in
          path.hasSuffix(".age") && FileFacts(of: path)?.kind == .file && !FileFacts.mayRead(path)
        }
      }
    guard let files = HealthNote.firstOf(unread) else { return nil }
    return HealthNote(
      .worthDoing, Self.topic,
      "Your account may not read \(files). If it is a page of yours, its words are safe and "
        + "are in no list until it can be read.",
      next: "sudo chown -R \"$(id -u)\" \(folder.asShellWord)")
  }

  private var asideNote: HealthNote? {
    let place = "\(folder)/inbox/aside"
    guard FileFacts(of: place)?.kind == .folder else { return nil }
    let count = FileFacts.names(in: place).count
    guard count > 0 else { return nil }
    return HealthNote(
      .worthKnowing, Self.topic,
      "\(Counted.words(count, "file", "files")) in \(place) did not open as pages of your journal. "
        + "Each opening tries again.", next: "alongside verify")
  }
}
