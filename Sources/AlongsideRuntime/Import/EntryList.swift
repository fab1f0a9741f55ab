/// The `entries` of another program's JSON, one at a time.
enum EntryList {
  /// Finds the array that stands at the key `entries`, and hands each of its objects on.
  ///
  /// Broken ones are named in the reading; the others still come.
  static func read(
    _ source: [UInt8], into reading: inout ImportReading,
    _ body: (ArraySlice<UInt8>, String, inout ImportReading) -> Void
  ) {
    let bytes = Array(SourceText.withoutMark(source))
    guard let start = start(bytes) else {
      return reading.refuse("the file", "it is not JSON with a list named `entries`")
    }
    var pieces = JSONPieces(bytes, from: start)
    let cut = pieces.cut()
    for (index, piece) in cut.pieces.enumerated() {
      let place = "entry \(index + 1), line \(piece.line)"
      if piece.isWhole {
        body(bytes[piece.range], place, &reading)
      } else {
        reading.refuse(place, "it is broken off or not JSON; the entries around it came in")
      }
    }
    if !cut.isComplete {
      reading.refuse(
        "after entry \(cut.pieces.count)", "the file ends too early, or its rest cannot be read")
    }
  }

  /// Counts the keys that are not known, by name.
  static func leaveOthers(
    _ piece: ArraySlice<UInt8>, known: Set<String>, into reading: inout ImportReading
  ) {
    JSONKeys.walk(piece, depth: 1) { key in
      if !known.contains(key.name) { reading.leave(key: key.name) }
    }
  }

  private static func start(_ bytes: [UInt8]) -> Int? {
    var start: Int?
    guard bytes.first(where: { !JSONPieces.isSpace($0) }) == UInt8(ascii: "{") else { return nil }
    JSONKeys.walk(bytes[...], depth: 1) { key in
      if key.name == "entries", start == nil { start = key.value }
    }
    guard let start, start < bytes.count, bytes[start] == UInt8(ascii: "[") else { return nil }
    return start
  }
}
