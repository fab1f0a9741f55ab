import Practice

@testable import AlongsideRuntime

extension Import {
  /// The readers for bytes in hand, everything kept.
  static func alongside(_ bytes: [UInt8]) -> ImportReading {
    var reading = ImportReading()
    alongside(bytes, into: &reading)
    return reading
  }

  static func jrnl(_ bytes: [UInt8], zone: String) -> ImportReading {
    var reading = ImportReading()
    jrnl(bytes, zone: zone, into: &reading)
    return reading
  }

  static func dayOne(_ bytes: [UInt8], name: String, zone: String) -> ImportReading {
    var reading = ImportReading()
    dayOne(bytes, name: name, zone: zone, into: &reading)
    return reading
  }

  static func markdown(_ bytes: [UInt8], path: String, fallback: Moment) -> ImportReading {
    var reading = ImportReading()
    markdown(bytes, path: path, fallback: fallback, into: &reading)
    return reading
  }
}
