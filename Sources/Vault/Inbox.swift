internal import Disk

/// The pages that wait: those in the inbox, and those in `inbox/aside` that open by now.
struct Inbox: Sendable {
  /// A page and the file it is in.
  struct Found: Sendable {
    /// Inside the journal's folder.
    var path: String
    var page: Page
    var isAside: Bool { path.hasPrefix("\(Inbox.asideFolder)/") }
  }

  /// In the order in which they were written.
  private(set) var pages: [Found] = []
  /// What does not open in the inbox, and what cannot be read in either folder.
  private(set) var unopened: [Unopened] = []
  /// What was moved to `inbox/aside` and does not open today either.
  private(set) var aside: [Unopened] = []

  private static let folder = "inbox"
  private static let asideFolder = "inbox/aside"

  /// Reads everything in both folders.
  ///
  /// What is not a page of this journal is named and stops nothing.
  init(_ keys: borrowing PresentKeys) {
    unopened = read(Self.folder, keys)
    if FileFacts.isFolder(keys.place.aside) {
      let found = read(Self.asideFolder, keys)
      unopened += found.filter(\.isUnread)
      aside = found.filter { !$0.isUnread }
    }
    pages.sort { ($0.page.written, $0.page.id) < ($1.page.written, $1.page.id) }
  }

  /// Adds the pages in a folder.
  ///
  /// - Returns: what is none, or cannot be read.
  private mutating func read(_ folder: String, _ keys: borrowing PresentKeys) -> [Unopened] {
    var unopened: [Unopened] = []
    do {
      let above = "\(keys.place.folder)/\(folder)"
      // What a link leads to is somebody else's: nothing of it is judged or moved.
      try SystemFile.checkFolder(above)
      for name in try SystemFile.names(in: above) where !Self.isPart(name) {
        let path = "\(folder)/\(name)"
        if path == Self.asideFolder, FileFacts.isFolder(keys.place.aside) { continue }
        switch keys.judge(path, as: Page.init(reading:)) {
        case .opened(let page): pages.append(Found(path: path, page: page))
        case .unopened(let reason): unopened.append(Unopened(path: path, reason: reason))
        // Another process took it in between the listing and now.
        case .gone: break
        }
      }
      if try SystemFile.hasOddNames(in: above) {
        unopened.append(
          Unopened(path: "\(folder)/(a name that cannot be spelt)", reason: .oddName))
      }
    } catch {
      unopened.append(Unopened(path: folder, reason: .unreadable(error.reason)))
    }
    return unopened
  }

  /// A page that another process is still writing.
  private static func isPart(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".part")
  }
}
