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
      case .success(let page): pages.append(Found(name: name, page: page))
      case .failure(let reason): aside.append(SetAside(name: name, reason: reason.reason))
      }
    }
    pages.sort { ($0.page.written, $0.page.id) < ($1.page.written, $1.page.id) }
  }

  /// A page that another process is still writing.
  private static func isPart(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".part")
  }

  private struct Refusal: Error {
    var reason: SetAside.Reason
  }

  private static func read(
    _ path: String, opening identities: [X25519Identity]
  ) -> Result<Page, Refusal> {
    // Armor, header and seals add little to the payload; twice the limit is never a page.
    guard let bytes = try? SystemFile.read(path, limit: 2 * Page.byteLimit) else {
      return .failure(Refusal(reason: .notAFile))
    }
    do {
      let opened = try Opening.open(bytes, with: identities)
      guard let page = Page(reading: opened) else { return .failure(Refusal(reason: .garbage)) }
      return .success(page)
    } catch AgeError.noMatch {
      return .failure(Refusal(reason: .foreign))
    } catch {
      return .failure(Refusal(reason: .garbage))
    }
  }
}
