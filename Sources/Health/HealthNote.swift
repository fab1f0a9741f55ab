/// One thing `alongside doctor` has to say about the place a journal lives in.
struct HealthNote: Sendable, Hashable {
  /// How much a note matters; never a mark.
  enum Level: String, Sendable, Hashable, CaseIterable {
    case good
    /// True, perhaps unwelcome, and nothing has to be done.
    case worthKnowing = "worth-knowing"
    /// Something the person can mend, or have mended.
    case worthDoing = "worth-doing"
  }

  let level: Level
  /// A stable name for scripts, for example `permissions`.
  let topic: String
  /// What was found, in plain sentences.
  let what: String
  /// A command or a step; nil where there is nothing to do.
  let next: String?

  init(_ level: Level, _ topic: String, _ what: String, next: String? = nil) {
    self.level = level
    self.topic = topic
    self.what = what
    self.next = next
  }
}

extension HealthNote {
  /// The first of several findings and the number of the others; nil if nothing was found.
  static func firstOf(_ found: [String]) -> String? {
    guard let first = found.first else { return nil }
    return found.count == 1 ? first : "\(first) (and \(found.count - 1) more)"
  }
}

/// One look at one thing, from plain inputs; it changes nothing.
protocol HealthCheck {
  /// What there is to say; at least one note, so that a person knows it was looked at.
  func notes() -> [HealthNote]
}

extension String {
  /// The text as one word of a shell's command line.
  var asShellWord: String {
    let plain = utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/._-+@:,~".utf8.contains(byte)
      }
    }
    return plain && !isEmpty && first != "~" ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
