import CProcess

/// Bytes that were typed and not yet used.
///
/// What has been taken is zeroed at once.
struct TypedBytes {
  private var storage: [UInt8] = []
  private var head = 0

  init() {
    // One full read and what an unfinished key can leave, so that it never has to move and leave a
    // copy of a secret behind.
    storage.reserveCapacity(2 * TypedBytes.readSize)
  }

  /// How many bytes one read from the terminal asks for.
  static let readSize = 4096

  var count: Int { storage.count - head }

  subscript(offset: Int) -> UInt8 { storage[head + offset] }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if head == storage.count {
      storage.removeAll(keepingCapacity: true)
      head = 0
    }
    storage.append(contentsOf: bytes)
  }

  /// Takes bytes from the front; fewer when fewer are there.
  @discardableResult
  mutating func take(_ wanted: Int) -> [UInt8] {
    let end = head + Swift.min(wanted, count)
    let taken = Array(storage[head..<end])
    for index in head..<end { storage[index] = 0 }
    head = end
    return taken
  }

  /// Zeros and drops everything that waits.
  mutating func wipe() {
    var waiting = take(count)
    waiting.wipe()
  }
}
