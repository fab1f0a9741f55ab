import Foundation
import PackFormat
import Packs

/// `docs/lint.md`, read back into the rules that it explains.
///
/// The page has one form: a chapter is a `##` heading; a rule is a `###` heading with its code in
/// backquotes, and its severity in brackets unless it is an error; then one paragraph, an example
/// indented by four spaces, and often `Better:` with the example made right.
struct LintPage {
  /// Codes that belong together.
  struct Chapter {
    var title: String
    var rules: [Rule] = []
  }

  /// What the page says of one code.
  struct Rule {
    var code: String
    var severity: Finding.Severity
    var words = ""
    var example: String?
    var better: String?
  }

  /// A line that does not fit the form of the page.
  struct Unexpected: Error {
    var line: String
  }

  private(set) var chapters: [Chapter] = []
  private var isBetter = false

  var rules: [Rule] { chapters.flatMap(\.rules) }

  /// Reads the page of this checkout.
  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try self.init(String(contentsOf: root.appendingPathComponent("docs/lint.md"), encoding: .utf8))
  }

  init(_ text: String) throws {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      try take(line)
    }
  }

  /// The codes of one chapter; empty if there is no such chapter.
  func codes(in title: String) -> Set<String> {
    Set(chapters.filter { $0.title == title }.flatMap(\.rules).map(\.code))
  }

  private mutating func take(_ line: String) throws {
    if line.hasPrefix("## ") {
      chapters.append(Chapter(title: String(line.dropFirst(3))))
    } else if line.hasPrefix("### ") {
      guard !chapters.isEmpty else { throw Unexpected(line: line) }
      chapters[chapters.count - 1].rules.append(try Self.heading(line))
      isBetter = false
    } else if var rule = chapters.last?.rules.last {
      try fill(&rule, with: line)
      chapters[chapters.count - 1].rules[chapters[chapters.count - 1].rules.count - 1] = rule
    }
  }

  /// A heading such as ``### `long-sentence` (note)``.
  private static func heading(_ line: String) throws -> Rule {
    guard let match = line.wholeMatch(of: /### `([a-z0-9-]+)`(?: \(([a-z]+)\))?/),
      let severity = match.2.map({ Finding.Severity(rawValue: String($0)) }) ?? .error
    else { throw Unexpected(line: line) }
    return Rule(code: String(match.1), severity: severity)
  }

  private mutating func fill(_ rule: inout Rule, with line: String) throws {
    if line.hasPrefix("    ") {
      let code = Self.unnamed(String(line.dropFirst(4)))
      if isBetter {
        rule.better = rule.better.map { "\($0)\n\(code)" } ?? code
      } else {
        rule.example = rule.example.map { "\($0)\n\(code)" } ?? code
      }
    } else if line == "Better:", rule.example != nil, !isBetter {
      isBetter = true
    } else if rule.words.isEmpty {
      rule.words = line
    } else if !line.isEmpty {
      throw Unexpected(line: line)
    }
  }

  /// A line with the characters that the page names, such as `<U+0009>`, as themselves.
  private static func unnamed(_ line: String) -> String {
    line.replacing(/<U\+([0-9A-F]{4,6})>/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? String(match.0)
    }
  }
}
