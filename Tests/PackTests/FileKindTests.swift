import PackFormat
import Packs
import Testing

/// The descriptions are whole: no key twice, a sentence for each, every named shape there.
@Suite struct FileKindTests {
  @Test(arguments: FileKind.all.map(\.schema))
  func descriptionsAreWhole(schema: String) throws {
    let kind = try #require(FileKind.all.first { $0.schema == schema })
    check(.map(kind.root), kind)
    for shape in kind.shapes.values { check(shape, kind) }
    #expect(kind.root.keys.first?.name == "schema")
  }

  private func check(_ shape: Shape, _ kind: FileKind) {
    switch shape {
    case .map(let rule):
      #expect(Set(rule.keyNames).count == rule.keys.count, "\(rule.name)")
      for key in rule.keys {
        #expect(key.summary.hasSuffix("."), "\(key.name)")
        #expect(key.otherNames.allSatisfy { rule.key($0) == nil }, "\(key.name)")
        check(key.shape, kind)
      }
    case .list(let item, _): check(item, kind)
    case .entries(let key, let value, _):
      check(key, kind)
      check(value, kind)
    case .either(let shapes): for shape in shapes { check(shape, kind) }
    case .optional(let shape): check(shape, kind)
    case .named(let name): #expect(kind.shapes[name] != nil, "\(name)")
    default: break
    }
    #expect(!shape.expected.isEmpty)
  }
}
