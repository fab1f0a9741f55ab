internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Packs
internal import Practice

extension Prompts {
  /// `alongside prompts explain`: where each field of a prompt came from.
  struct Explain: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Where each field of a prompt came from",
      discussion: """
        Names the pack, the file and the line for each field. Where another pack set a field anew, \
        its reason stands below, and what the prompt's own pack has there.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The prompt's id.", completion: .custom(promptNames)) var id: String
    @Flag(help: "Print as JSON.") var json = false

    func run(_ desk: Desk) throws {
      // In the language it was written in: a translation changes no field.
      let library = desk.home.library(locale: "")
      desk.sayFindings(of: library)
      let prompt = try desk.prompt(named: id, in: library)
      guard let explanation = library.composition.explanation(of: prompt) else {
        throw Failure(.failed, "\"\(id)\" was not read from a pack's file")
      }
      if json { return try desk.print(json: ExplanationJSON(explanation)) }
      desk.terminal.out(Self.text(explanation))
    }

    private static func text(_ explanation: Explanation) -> String {
      var lines = ["\(explanation.title) (\(explanation.item))"]
      if let leftOut = explanation.leftOut {
        let place = leftOut.line.map { ", pack.yaml:\($0)" } ?? ""
        lines.append(
          leftOut.pack == nil
            ? "Not suggested: \(leftOut.because)."
            : "Not suggested: left out by \(leftOut.by)\(place): \(leftOut.because)")
      }
      lines.append("")
      let width = explanation.fields.map(\.name.count).max() ?? 0
      for field in explanation.fields {
        let room = String(repeating: " ", count: width - field.name.count + 2)
        lines.append("\(field.name)\(room)\(field.pack), \(field.file):\(field.line)")
        guard let because = field.because else { continue }
        lines.append("    because: \(because)")
        lines.append("    now: \(field.value ?? "")")
        lines.append("    before: \(field.original ?? "nothing")")
      }
      return lines.joined(separator: "\n")
    }
  }
}

/// An explanation as `--json` prints it.
private struct ExplanationJSON: Encodable {
  struct Field: Encodable {
    let field: String
    let pack: String
    let file: String
    let line: Int
    let because: String?
    let original: String?
    let value: String?
  }

  struct Hidden: Encodable {
    let by: String
    let because: String
    let line: Int?
  }

  let item: String
  let fields: [Field]
  let hidden: Hidden?

  init(_ explanation: Explanation) {
    item = explanation.item
    fields = explanation.fields.map { field in
      Field(
        field: field.name, pack: field.pack, file: field.file, line: field.line,
        because: field.because, original: field.original, value: field.value)
    }
    hidden = explanation.leftOut.map { Hidden(by: $0.by, because: $0.because, line: $0.line) }
  }
}
