/// The stable names of what can be wrong with files of packs and answers, never renamed.
///
/// Problems with the YAML itself have the codes of `YAMLProblem`.
package enum FindingCode: String, Sendable, Hashable, CaseIterable {
  // The shape of any file.
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case emptyValue = "empty-value"
  case unknownWord = "unknown-word"
  case badID = "bad-id"
  case badDay = "bad-day"
  case badTime = "bad-time"
  case badLink = "bad-link"
  case badVersion = "bad-version"
  case outOfRange = "out-of-range"
  case tooLong = "too-long"
  case tooMany = "too-many"
  case tooFew = "too-few"
  case notOneLine = "not-one-line"

  // The first line.
  case schemaFirst = "schema-first"
  case unknownSchema = "unknown-schema"
  case newerSchema = "newer-schema"
  case wrongSchema = "wrong-schema"

  // The sense of a prompt.
  case duplicateID = "duplicate-id"
  case noID = "no-id"
  case askOrSay = "ask-or-say"
  case keyNotForType = "key-not-for-type"
  case skipNo = "skip-no"
  case unknownStep = "unknown-step"
  case laterStep = "later-step"
  case sayStep = "say-step"
  case unknownOption = "unknown-option"
  case testNotForType = "test-not-for-type"
  case conditionShape = "condition-shape"
  case repeatShape = "repeat-shape"
  case repeatSource = "repeat-source"
  case bounds
  case scaleShape = "scale-shape"
  case placeholder
  case answerMissing = "answer-missing"
  case answerMayMiss = "answer-may-miss"
  case onwardShape = "onward-shape"
  case onwardTarget = "onward-target"
  case onwardCircle = "onward-circle"
  case revealWithoutEach = "reveal-without-each"
  case privateReveal = "private-reveal"
  case noEffect = "no-effect"
  case minutesOver = "minutes-over"

  // Sessions.
  case reservedWord = "reserved-word"
  case unknownParty = "unknown-party"
  case notAsked = "not-asked"

  // Locales and tests.
  case badTextPath = "bad-text-path"
  case badHash = "bad-hash"
  case unknownPrompt = "unknown-prompt"

  // The effects of conditions, and who learns what by them.
  case neverTrue = "never-true"
  case alwaysTrue = "always-true"
  case unreached
  case leak
  case unmirrored
  case fewQuestions = "few-questions"

  // Where words come from, and how they may land.
  case missingSource = "missing-source"
  case heavyWord = "heavy-word"
  case hardToRead = "hard-to-read"
  case longSentence = "long-sentence"
  case twoQuestions = "two-questions"
  case whyFirst = "why-first"

  // What people are not asked or told.
  case asksIdentifiers = "asks-identifiers"
  case readByOthers = "read-by-others"
  case blames
  case scores
  case saysAnonymous = "says-anonymous"
  case notTender = "not-tender"
  case endsBackward = "ends-backward"
  case presses

  // How a text was typed.
  case curlyQuotes = "curly-quotes"
  case cutOff = "cut-off"

  // Manifest and signposts.
  case defaultLocale = "default-locale"
  case halfVerified = "half-verified"

  // A pack's folder.
  case noManifest = "no-manifest"
  case unreadable
  case notAFile = "not-a-file"
  case fileName = "file-name"
  case idNotFile = "id-not-file"
  case tooManyFiles = "too-many-files"
  case unknownList = "unknown-list"

  // A pack that was built, signed or installed, and the policy.
  case badPath = "bad-path"
  case sameName = "same-name"
  case notBuilt = "not-built"
  case badSums = "bad-sums"
  case addedFile = "added-file"
  case missingFile = "missing-file"
  case changedFile = "changed-file"
  case badSignature = "bad-signature"
  case otherNamespace = "other-namespace"
  case wrongSignature = "wrong-signature"
  case expired
  case badKey = "bad-key"
  case dayOrder = "day-order"
  case brokenPolicy = "broken-policy"
  case notAccepted = "not-accepted"
  case storeChanged = "store-changed"
  case badLock = "bad-lock"
  case needsNewer = "needs-newer"

  // Between packs.
  case unknownTarget = "unknown-target"
  case ownItem = "own-item"
  case unknownField = "unknown-field"
  case keptID = "kept-id"
  case weakens
  case protected
  case protectedStep = "protected-step"
  case protectedPrompt = "protected-prompt"
  case movedMeaning = "moved-meaning"
  case twoOverrides = "two-overrides"
  case twoWords = "two-words"

  // Texts in other languages.
  case unknownText = "unknown-text"
  case staleTranslation = "stale-translation"
  case noSourceHash = "no-source-hash"
  case missingTranslation = "missing-translation"
  case localePlaceholder = "locale-placeholder"
  case unlistedLocale = "unlisted-locale"
  case localeOfOther = "locale-of-other"

  // Answers.
  case unknownItem = "unknown-item"
}
