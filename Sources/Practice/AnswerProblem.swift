/// Why an answer cannot be taken as it is, in words for the person who gave it.
///
/// The message quotes what is allowed and never what was answered: it may end up in a log.
package struct AnswerProblem: Error, Sendable, Hashable, CustomStringConvertible {
  package var message: String
  /// The step it is about, where answers were given all at once.
  package var step: String?
  /// The item of a repeated step it is about.
  package var item: String?

  package init(_ message: String, step: String? = nil, item: String? = nil) {
    self.message = message
    self.step = step
    self.item = item
  }

  package var description: String { message }
}
