/// The two files of a new pack.
package enum NewPack {
  /// The name of the prompt that comes with the pack, to be changed or thrown away.
  package static let promptFile = "prompts/first-questions.yaml"

  /// Returns the text of `pack.yaml`.
  package static func manifest(id: String, name: String) -> String {
    let manifest = Manifest(
      id: id, version: "0.1.0", revision: 1, name: name, defaultLocale: "en", locales: ["en"])
    return ManifestYAML.text(
      of: manifest,
      heading: [
        "What this pack is called. Lines that begin with # are notes; nobody is shown them.",
        "",
        "id        Names the pack everywhere. Never change it once people use the pack.",
        "revision  A whole number. Add one each time you pass the pack on.",
        "version   What people see; yours to choose.",
        "name      What people see in lists.",
        "",
        "More that can stand here: licence, review, expires, attribution.",
      ])
  }

  /// A short prompt whose comments say what each line is for.
  package static let prompt = """
    schema: alongside.prompt/1
    # The id is also the name of this file: first-questions.yaml. Both never change once in use.
    id: first-questions
    # What people see in the list.
    title: A pause after the day
    # About how long it takes. Nobody is held to it.
    minutes: 5
    # Whose idea it was. Thank whoever inspired you.
    source: Our own words
    tags: [short]

    # One step after another. A step begins with a dash, and its lines stand below each other.
    # Every question can be skipped; there is nothing to set for that.
    steps:
      # "say" shows words that want no answer.
      - id: welcome
        say: Take as long as you like, and leave out what you like.

      # "ask" is a question. This one takes as many words as someone wants to write.
      - id: moment
        ask: Which moment of the day would you like to hold on to?
        help: It can be very small. A joke counts.
        type: text

      # One of some answers. The words behind each dash are what people see.
      - id: left-with
        ask: What has the day left you with?
        type: choice
        options:
          - Some energy
          - A bit of both
          - Very little

      # Asked only when that answer was given. "very-little" is the answer in small letters, with
      # hyphens.
      - id: rest
        ask: What could make tonight a little easier?
        type: line
        when: {answered: left-with, is: very-little}

      # "tender" puts the ways out first.
      - id: weighs
        ask: Is there something that still weighs on you?
        help: A word is enough. You choose what to do with it.
        type: text
        sensitivity: tender

      # Text with a colon in it, or that begins with a sign, goes in "double quotes".
      - id: ahead
        ask: "And tomorrow: what are you looking forward to?"
        type: line

    """
}
