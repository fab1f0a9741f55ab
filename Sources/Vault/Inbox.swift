internal import Age

/// The pages that wait, read with the journal's own keys.
struct Inbox: Sendable {
  /// A page and the file it is in.
  struct Found: Sendable {
    var name: String
    var page: Page
  }

  var pages: [Found] = []
  var aside: [SetAside] = []

  /// Reads everything in the inbox, in the order in which it was written.
  ///
  /// What is not a page of this journal is named and stops nothing.
  init(at place: JournalPlace, opening identities: [X25519Identity]) throws(VaultError) {
    for name in try SystemFile.names(in: place.inbox) where name != "aside" && !Self.isPart(name) {
      switch Self.read("\(place.inbox)/\(name)", opening: identities) {
      case .page(let page): pages.append(Found(name: name, page: page))
      case .stranger(let reason): aside.append(SetAside(name: name, reason: reason))
      // Another process took it in between the listing and now.
      case .gone: break
      }
    }
    if try SystemFile.hasOddNames(in: place.inbox) {
      aside.append(SetAside(name: "(a name that cannot be spelt)", reason: .oddName))
    }
    pages.sort { ($0.page.written, $0.page.id) < ($1.page.written, $1.page.id) }
  }

  /// A page that another process is still writing.
  private static func isPart(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".part")
  }

  /// What a file in the inbox turned out to be.
  private enum Reading {
    case page(Page)
    case stranger(SetAside.Reason)
    case gone
  }

  private static func read(_ path: String, opening identities: [X25519Identity]) -> Reading {
    do {
      // Header and seals add little to the payload; twice the limit is never a page.
      guard let bytes = try SystemFile.read(path, limit: 2 * Page.byteLimit) else { return .gone }
      guard let page = Page(reading: try Opening.open(bytes, with: identities)) else {
        return .stranger(.garbage)
      }
      return .page(page)
    } catch AgeError.noMatch {
      return .stranger(.foreign)
    } catch is VaultError {
      return .stranger(.notAFile)
    } catch {
      return .stranger(.garbage)
    }
  }
}
