/// A file while it is open: the one loop that reads and the one that writes.
package struct OpenFile: ~Copyable {
  let descriptor: Int32
  let path: String

  /// Opens a plain file to read; nil where no file has this name.
  ///
  /// - Throws: ``DiskTrouble``; `notAPlainFile` for a folder, pipe or device. That a link was not followed
  ///   is the system's refusal: whoever must know looks first.
  package init?(reading path: String, followingLinks: Bool = false) throws(DiskTrouble) {
    let follow = followingLinks ? 0 : O_NOFOLLOW
    // Without O_NONBLOCK, opening a pipe that somebody put here would wait for its other end.
    let opened = Self.repeating { open(path, O_RDONLY | follow | O_CLOEXEC | O_NONBLOCK) }
    if opened < 0, errno == ENOENT { return nil }
    try Self.checkPlain(opened, path)
    self.init(opened, path)
  }

  /// Opens a plain file in an open folder to read, never through a link.
  init(_ name: String, in folder: Int32, called path: String) throws(DiskTrouble) {
    let opened = Self.repeating {
      openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    }
    if opened < 0, errno == ELOOP { throw DiskTrouble(.reading, path, .notAPlainFile) }
    try Self.checkPlain(opened, path)
    self.init(opened, path)
  }

  /// Closes what is no plain file.
  private static func checkPlain(_ opened: Int32, _ path: String) throws(DiskTrouble) {
    guard opened >= 0 else { throw DiskTrouble(.reading, path) }
    var about = stat()
    let trouble =
      fstat(opened, &about) != 0
      ? DiskTrouble(.reading, path)
      : about.st_mode & S_IFMT != S_IFREG ? DiskTrouble(.reading, path, .notAPlainFile) : nil
    guard let trouble else { return }
    close(opened)
    throw trouble
  }

  /// Makes a new file; one that exists, or a link in its place, is never written over.
  package init(making path: String, mode: mode_t) throws(DiskTrouble) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let opened = Self.repeating { open(path, flags, mode) }
    guard opened >= 0 else { throw DiskTrouble(.making, path) }
    self.init(opened, path)
  }

  /// Opens whatever can be read to its end, a pipe as well, and waits for its other end.
  package init(readingAny path: String) throws(DiskTrouble) {
    let opened = Self.repeating { open(path, O_RDONLY | O_CLOEXEC) }
    guard opened >= 0 else { throw DiskTrouble(.reading, path) }
    self.init(opened, path)
  }

  /// Takes over a descriptor, which it closes.
  package init(_ descriptor: Int32, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  package func facts() throws(DiskTrouble) -> FileFacts {
    var about = stat()
    guard fstat(descriptor, &about) == 0 else { throw DiskTrouble(.reading, path) }
    return FileFacts(about)
  }

  /// All of a plain file.
  ///
  /// - Parameter count: the most bytes to read.
  /// - Throws: ``DiskTrouble``; `tooLarge` for one of more than `limit` bytes.
  package func bytes(limit: Int, upTo count: Int = .max) throws(DiskTrouble) -> [UInt8] {
    let size = Int(try facts().size)
    guard size <= limit else { throw DiskTrouble(.reading, path, .tooLarge) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(max(size, 0), count) + 1)
    // It may grow meanwhile.
    let wanted = min(count, limit == .max ? .max : limit + 1)
    try Self.drain(descriptor, called: path, into: &bytes, upTo: wanted)
    guard bytes.count <= limit else { throw DiskTrouble(.reading, path, .tooLarge) }
    return bytes
  }

  /// Up to `count` bytes of a plain file from its middle; fewer where it ends before.
  package func bytes(at offset: Int, count: Int) throws(DiskTrouble) -> [UInt8] {
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { block, filled in
      while filled < count {
        let rest = UnsafeMutableBufferPointer(rebasing: block[filled..<count])
        let got = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { number = errno }
        guard got > 0 else { return }
        filled += got
      }
    }
    guard number == 0 else { throw DiskTrouble(.reading, path, .system(number)) }
    return bytes
  }

  /// Reads until the end, or until there are `count` bytes.
  package func drain(into bytes: inout [UInt8], upTo count: Int) throws(DiskTrouble) {
    try Self.drain(descriptor, called: path, into: &bytes, upTo: count)
  }

  /// The same, from a descriptor that stays open.
  ///
  /// The block between is wiped: the bytes may be a passphrase.
  package static func drain(
    _ descriptor: Int32, called name: String, into bytes: inout [UInt8], upTo count: Int
  ) throws(DiskTrouble) {
    let size = 1 << 16
    var number: Int32 = 0
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { block in
      defer { block.initializeMemory(as: UInt8.self, repeating: 0) }
      while bytes.count < count {
        let got = read(descriptor, block.baseAddress, min(size, count - bytes.count))
        if got == 0 { return }
        if got < 0 {
          if errno == EINTR { continue }
          number = errno
          return
        }
        bytes += block.prefix(got)
      }
    }
    if number != 0 { throw DiskTrouble(.reading, name, .system(number)) }
  }

  /// Writes all of the bytes.
  package static func pour(
    _ bytes: UnsafeRawBufferPointer, into descriptor: Int32, called name: String
  ) throws(DiskTrouble) {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw DiskTrouble(.writing, name) }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }

  func add(_ bytes: ArraySlice<UInt8>) throws(DiskTrouble) {
    let (descriptor, path) = (descriptor, path)
    let trouble = bytes.withUnsafeBytes { buffer -> DiskTrouble? in
      do throws(DiskTrouble) {
        try Self.pour(buffer, into: descriptor, called: path)
        return nil
      } catch {
        return error
      }
    }
    if let trouble { throw trouble }
  }

  /// Has the disk confirm what was written.
  func confirm() throws(DiskTrouble) {
    guard fsync(descriptor) == 0 else { throw DiskTrouble(.writing, path) }
  }

  private static func repeating(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}
