import Foundation
import Testing

/// The pages of the repository agree with what is in it.
@Suite struct PagesTests {
  static let root = ProgramHome.root
  static let pages: [String] = {
    let docs = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/docs")) ?? []
    return [
      "README.md", "CONTRIBUTING.md", "SECURITY.md", "THIRD-PARTY.md", "Plugins/README.md",
      "prompts/README.md",
    ] + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
  }()

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  @Test(arguments: pages)
  func everyLinkLeadsToAFile(page: String) throws {
    let folder = page.split(separator: "/").dropLast().joined(separator: "/")
    for match in try Self.text(page).matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/) {
      let path = "\(Self.root)/\(folder)/\(match.1)"
      #expect(FileManager.default.fileExists(atPath: path), "\(page): \(match.1)")
    }
  }

  @Test func everyModuleIsInTheArchitecture() throws {
    let page = try Self.text("docs/architecture.md")
    let modules = try FileManager.default.contentsOfDirectory(atPath: "\(Self.root)/Sources")
    #expect(modules.count > 10)
    for module in modules.filter({ !$0.hasPrefix(".") && $0 != "CLibYAML" && $0 != "CZlib" }) {
      #expect(page.contains("\n**`\(module)`**") || page.contains(" **`\(module)`**"), "\(module)")
    }
  }

  /// A module's main file begins with what the module is for, and its door shows how it is used.
  @Test func everyDoorHasAnOverviewAndAnExample() throws {
    let page = try Self.text("docs/architecture.md")
    let doors = page.matches(of: /\n\| `(\w+)` \| \[[^\]]+\]\(\.\.\/([^)]+)\) \|/)
    #expect(doors.count == 14)
    for door in doors {
      let file = try Self.text(String(door.2))
      let overview = file.split(separator: "\n", omittingEmptySubsequences: false)
        .prefix { $0.hasPrefix("//") }
      #expect(file.hasPrefix("// \(door.1): "), "\(door.2)")
      #expect((10...30).contains(overview.count), "\(door.2): \(overview.count) lines")
      #expect(file.contains("It must never "), "\(door.2)")
      #expect(file.contains("/// ```swift\n"), "\(door.2)")
    }
  }

  /// The versions that are linked are the versions whose licences are named.
  @Test func everyPackageIsNamedWithItsVersion() throws {
    let page = try Self.text("THIRD-PARTY.md")
    let pins = try Self.text("Package.swift")
      .matches(of: /https:\/\/github\.com\/\w+\/([\w.-]+)", exact: "([0-9.]+)"/)
    #expect(pins.count == 4)
    for pin in pins { #expect(page.contains("| \(pin.1) \(pin.2) |"), "\(pin.1) \(pin.2)") }
  }
}
