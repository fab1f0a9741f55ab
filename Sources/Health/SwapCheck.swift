/// Where the system puts memory it needs for others, from the text of `/proc/swaps`.
///
/// Words of an open journal are in memory in the clear, so swap is where they could reach a disk.
struct SwapCheck: HealthCheck {
  static let topic = "swap"

  /// Nil where the system does not say.
  let swaps: String?
  let mounts: MountTable?
  var devices = BlockDevices()

  func notes() -> [HealthNote] {
    guard let swaps else {
      return [note(.worthKnowing, "Where memory is swapped out to cannot be told from here.")]
    }
    let places = Self.places(in: swaps)
    let open = places.filter { [.unencrypted, .partly].contains(protection(of: $0)) }
    let unclear = places.filter { protection(of: $0) == .unknown }
    if !open.isEmpty { return [Self.openNote(open)] }
    if !unclear.isEmpty {
      return [
        note(
          .worthKnowing,
          "Memory may be swapped out to \(Self.joined(unclear)), and whether that is encrypted "
            + "cannot be told from here.")
      ]
    }
    if places.isEmpty { return [note(.good, "No memory is swapped out to a disk.")] }
    return [note(.good, "Memory is swapped out only to where it is encrypted, or to memory.")]
  }

  private static func openNote(_ places: [Place]) -> HealthNote {
    HealthNote(
      .worthKnowing, topic,
      "Memory may be swapped out to \(joined(places)), where no encryption is seen. While a journal "
        + "is open, words of it could land there.",
      next: "Ask whoever looks after this machine for encrypted swap, or for swap in memory (zram)."
    )
  }

  private func note(_ level: HealthNote.Level, _ what: String) -> HealthNote {
    HealthNote(level, Self.topic, what)
  }

  private struct Place {
    let path: String
    let isFile: Bool
  }

  /// The lines below the heading: file name, type, and numbers.
  private static func places(in text: String) -> [Place] {
    text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split { $0 == " " || $0 == "\t" }
      guard fields.count > 1 else { return nil }
      return Place(path: MountTable.unescaped(fields[0]), isFile: fields[1] == "file")
    }
  }

  private static func joined(_ places: [Place]) -> String {
    places.map(\.path).joined(separator: ", ")
  }

  private func protection(of place: Place) -> BlockDevices.Protection {
    if place.path.hasPrefix("/dev/zram") { return .inMemory }
    guard place.isFile else { return devices.protection(ofDevice: place.path) }
    guard let mount = mounts?.mount(holding: place.path) else { return .unknown }
    let byNumber = devices.protection(ofNumber: mount.device)
    return byNumber == .unknown ? devices.protection(ofDevice: mount.source) : byNumber
  }
}
