internal import Crypto

/// The content of an age file, given out as it is read, each chunk proven first.
///
/// What was read before an error was proven to be part of the file, but the file is whole only when
/// the end was reached without one.
package struct OpenedSource<Source: ByteSource>: ByteSource {
  private var input: BufferedBytes<Source>
  private var opener: PayloadOpener
  private var chunk: ArraySlice<UInt8>
  private var held: ArraySlice<UInt8> = []
  private var isFirst = true
  private var isEnded = false
  private static var sealedByteCount: Int { Payload.chunkByteCount + Payload.tagByteCount }

  /// Reads the header and finds the key.
  ///
  /// - Throws: `AgeError`, or what the source throws.
  package init(_ source: Source, with identities: [any Identity]) throws {
    input = BufferedBytes(source)
    opener = try Opening.opener(&input, with: identities)
    chunk = try input.block(Self.sealedByteCount)
  }

  package mutating func read(_ count: Int) throws -> ArraySlice<UInt8> {
    while held.isEmpty, !isEnded { try advance() }
    defer { held = held.dropFirst(count) }
    return held.prefix(count)
  }

  private mutating func advance() throws {
    let next = try input.block(Self.sealedByteCount)
    let (plain, isLast) = try opener.open(chunk, expectingLast: next.isEmpty)
    guard !plain.isEmpty || isFirst else { throw AgeError.payload("its last part is empty") }
    guard isLast == next.isEmpty else {
      throw AgeError.payload(isLast ? "something follows its end" : "its end is missing")
    }
    isFirst = false
    isEnded = isLast
    held = plain
    chunk = next
  }
}
