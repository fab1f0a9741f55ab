internal import Dispatch
internal import Synchronization

/// Runs what is asynchronous underneath from commands that are not.
enum Waiting {
  /// Waits for `work` and returns what it returns.
  ///
  /// - Parameter meanwhile: called a few times a second while it lasts; where it returns false, the
  ///   work is cancelled, and then waited for all the same.
  static func result<T: Sendable>(
    of work: @escaping @Sendable () async throws -> T, meanwhile: () -> Bool = { true }
  ) throws -> T {
    let done = DispatchSemaphore(value: 0)
    let box = Box<T>()
    let task = Task.detached {
      do {
        let value = try await work()
        box.result.withLock { $0 = .success(value) }
      } catch {
        box.result.withLock { $0 = .failure(error) }
      }
      done.signal()
    }
    while done.wait(timeout: .now() + .milliseconds(300)) == .timedOut {
      if !meanwhile() { task.cancel() }
    }
    guard let result = box.result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }

  private final class Box<T: Sendable>: Sendable {
    let result = Mutex<Result<T, any Error>?>(nil)
  }
}
