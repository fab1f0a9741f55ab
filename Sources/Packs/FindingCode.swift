/// The stable names of what can be wrong with files of packs and answers; none is ever renamed.
///
/// What is wrong with a file as YAML has the codes of `YAMLProblem`.
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

  // Sense inside a prompt.
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
  case revealWithoutEach = "reveal-without-each"
  case minutesOver = "minutes-over"

  // Manifest and signposts.
  case defaultLocale = "default-locale"
  case halfVerified = "half-verified"

  // A pack's folder.
  case noManifest = "no-manifest"
  case unreadable
  case notAFile = "not-a-file"
  case fileName = "file-name"
  case tooManyFiles = "too-many-files"
  case unknownList = "unknown-list"

  // Answers.
  case unknownItem = "unknown-item"
}
