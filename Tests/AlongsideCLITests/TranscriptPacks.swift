import Foundation
import TestSupport

extension TranscriptHome {
  /// A pack with a template for a meeting of two, and a prompt for one person.
  func makeMeetingPack() throws {
    let files = [
      "pack.yaml": """
      schema: alongside.pack/1
      id: org.example.pairs
      version: 1.0.0
      revision: 1
      name: Pairs
      default_locale: en
      vocabulary: {peer: companion}
      """,
      "prompts/alone.yaml": """
      schema: alongside.prompt/1
      id: alone
      title: By yourself
      source: Our own words
      steps:
        - {id: one, ask: How was it?, type: line}
      """,
      "templates/fortnightly.yaml": """
      schema: alongside.session/1
      id: fortnightly
      title: Every other week
      kind: co-reflection
      minutes: 50
      source: Our own words
      parties: {worker: {}, supporter: {label: Your supporter}}
      steps:
        - {id: arrive, say: Settle in. There is time.}
        - {id: energy, ask: Is there room for this today?, type: yes-no, who: each, reveal: now}
        - {id: hard, ask: "Was anything hard with a {peer}?", type: yes-no, who: worker, keep: shared, because: It is theirs.}
        - {id: more, ask: "What would you like {supporter} to know?", type: line, who: worker, when: {answered: worker.hard, is: "yes"}, because: It is theirs.}
        - {id: pause, ask: Would a shorter talk do?, type: yes-no, who: worker, when: {answered: supporter.energy, is: "no"}, because: The room is short.}
        - {id: offer, ask: "What can you offer {worker}?", who: supporter, when: {any: [{answered: hard, is: "yes"}, {answered: energy, is: "yes"}]}, because: It answers theirs.}
        - {id: next, ask: What will we do?, type: line, who: both, keep: agreed}
      """,
    ]
    for (name, text) in files {
      let folder = name.split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(
        atPath: scratch.file("pairs/\(folder)"), withIntermediateDirectories: true)
      _ = try scratch.write(Array(text.utf8), to: "pairs/\(name)")
    }
  }

  /// A pack with a prompt that asks for a yes, twice.
  func makeAgreeingPack() throws {
    let manifest =
      "schema: alongside.pack/1\nid: org.example.asks\nversion: 1.0.0\nrevision: 1\n"
      + "name: Asks\ndefault_locale: en\n"
    let text = """
      schema: alongside.prompt/1
      id: agree
      title: What we agree
      source: Our own words
      steps:
        - {id: rest, ask: I will rest tonight., type: confirm}
        - {id: ring, ask: I will ring a friend., type: confirm, skip: no}
        - {id: quiet, say: "Then it is a quiet night.", when: {skipped: ring}}
        - {id: next, ask: What is next?, type: line}
      """
    try FileManager.default.createDirectory(
      atPath: scratch.file("asks/prompts"), withIntermediateDirectories: true)
    _ = try scratch.write(Array(manifest.utf8), to: "asks/pack.yaml")
    _ = try scratch.write(Array(text.utf8), to: "asks/prompts/agree.yaml")
  }

  /// A pack whose prompt has all that a question can do, with answers to it in a file.
  func makeAskingPack() throws {
    let files = [
      "pack.yaml": """
      schema: alongside.pack/1
      id: org.example.outreach
      version: 1.0.0
      revision: 1
      name: Outreach
      default_locale: en
      """,
      "prompts/after-outreach.yaml": """
      schema: alongside.prompt/1
      id: after-outreach
      title: After an outreach shift
      minutes: 8
      source: Our own words
      because: Whoever rests may want to begin again.
      then: short-rest
      steps:
        - id: feel
          ask: How was the shift for you?
          type: choice
          options: [Light, {id: heavy, label: Heavy, then: {signposts: near-us}}]
          other: Something else
        - {id: why, ask: "You said {answer:feel}. What made it so?", help: "{answer:feel} is a good word to begin with.", when: {answered: feel}}
        - id: helped
          ask: What helped?
          type: choices
          options: [A walk, A colleague, {id: none, label: None of these, alone: true}]
          other: Another thing
        - {id: most, ask: Which of them most?, type: choice, options_from: {answered: helped}, when: {answered: helped}}
        - {id: value, ask: Which of our values was near?, type: choice, options_from: ours, shows: last}
        - id: look
          ask: Which would you like to look at again?
          for_each:
            list: ours
            pick: {at_most: 2}
            steps:
              - {id: where, ask: "Where did {item} show up?", type: line}
              - {id: more, ask: What would bring more of it?, type: line, when: {answered: where}}
        - {id: word, ask: A word for next time?, type: line, default: last}
        - {id: rest, ask: When will you rest?, type: date}
      """,
      "prompts/short-rest.yaml": """
      schema: alongside.prompt/1
      id: short-rest
      title: A short rest
      minutes: 1
      source: Our own words
      because: Whoever rests may want to begin again.
      then: after-outreach
      steps:
        - {id: what, ask: What would be restful now?, type: line}
      """,
      "values/ours.yaml": """
      schema: alongside.values/1
      id: ours
      title: What we go by
      source: Our own words
      items: [{id: kindness, label: Kindness, gloss: Gently and plainly}, Fairness, Time]
      """,
      "signposts/near-us.yaml": """
      schema: alongside.signposts/1
      id: near-us
      title: Near us
      items:
        - {id: desk, name: The evening desk, contact: Call 01632 960 000, hours: 6pm to 11pm, for: me}
      """,
      "tests/after-outreach.yaml": """
      schema: alongside.tests/1
      prompt: after-outreach
      cases:
        - {name: nothing said, answers: {}, shows: [feel, look, rest], hides: [why, most, where]}
        - {name: one value, answers: {where: {time: in the queue}}, shows: [look, where, more]}
        - {name: other words, answers: {helped: [a-walk, {other: tea}], most: other}, shows: [most]}
      """,
      "../outreach-later/pack.yaml": """
      schema: alongside.pack/1
      id: org.example.outreach
      version: 2.0.0
      revision: 2
      name: Outreach
      default_locale: en
      """,
      "../outreach-later/prompts/after-outreach.yaml": """
      schema: alongside.prompt/1
      id: after-outreach
      title: After an outreach shift
      source: Our own words
      steps:
        - {id: feel, ask: How was the shift for you?, type: choice, options: [Light, Heavy]}
        - {id: next, ask: What is next?, type: line}
      """,
      "../outreach.yaml": """
      feel: {other: like holding water}
      why: |
        It rained {item}.
        And it rained.
      helped: {chosen: [a-walk], other: "tea, and {answer:feel}"}
      most: other
      where: {kindness: in the queue, time: nowhere}
      more: {time: a shorter list}
      word: steady
      rest: next friday
      """,
    ]
    for (name, text) in files {
      let folder = name.split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(
        atPath: scratch.file("outreach/\(folder)"), withIntermediateDirectories: true)
      _ = try scratch.write(Array(text.utf8), to: "outreach/\(name)")
    }
  }

  /// A pack in two states, one that hides something it may not, a key to sign with, and a policy.
  func makePassedOnPacks() throws {
    let key = try scratch.write(Array(Self.key.utf8), to: "id_ed25519")
    chmod(key, 0o600)
    let other = try scratch.write(Array(Self.otherKey.utf8), to: "id_ecdsa")
    chmod(other, 0o600)
    for (folder, files) in [
      ("circle", Self.circle(1, "What was good about the circle?")),
      ("circle-2", Self.circle(2, "What was good about our circle today?")),
    ] {
      try FileManager.default.createDirectory(
        atPath: scratch.file("\(folder)/prompts"), withIntermediateDirectories: true)
      for (name, text) in files { _ = try scratch.write(Array(text.utf8), to: "\(folder)/\(name)") }
    }
    let policy = """
      schema: alongside.policy/1
      signers:
        - name: Our panel
          key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHm1Vi6P5lT5QHixEuipi6eQH4U65pW+1+DjkQutBJZk
      """
    _ = try scratch.write(Array(policy.utf8), to: "policy.yaml")
  }

  private static func circle(_ revision: Int, _ question: String) -> [String: String] {
    [
      "pack.yaml": """
      schema: alongside.pack/1
      id: org.example.circle
      version: 0.\(revision).0
      revision: \(revision)
      name: Our circle
      licence: CC-BY-4.0
      default_locale: en
      """,
      "prompts/circle-end.yaml": """
      schema: alongside.prompt/1
      id: circle-end
      title: After the circle
      minutes: 3
      source: Our own words
      steps:
        - {id: good, ask: "\(question)", type: line}
        - {id: next, ask: What would you like to bring next time?}
        - id: left
          ask: How did you leave?
          type: choice
          options: [{id: light, label: Lighter than I came}, {id: same, label: Much as I came}]
          because: We part with it, and it is quick.
      """,
    ]
  }

  /// A pack of an organisation that names whom its people turn to, in two states, and settings that
  /// nothing can read.
  func makePlacesPacks() throws {
    for (folder, revision, number) in [
      ("near", 1, "01632 960 001"), ("near-2", 2, "01632 960 777"),
    ] {
      let files = [
        "pack.yaml": """
        schema: alongside.pack/1
        id: org.example.near
        version: 0.\(revision).0
        revision: \(revision)
        name: Near us
        licence: CC-BY-4.0
        default_locale: en
        """,
        "signposts/near.yaml": """
        schema: alongside.signposts/1
        id: near
        title: Near us
        nation: Scotland
        region: Fife
        items:
          - {id: duty, name: Our duty line, contact: call \(number), hours: 9am to 5pm, for: me}
          - {id: raise, name: Our lead, contact: call 01632 960 002, for: [safeguarding, speaking-up]}
        """,
      ]
      try FileManager.default.createDirectory(
        atPath: scratch.file("\(folder)/signposts"), withIntermediateDirectories: true)
      for (name, text) in files { _ = try scratch.write(Array(text.utf8), to: "\(folder)/\(name)") }
    }
    try FileManager.default.createDirectory(
      atPath: scratch.file("damaged"), withIntermediateDirectories: true)
    _ = try scratch.write(Array("nation: [Wales\n".utf8), to: "damaged/settings.yaml")
  }

  /// A pack that changes words of core, one that may not, and one whose next version is less careful.
  func makeWordPacks() throws {
    let manifest = { (id: String, revision: Int) in
      """
      schema: alongside.pack/1
      id: org.example.\(id)
      version: 0.\(revision).0
      revision: \(revision)
      name: The \(id)
      licence: CC-BY-4.0
      default_locale: en

      """
    }
    let files = [
      "words/pack.yaml": manifest("words", 1) + """
        overrides:
          - item: core/daily-tired
            because: Our service runs nights
            set:
              title: After a night shift
              word/ask: One word for this night?
              moment/help: It can be tiny.
              need/options: [{id: rest, label: Rest, gloss: A bed}, {id: tea, label: Tea}, {id: something-else, label: Something else}]
              carry/sensitivity: tender
          - {item: core/before-contact, because: Ours, set: {arriving/help: As you are.}}
        """,
      "turned/pack.yaml": manifest("turned", 1) + """
        overrides:
          - item: core/after-hard-event
            because: x
            set: {safe/options: [{id: safe, label: "No"}, {id: not-safe, label: "Yes"}], start/say: Hush.}
          - item: core/hope-and-strong
            because: x
            set: {idea/options: [{id: together, label: It was my idea}, {id: none, label: None}]}
        hides:
          - {item: core/after-contact, because: x}
        """,
      "careful/pack.yaml": manifest("careful", 1),
      "careful/prompts/night.yaml": """
      schema: alongside.prompt/1
      id: night
      title: A night
      source: Our own words
      steps:
        - {id: hard, ask: What was hard?, sensitivity: tender}
        - {id: call, say: Ring 999 in danger., protects: true}
      """,
      "careless/pack.yaml": manifest("careful", 2),
      "careless/prompts/night.yaml": """
      schema: alongside.prompt/1
      id: night
      title: A night
      source: Our own words
      steps:
        - {id: hard, ask: What was hard?}
        - {id: call, say: Ring 999 in danger.}
      """,
    ]
    for (name, text) in files {
      let folder = name.split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(
        atPath: scratch.file(folder), withIntermediateDirectories: true)
      _ = try scratch.write(Array(text.utf8), to: name)
    }
  }

  /// A key of a kind that signs no packs.
  private static let otherKey = """
    -----BEGIN OPENSSH PRIVATE KEY-----
    b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAaAAAABNlY2RzYS
    1zaGEyLW5pc3RwMjU2AAAACG5pc3RwMjU2AAAAQQTOmnTTUR5VUsR11u/0FFtLVWzKy4VR
    exDn0TdLlPI15DIw9rhNut9LNxRPh3M5w9J7qjuC5CntYPzbxxkUnvZiAAAAmBuEMLsbhD
    C7AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBM6adNNRHlVSxHXW
    7/QUW0tVbMrLhVF7EOfRN0uU8jXkMjD2uE2630s3FE+HcznD0nuqO4LkKe1g/NvHGRSe9m
    IAAAAgCfL7++8CWOo+1wuq/rlgRPXI56VeRRtRPeKplwCeMTgAAAAA
    -----END OPENSSH PRIVATE KEY-----

    """

  /// A key for these tests alone; everyone can read it here.
  private static let key = """
    -----BEGIN OPENSSH PRIVATE KEY-----
    b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUx
    OQAAACADoQe/884Qvh1w3RjnS8CZZ+TWMJulDV8d3IZkElUxuAAAAIjO8wejzvMHowAAAAtzc2gt
    ZWQyNTUxOQAAACADoQe/884Qvh1w3RjnS8CZZ+TWMJulDV8d3IZkElUxuAAAAEAAAQIDBAUGBwgJ
    CgsMDQ4PEBESExQVFhcYGRobHB0eHwOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4AAAA
    AAECAwQF
    -----END OPENSSH PRIVATE KEY-----

    """
}
