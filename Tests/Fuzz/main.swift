import FoundationEssentials
import TestSupport

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

// `make fuzz`: changed files through every reader of packs. Prints its seed, and the round that
// took longest. Ends with 1 after a round of more than a second, or past the memory allowed; a
// crash ends it by itself, and the seed and round on the last line say where.

let rounds = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 1_000_000
let seed = CommandLine.arguments.dropFirst(2).first.flatMap(UInt64.init) ?? 0xA10_0051_DE
let memoryLimitKiB = 400 * 1024

print("seed \(seed), \(rounds) rounds")
let readers = try Readers(root: FileManager.default.currentDirectoryPath)
var mutation = Mutation(seed: seed)
let clock = ContinuousClock()
var longest = (time: Duration.zero, round: 0, name: "")
for round in 1...max(1, rounds) {
  let reader = mutation.pick(readers.all)
  let bytes = mutation.apply(to: mutation.pick(reader.samples))
  let time = clock.measure { reader.read(bytes) }
  if time > longest.time { longest = (time, round, reader.name) }
  if round.isMultiple(of: 50_000) { print("round \(round)  longest \(longest)") }
  guard time < .seconds(1) else {
    print("round \(round) of seed \(seed) took \(time) in \(reader.name)")
    try? Data(bytes).write(to: URL(fileURLWithPath: ".build/fuzz-slow"))
    exit(1)
  }
}
let memory = Readers.peakMemoryKiB()
print("longest round: \(longest.time) in \(longest.name); at most \(memory / 1024) MiB of memory")
exit(memory < memoryLimitKiB ? 0 : 1)
