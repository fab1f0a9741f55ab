internal import PackFormat
internal import Packs
package import Practice

/// The blank page, as a prompt of one question, so that it is drafted, put aside and taken up like
/// any other.
package enum BlankPage {
  package static let id = "blank-page"

  package static let prompt = Prompt(
    id: id, title: "A blank page",
    steps: [
      Step(
        id: "words", words: .ask("Write whatever you like."),
        help: """
          A first line that begins with # and a space is the title. A last line of #tags is the tags.
          """)
    ])
}

extension Library {
  /// All prompts and the blank page.
  package var withBlankPage: Library {
    let manifest = Manifest(
      id: "alongside", version: "1", revision: 1, name: "Alongside",
      licence: nil, defaultLocale: "en", locales: ["en"])
    return Library(
      shelf: Shelf(
        shelf.packs + [
          Pack(manifest: manifest, prompts: [BlankPage.prompt], values: [], signposts: [])
        ]))
  }
}
