/// A place in a file, as an editor shows it.
package struct Mark: Sendable, Hashable, Comparable {
  /// The line, counted from 1.
  package var line: Int
  /// The column, counted from 1 in Unicode scalars.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first place of every file.
  package static let start = Mark(line: 1, column: 1)

  package static func < (a: Mark, b: Mark) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
