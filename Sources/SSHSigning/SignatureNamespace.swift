/// What a signature was made for, so that none can be taken for another.
///
/// The list is closed. The names are the `namespace` of OpenSSH's PROTOCOL.sshsig, §2, and what
/// `ssh-keygen -Y sign -n` takes.
package enum SignatureNamespace: String, Sendable, Hashable, CaseIterable {
  /// The sums of a prompt pack.
  case pack = "alongside-pack"
  /// The sums of a plugin; a pack's key does not sign code.
  case plugin = "alongside-plugin"
  /// A contact card.
  case card = "alongside-card"
  /// Pages given to another person.
  case share = "alongside-share"
  /// A session's record that two people agreed.
  case session = "alongside-session"
  /// A promise of answers that are not shown yet.
  case commitment = "alongside-commitment"
  /// A request to let go of what was shared.
  case withdrawal = "alongside-withdrawal"
  /// The list of a backup's content.
  case backup = "alongside-backup"
  /// A log of dates and minutes.
  case log = "alongside-log"
}
