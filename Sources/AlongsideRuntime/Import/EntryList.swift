internal import Codec

/// The `entries` of another program's JSON, one at a time.
enum EntryList {
  /// Finds the array that stands at the key `entries`, and hands each of its objects on.
  ///
  /// Broken ones are named in the reading; the others still come.
  static func read(
    _ bytes: [UInt8], into reading: inout ImportReading,
    _ body: (ArraySlice<UInt8>, String, inout ImportReading) -> Void
  ) {
    guard let start = start(SourceText.withoutMark(bytes)) else {
      return reading.refuse("the file", "it is not JSON with a list named `entries`")
    }
    read(bytes, from: start, into: &reading, body)
  }

  /// Hands on each object of a list, or of objects that follow each other.
  static func read(
    _ bytes: [UInt8], from start: Int, into reading: inout ImportReading,
    _ body: (ArraySlice<UInt8>, String, inout ImportReading) -> Void
  ) {
    var pieces = JSONPieces(bytes, from: start)
    while !reading.isOver, let piece = pieces.next() {
      let place = "entry \(pieces.count), line \(piece.line)"
      if !piece.isWhole {
        reading.refuse(place, "it is broken off or not JSON; the entries around it came in")
      } else if piece.range.count > pieceByteCount {
        reading.refuse(place, ImportLimits.tooLong)
      } else {
        body(bytes[piece.range], place, &reading)
      }
    }
    if !pieces.isComplete {
      reading.refuse(
        "after entry \(pieces.count)", "the file ends too early, or its rest cannot be read")
    }
  }

  /// The most bytes of one object that is decoded: a page, and room for keys that stay out.
  private static let pieceByteCount = 20 << 20

  /// Counts the keys that are not known, by name.
  static func leaveOthers(
    _ piece: ArraySlice<UInt8>, known: Set<String>, into reading: inout ImportReading
  ) {
    JSONKeys.walk(piece, depth: 1) { key in
      if !known.contains(key.name) { reading.leave(key: key.name) }
    }
  }

  private static func start(_ bytes: ArraySlice<UInt8>) -> Int? {
    var start: Int?
    guard bytes.first(where: { !JSONCursor.isSpace($0) }) == UInt8(ascii: "{") else { return nil }
    JSONKeys.walk(bytes, depth: 1) { key in
      if key.name == "entries", start == nil { start = key.value }
    }
    guard let start, start < bytes.endIndex, bytes[start] == UInt8(ascii: "[") else { return nil }
    return start
  }
}
