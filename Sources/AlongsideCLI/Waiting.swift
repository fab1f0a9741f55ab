internal import Dispatch
internal import Synchronization

/// Runs what is asynchronous underneath from commands that are not.
enum Waiting {
  /// Waits for `work` and returns what it returns.
  static func result<T: Sendable>(
    of work: @escaping @Sendable () async throws -> T
  ) throws -> T {
    let done = DispatchSemaphore(value: 0)
    let box = Box<T>()
    Task.detached {
      do {
        let value = try await work()
        box.result.withLock { $0 = .success(value) }
      } catch {
        box.result.withLock { $0 = .failure(error) }
      }
      done.signal()
    }
    done.wait()
    guard let result = box.result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }

  private final class Box<T: Sendable>: Sendable {
    let result = Mutex<Result<T, any Error>?>(nil)
  }
}
