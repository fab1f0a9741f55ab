extension LintGuide {
  /// How words may land: notes, which `because` on the step or at the top answers.
  static let words: [LintRule] = [
    LintRule(
      FindingCode.missingSource, .warning,
      what: "A prompt does not say where its questions come from.",
      why: "Those who thought of it first are owed thanks, and readers can look further.",
      example: "A prompt or session of a pack without a line such as source: Our own words."),
    LintRule(
      FindingCode.heavyWord, .note,
      what: "A word of clinics or case files stands here.",
      why: "Such words have been used about many of the people who will read this.",
      example: """
        - {id: story, ask: What did the patient need?}
        """,
      better: """
        - {id: story, ask: What did the person need?}
        """),
    LintRule(
      FindingCode.hardToRead, .note,
      what: "The words of the file are hard to read, by the length of sentences and of words.",
      why: "People read this when they are tired. The years are 5 and a fifth of this: words to a "
        + "sentence, plus words in a hundred with seven letters or more.",
      example: """
        - id: story
          ask: >-
            Considering organisational circumstances surrounding collaborative relationships, which
            institutional expectations influenced personal participation?
          help: >-
            Describe significant developments concerning professional boundaries, supervisory
            arrangements, interpersonal communication and organisational priorities throughout
            everyday activities with colleagues.
        """,
      better: """
        - id: story
          ask: What did the team want from you?
          help: >-
            Think of who was there, and of what was said. It is fine to leave things out. You can
            write as much or as little as you like.
        """),
    LintRule(
      FindingCode.longSentence, .note,
      what: "A sentence has more than 25 words.",
      why: "Tired eyes lose their way in it.",
      example: """
        - id: story
          ask: >-
            When you think of the day, and of the people in it, and of the rooms you were in, and
            of the words that were said, what would you most like to keep?
        """,
      better: """
        - id: story
          ask: When you think of the day, what would you most like to keep?
        """),
    LintRule(
      FindingCode.twoQuestions, .note,
      what: "Two questions stand in one.",
      why: "One of the two gets lost, and it is hard to skip only one.",
      example: """
        - {id: story, ask: What happened? What did you feel?}
        """,
      better: """
        - {id: story, ask: What happened?}
        - {id: felt, ask: What did you feel?}
        """),
    LintRule(
      FindingCode.whyFirst, .note,
      what: "A tender question begins with \"Why\".",
      why: "It can sound as if someone had to answer for what happened.",
      example: """
        - {id: story, ask: Why did you stay?, sensitivity: tender}
        """,
      better: """
        - {id: story, ask: What made you stay?, sensitivity: tender}
        """),
    LintRule(
      FindingCode.curlyQuotes, .warning,
      what: "A whole value stands in the curly quotes that word processors make.",
      why: "YAML knows straight quotes only, so these would be shown as part of the text.",
      example: """
        - id: story
          ask: \u{201C}What stayed with you?\u{201D}
        """,
      better: """
        - id: story
          ask: "What stayed with you?"
        """),
    LintRule(
      FindingCode.cutOff, .warning,
      what: "A text without quotes has a # behind a blank.",
      why: "YAML takes the rest of the line for a note, so people would see half a question. In a "
        + "file of answers it is an error, for half an answer would be kept.",
      example: """
        - id: story
          ask: Which of our #1 hopes stayed?
        """,
      better: """
        - id: story
          ask: "Which of our #1 hopes stayed?"
        """),
  ]
}
