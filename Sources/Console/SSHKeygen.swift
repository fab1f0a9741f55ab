import Subprocess

/// The `ssh-keygen` of this machine, for people who sign with an SSH key that they have already.
///
/// It asks for the key's own passphrase, or for a touch of a token, by itself.
package enum SSHKeygen {
  /// Why nothing was signed.
  package enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
    case notInstalled
    case failed
    case noFolder

    package var description: String {
      switch self {
      case .notInstalled: "there is no program ssh-keygen here"
      case .failed: "ssh-keygen signed nothing; what it said stands above"
      case .noFolder: "there is no folder in memory for ssh-keygen to work in"
      }
    }
  }

  /// Signs a text, as `ssh-keygen -Y sign` does.
  ///
  /// - Parameters:
  ///   - key: the path of a private key, or of the public half of one that an agent holds.
  ///   - folders: folders in memory, best first.
  /// - Returns: the armored signature.
  /// - Throws: `Problem`.
  package static func sign(
    _ text: String, key: String, namespace: String, folders: [String]
  ) async throws(Problem) -> [UInt8] {
    guard let folder = try? PrivateFolder(in: folders) else { throw .noFolder }
    defer { folder.remove() }
    do throws(EditorProblem) { try folder.write(text) } catch { throw .noFolder }
    let words = ["-q", "-Y", "sign", "-n", namespace, "-f", key, folder.file]
    let ending: TerminationStatus
    do {
      ending = try await run(
        .name("ssh-keygen"), arguments: Arguments(words), input: .currentStandardInput,
        output: .discarded, error: .currentStandardError
      ).terminationStatus
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .notInstalled
    } catch {
      throw .failed
    }
    guard ending.isSuccess, let signature = try? folder.read(beside: ".sig") else {
      throw .failed
    }
    return Array((signature + "\n").utf8)
  }
}
