/// Lets one test after the other at what a process has only once, such as the file that is guarded
/// against signals.
///
/// Suites that are serialized still run beside other suites. Whoever waits holds no thread.
///
///     try await Turn.guardedFile.take { try editor.edit(text) }
package actor Turn {
  package static let guardedFile = Turn()

  private var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  package nonisolated(nonsending) func take<Result>(
    _ work: () async throws -> Result
  ) async rethrows -> Result {
    await begin()
    do {
      let result = try await work()
      await end()
      return result
    } catch {
      await end()
      throw error
    }
  }

  private func begin() async {
    guard isTaken else {
      isTaken = true
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// The turn goes to whoever has waited longest.
  private func end() {
    if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
  }
}
