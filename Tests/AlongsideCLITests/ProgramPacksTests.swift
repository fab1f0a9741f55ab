import AlongsideRuntime
import Packs
import Synchronization
import Testing

/// Each pack of the program is read once a run, whatever the command asks of it.
struct ProgramPacksTests {
  private let home: ProgramHome

  init() throws { home = try ProgramHome() }

  @Test(arguments: [
    ["prompts", "list"], ["prompts", "show", "daily-three"], ["prompts", "explain", "daily-three"],
    ["prompts", "sheet", "daily-three"], ["prompts", "off", "daily-three"], ["help-now"],
    ["doctor"],
    ["packs", "list"], ["packs", "where", "core"],
    ["packs", "lint", "\(ProgramHome.root)/prompts/core"],
    ["reflect", "daily-three", "--answers", "-"],
  ])
  func eachIsReadOnce(words: [String]) {
    let reads = Mutex<[String: Int]>([:])
    let packs = ProgramPacks(in: "\(ProgramHome.root)/prompts") { path in
      reads.withLock { $0[path, default: 0] += 1 }
      return PackFolder(path: path)
    }
    _ = home.run(words, typed: "what-happened: Rain.\n", packs: packs)
    let counts = reads.withLock(\.self)
    #expect(counts["\(ProgramHome.root)/prompts/core"] == 1, "\(counts)")
    #expect(counts.values.allSatisfy { $0 == 1 }, "\(counts)")
  }
}
