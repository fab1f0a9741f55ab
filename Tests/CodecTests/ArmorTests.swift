import Codec
import Testing

/// What each form of armor takes, and the facts of what it refuses.
@Suite struct ArmorTests {
  private static let narrow = Armor(
    label: "A NOTE", widths: [4], width: 4, lineEnds: .feedOrWindows)
  private static let wide = Armor(label: "A NOTE", widths: [4, 8], width: 8, lineEnds: .feed)

  private func problem(_ body: String, _ form: Armor) -> Armor.Problem? {
    let text = "-----BEGIN A NOTE-----\n\(body)-----END A NOTE-----\n"
    return problem(of: text, form)
  }

  private func problem(of text: String, _ form: Armor) -> Armor.Problem? {
    do throws(Armor.Problem) {
      _ = try form.decode(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func linesOfItsWidth() {
    let text = String(decoding: Self.wide.encode(Array("foobarfoo".utf8)), as: UTF8.self)
    #expect(text == "-----BEGIN A NOTE-----\nZm9vYmFy\nZm9v\n-----END A NOTE-----\n")
  }

  @Test(arguments: [0, 1, 3, 6, 7, 100])
  func comesBack(count: Int) throws {
    let bytes = [UInt8](repeating: 0xA5, count: count)
    for form in [Self.narrow, Self.wide] { #expect(try form.decode(form.encode(bytes)) == bytes) }
  }

  @Test func lengthsOfLines() {
    #expect(problem("Zm9v\nYmFy\nZg==\n", Self.wide) == nil)
    #expect(problem("Zm9vYmFy\nZm9v\n", Self.wide) == nil)
    #expect(problem("Zm9v\nYmFyZm9v\n", Self.wide) == .length(line: 3, isLastEmpty: false))
    #expect(problem("Zm9vYm\nFy\n", Self.wide) == .length(line: 2, isLastEmpty: false))
    #expect(problem("Zm9v\nYm\nFy\n", Self.narrow) == .length(line: 3, isLastEmpty: false))
    #expect(problem("Zm9v\n\n", Self.narrow) == .length(line: 3, isLastEmpty: true))
    #expect(problem("\n", Self.narrow) == .length(line: 2, isLastEmpty: true))
  }

  @Test func whatIsAroundIt() {
    let text = String(decoding: Self.narrow.encode([1, 2, 3, 4]), as: UTF8.self)
    let windows = text.replacing("\n", with: "\r\n")
    #expect(problem(of: " \t\r\n\(windows) \n", Self.narrow) == nil)
    #expect(problem(of: windows, Self.wide) == .carriageReturn)
    #expect(problem(of: " \(text)", Self.wide) == .begin)
    #expect(problem(of: "\(text)\n", Self.wide) == .end)
    #expect(problem(of: String(text.dropLast()), Self.wide) == nil)
    #expect(problem(of: "", Self.wide) == .begin)
    #expect(problem(of: "-----BEGIN A NOTE-----", Self.narrow) == .end)
    #expect(problem("Zh==\n", Self.narrow) == .letters)
  }

  @Test func itsFirstLine() {
    #expect(Self.narrow.begins("\n -----BEGIN A NOTE-----".utf8))
    #expect(!Self.narrow.begins("-----BEGIN A NOT".utf8))
    #expect(!Self.narrow.begins("x-----BEGIN A NOTE-----".utf8))
  }
}
