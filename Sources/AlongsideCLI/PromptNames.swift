internal import Disk
internal import Practice
internal import Packs

/// Completes prompt names at the shell.
///
/// Reads packs alone: no journal, no passphrase.
@Sendable
func promptNames(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] {
  ProgramFiles.packs().flatMap(PackFolder.packs).compactMap { PackFolder(path: $0).pack }
    .flatMap(\.prompts).map(\.id)
}
