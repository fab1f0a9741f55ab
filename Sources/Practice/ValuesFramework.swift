/// A named set of values that a service or movement works by.
///
/// Always pack data, never an enum.
package struct ValuesFramework: Sendable, Hashable {
  package var id: String
  package var pack: String?
  package var title: String
  package var source: Source?
  package var items: [Option]

  package init(
    id: String, pack: String? = nil, title: String, source: Source? = nil, items: [Option]
  ) {
    self.id = id
    self.pack = pack
    self.title = title
    self.source = source
    self.items = items
  }

  /// The name that is unique among all packs: `PACK/ID`.
  package var fullID: String { pack.map { "\($0)/\(id)" } ?? id }
}
