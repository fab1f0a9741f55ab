/// What an interview says at its end and on the way out, by what becomes of the answers.
struct SittingWords {
  /// The last question before the answers go where they go.
  var review: String
  /// Three: finish, change, let go.
  var reviewOptions: [String]
  var reviewHint: String
  var letGo: String
  var noPuttingAside: String
  /// Whether questions are counted, `2 of 5`.
  var isCounted = true

  /// Answers become an entry.
  static let journal = SittingWords(
    review: "Keep this, change something, or let it go?",
    reviewOptions: ["keep", "change", "let go"], reviewHint: "Enter keeps it.",
    letGo: "Let all of this go? Nothing is kept.",
    noPuttingAside: "This cannot be put aside.")

  /// Answers become nothing: someone tries questions out.
  static let trial = SittingWords(
    review: "This is where a person keeps what they wrote. End here, or change something?",
    reviewOptions: ["end", "change", "leave"], reviewHint: "Enter ends it. Nothing is kept.",
    letGo: "Leave it here? Nothing is kept either way.",
    noPuttingAside:
      "Nothing of this is kept, so there is nothing to put aside. /stop goes to the end, /let-go "
      + "leaves.")

  /// Answers become a prompt.
  static let authoring = SittingWords(
    review: "See it as a file, change something, or let it go?",
    reviewOptions: ["see it", "change", "let go"], reviewHint: "Enter shows it to you first.",
    letGo: "Let all of this go? No file is written.",
    noPuttingAside:
      "This cannot be put aside for later. /stop goes to the end, and what you have becomes a file "
      + "that you can go on with.",
    isCounted: false)

  /// How to leave a question where nothing is put aside.
  static let exits = "At any time: /skip, /back, /stop, /let-go, /help, /help-now."
}
