import Foundation
import TestSupport
import Vault

/// The built program in a fixture's home, so that it can be stopped, delayed and refused at single
/// system calls.
extension JournalFixture {
  private static let program =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/.build/debug/alongside"

  /// Runs shell lines in which `$A` is the program, `$P` gives it the passphrase, `$J` is the journal's
  /// folder, and `refused ERRNO CALL PATH` runs the program while the system refuses that call there.
  func shell(_ lines: String) async throws -> Tool.Result {
    let words = try scratch.write(Self.words, to: "pw")
    chmod(words, 0o600)
    let refused = """
      refused() {
        error=$1; call=$2; path=$3; shift 3
        strace -f -qq -o /dev/null -P "$path" -e trace=$call -e inject=$call:error=$error "$A" "$@"
      }
      """
    return try await Tool.run(
      "bash", ["-c", "\(refused)\n\(lines)"],
      environment: [
        "A": Self.program, "P": "--passphrase-file \(words)", "J": place.folder,
        "ALONGSIDE_HOME": scratch.file("home"), "XDG_STATE_HOME": scratch.file("state"),
        "ALONGSIDE_JOURNAL": place.name, "HOME": scratch.path,
      ])
  }
}
