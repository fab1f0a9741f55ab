import FoundationEssentials
import PackFormat
import Packs
import Practice
import Testing

/// Good files that the tests read, break and compare.
enum Sample {
  /// Uses every key and type there is.
  static let prompt = """
    # yaml-language-server: $schema=schemas/prompt-1.json
    schema: alongside.prompt/1
    id: whole
    title: Everything at once
    minutes: 20
    source: {credit: Our own, url: "https://example.org/x", licence: CC-BY-SA-4.0}
    tags: [daily, tired]
    x-note: ours
    because: It has one of each.
    steps:
      - {id: welcome, say: "Take your time: all of it can wait."}
      - {id: story, ask: What stayed with you?, help: A word is enough., example: The laugh., tags: [a], because: It is short.}
      - {id: word, ask: One word?, type: line, default: last}
      - {id: mood, ask: How was it?, type: choice, options: [Easy, {id: hard, label: Hard, gloss: Too much}]}
      - {id: helped, ask: What helped?, type: choices, options: [A walk, Don't know], at_least: 1, at_most: 2, default: [a-walk]}
      - {id: energy, ask: Energy?, type: scale, scale: {from: 0, to: 10, low: Empty, high: Full, also: [prefer-not]}, default: 5}
      - {id: near, ask: How near?, type: scale, scale: {labels: [far, nearer, near]}}
      - {id: more, ask: More?, type: yes-no, default: no}
      - {id: count, ask: How many?, type: number, at_least: 0.5, at_most: 9, also: [{id: lots, label: Lots}]}
      - {id: day, ask: Which day?, type: date, default: 2026-11-22}
      - {id: hour, ask: What time?, type: time, default: 07:30}
      - {id: long, ask: How long?, type: duration, default: 90}
      - {id: actions, ask: Who does what?, type: list, of: {what: text, next-day: {label: By when, type: date}}, carry: next-session}
      - {id: with, ask: With whom?, type: party}
      - {id: earlier, ask: Which page?, type: entry}
      - {id: grid, ask: How did each go?, type: table, rows: [Morning, Evening], options: [well, badly]}
      - {id: agree, ask: Agreed?, type: confirm, skip: no}
      - id: tender-one
        ask: Where did {item} show up?
        sensitivity: tender
        minutes: 2
        for_each: {list: core/srn, pick: {at_least: 1, at_most: 3}}
        who: each
        reveal: together
        keep: private
        when:
          any:
            - {answered: mood, is: hard}
            - {answered: mood, in: [easy, hard]}
            - {answered: energy, at_most: 3}
            - {answered: energy, is: prefer-not}
            - {answered: helped, includes: a-walk}
            - {answered: actions, includes: next-day}
            - {answered: grid, includes: morning}
            - all: [{answered: story}, {skipped: word}, {answered: more, is_not: yes}]
            - not: {answered: count, at_least: 2}
      - {id: again, ask: "And {item}?", for_each: {answered: helped}}
      - {id: given, ask: "And {item}?", for_each: {given: [One, Two]}, type: line}
    """

  /// What a question can do beside asking: earlier answers, shared options, blocks, offers at the end.
  static let asking = """
    schema: alongside.prompt/1
    id: asking
    title: One after the other
    source: Our own
    because: It has one of each.
    then: [asking, {prompt: org.example.more/next}, {plugin: org.example.plan, command: plan}]
    steps:
      - id: chosen
        ask: Which of these were near?
        type: choices
        options: [{id: hope, label: Hope, then: {signposts: uk}}, {id: none, label: None of these, alone: true}]
        other: Something else
        shows: last
      - {id: one, ask: "Which of them most?", type: choice, options_from: {answered: chosen}, when: {answered: chosen}}
      - {id: value, ask: "You said {answer:one}. Which value is that?", type: choice, options_from: core/srn, when: {answered: one}}
      - id: each
        ask: Which would you like to look at?
        for_each:
          list: core/srn
          pick: {at_most: 2}
          steps:
            - {id: where, ask: "Where was {item}?"}
            - {id: more-of-it, ask: "{answer:where}: what would bring more of that?", when: {answered: where}}
    """

  static let values = """
    schema: alongside.values/1
    id: srn
    title: Six values
    source: Their makers
    items:
      - {id: hope, label: Hope, gloss: That things can change}
      - Choice
      - {id: equality, label: Equality}
    """

  static let signposts = """
    schema: alongside.signposts/1
    id: uk
    title: Places to turn to
    nation: Wales
    items:
      - {id: line, name: A line, contact: Call 0800 000 000, hours: Always, for: [me, speaking-up]}
      - {id: other, name: Other, contact: Ask, for: safeguarding, source_url: "https://example.org"}
    """

  static let manifest = """
    schema: alongside.pack/1
    id: core
    version: 1.0.0
    revision: 3
    name: Core
    licence: CC-BY-SA-4.0
    default_locale: en
    locales: [en]
    needs: {alongside: ">=0.1", features: [prompt.branch]}
    extends: [{pack: org.example.base, version: ^1.0}]
    overrides: [{item: base/x, set: {title: New}, because: Our words}]
    hides: [{item: base/y, because: Not here}]
    review: {by: A panel, on: 2026-10-01, next: 2027-10-01}
    expires: 2027-12-31
    attribution: [Those who taught us]
    vocabulary: {peer: person, team-2: the night team}
    """

  static let session = """
    schema: alongside.session/1
    id: fortnightly
    title: Every other week
    kind: co-reflection
    minutes: 50
    source: Ours
    tags: [week]
    because: It is short.
    parties: {worker: {}, supporter: {label: Your supporter}, guest-2: Guest, chair: }
    steps:
      - {id: arrive, say: Settle in.}
      - id: energy
        ask: How are you arriving, {worker}?
        type: scale
        scale: {from: 0, to: 10}
        who: each
        reveal: together
        keep: private
      - {id: hard, ask: Was anything hard?, type: yes-no, who: worker, because: It is theirs.}
      - id: more
        ask: What would you like {guest-2} to know?
        who: worker
        when:
          any:
            - {answered: worker.energy, at_most: 3}
            - {answered: hard, is: "yes"}
            - {skipped: supporter.energy}
      - {id: first, ask: Who would like to begin?, type: party, who: either}
      - id: next
        ask: What will each of us do?
        type: list
        of: {what: text, by-whom: party, by: date}
        who: both
        keep: agreed
        carry: next-session
    """

  static let locale = """
    schema: alongside.locale/1
    locale: cy
    of: core
    entries:
      pack/name: Craidd
      prompts/whole/title: {text: Popeth ar unwaith, source_hash: 0123456789abcdef}
      prompts/whole/tender-one/for_each/one: "1"
      prompts/whole/energy/scale/labels/-3: dim
    """

  static let tests = """
    schema: alongside.tests/1
    prompt: whole
    cases:
      - name: nothing at all
        answers: {}
        shows: [story]
      - {name: a hard day, answers: {mood: hard, word: }, shows: [tender-one], hides: []}
    """

  /// One good file of each kind.
  static let files: [(kind: FileKind, text: String)] = [
    (.prompt, prompt), (.pack, manifest), (.values, values), (.signposts, signposts),
    (.session, session), (.locale, locale), (.tests, tests),
  ]

  static func readPrompt(_ text: String, pack: String? = nil) throws -> Prompt {
    let result = PackFile.prompt(Array(text.utf8), file: "sample.yaml", pack: pack)
    #expect(result.findings == [])
    return try #require(result.content)
  }

  static func readValues(_ text: String, pack: String? = nil) throws -> ValuesFramework {
    let result = PackFile.values(Array(text.utf8), file: "sample.yaml", pack: pack)
    #expect(result.findings == [])
    return try #require(result.content)
  }

  /// A prompt of the given steps, which come after `more`.
  static func steps(_ steps: String, id: String = "short", more: String = "") -> String {
    "schema: alongside.prompt/1\nid: \(id)\ntitle: Short\n\(more)steps:\n" + steps
  }
}

extension Hint {
  /// The hint with each act by its own name, such as `<build>`.
  var text: String { words { "<\($0)>" } }
}
