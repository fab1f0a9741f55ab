internal import Disk
internal import Practice
internal import Packs

/// Completes prompt names at the shell.
///
/// Reads packs alone: no journal, no passphrase.
@Sendable
func promptNames(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] {
  completedPacks.flatMap(\.prompts).map(\.id)
}

/// The same with the templates for meetings.
@Sendable
func sheetNames(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] {
  completedPacks.flatMap { $0.prompts + $0.sessions }.map(\.id)
}

/// Completes the parties of the templates in the pack that is named before.
@Sendable
func partyNames(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] {
  let templates = arguments.prefix(max(index, 0)).flatMap { path in
    InputFile.isFolder(path) ? PackFolder(path: path).pack?.sessions ?? [] : []
  }
  let named = templates.filter { arguments.contains($0.id) }
  let parties = (named.isEmpty ? templates : named).flatMap { $0.meeting?.parties ?? [] }
  return Set(parties.map(\.id)).sorted()
}

private var completedPacks: [Pack] {
  ProgramFiles.packs().flatMap(PackFolder.packs).compactMap { PackFolder(path: $0).pack }
}
