extension Import {
  /// Whether times can be read in this zone: one of the machine's own list, or a fixed offset.
  package static func knows(zone: String) -> Bool { WallClock(zone) != nil }
}
