internal import Age

extension Desk {
  /// The work of a guess at new words.
  var logN: Int { context.logN ?? ScryptWork.shipped }
}
