internal import Disk
internal import Practice

/// The time of the machine, with the zone it is in.
enum SystemClock {
  static func now(_ environment: [String: String]) -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var seconds = time.tv_sec
    var local = tm()
    localtime_r(&seconds, &local)
    let milliseconds = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    return Moment(
      utcMilliseconds: milliseconds, offset: Int(local.tm_gmtoff), zone: zone(environment, local))
  }

  /// The zone's name, as `Europe/London`: from `TZ`, or from where the system's own leads.
  private static func zone(_ environment: [String: String], _ local: tm) -> String {
    if let zone = environment["TZ"], !zone.isEmpty {
      return zone.hasPrefix(":") ? String(zone.dropFirst()) : zone
    }
    let place = FileFacts.resolved("/etc/localtime")
    if let name = place.components(after: "/zoneinfo/") { return name }
    return local.tm_zone.map { String(cString: $0) } ?? "UTC"
  }
}

extension String {
  /// What stands behind the last `mark`, or nil without one.
  fileprivate func components(after mark: String) -> String? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return String(rest.dropFirst(mark.count)) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
