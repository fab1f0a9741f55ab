extension Sums {
  /// One way in which files are not those of a list.
  package enum Difference: Sendable, Hashable {
    /// A file that the list does not name.
    case added(path: String)
    /// A line, counted from 1, whose file is not there.
    case missing(path: String, line: Int)
    /// A file of another size than its line says.
    case size(path: String, line: Int, listed: Int, found: Int)
    /// A file of the right size with other content.
    case content(path: String, line: Int)
  }

  /// How files differ from those that are listed, in order of path; empty when they are the same.
  package func differences(
    from files: some Sequence<(path: String, bytes: [UInt8])>
  ) -> [Difference] {
    var listed: [String: (line: Int, value: Line)] = [:]
    for (place, line) in lines.enumerated() { listed[line.path] = (place + 1, line) }
    var found: [(path: String, difference: Difference)] = []
    for file in files where file.path != Self.name && file.path != Self.signatureName {
      guard let (number, line) = listed.removeValue(forKey: file.path) else {
        found.append((file.path, .added(path: file.path)))
        continue
      }
      if line.byteCount != file.bytes.count {
        found.append(
          (
            file.path,
            .size(
              path: file.path, line: number, listed: line.byteCount, found: file.bytes.count)
          ))
      } else if line.hash != ContentHash(of: file.bytes).description {
        found.append((file.path, .content(path: file.path, line: number)))
      }
    }
    found += listed.map { ($0.key, .missing(path: $0.key, line: $0.value.line)) }
    return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map(\.difference)
  }
}
