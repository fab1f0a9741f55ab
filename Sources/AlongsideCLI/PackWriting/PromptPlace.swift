internal import AlongsideRuntime
internal import Console
internal import Packs
internal import Practice

/// Where a new prompt goes: a pack's folder, or the person's own prompts.
struct PromptPlace {
  /// An absolute path.
  let folder: String
  /// As the person would name it.
  let name: String
  let isOwn: Bool

  /// - Parameter path: nil for the pack one stands in, and else the person's own prompts.
  /// - Throws: `Failure` with 64 for a folder that is no pack.
  init(_ path: String?, _ desk: Desk) throws {
    let here = desk.context.folder("PWD") ?? ""
    if let path {
      (folder, name, isOwn) = (desk.absolute(path), path, false)
      guard InputFile.isFile("\(folder)/pack.yaml") else {
        throw Failure.usage(
          "there is no pack.yaml in \(path), so it is not a pack",
          hints: [
            "alongside packs new \(ShellWord.quoted(path)) --id ID begins one",
            "without a folder, your own prompts are added to",
          ])
      }
    } else if InputFile.isFile("\(here)/pack.yaml") {
      (folder, name, isOwn) = (here, ".", false)
    } else {
      folder = Home.ownFolder(in: try desk.homePath())
      (name, isOwn) = (folder, true)
    }
  }

  /// The ids that the pack's prompts have, by their files and by what stands in them.
  var ids: Set<String> {
    let files = (try? InputFile.names(in: "\(folder)/prompts")) ?? []
    let named = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    return Set(named + (PackFolder(path: folder).pack?.prompts.map(\.id) ?? []))
  }

  /// Writes the file, which must not be there yet.
  ///
  /// - Returns: the file as the person would name it.
  func write(_ text: String, id: String) throws -> String {
    let file = "prompts/\(id).yaml"
    if isOwn {
      // A person's own prompts are theirs alone.
      try OutputFile.makeFolders("\(folder)/prompts")
      try OutputFile.write(Array(text.utf8), to: "\(folder)/\(file)")
    } else {
      try NewFile.makeFolder("\(folder)/prompts", called: "\(name)/prompts")
      try NewFile.write(text, to: "\(folder)/\(file)")
    }
    return name == "." ? file : "\(name)/\(file)"
  }
}
