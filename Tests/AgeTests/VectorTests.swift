import Age
import Crypto
import Foundation
import TestSupport
import Testing

/// Every vector in `Vectors/` has the outcome that it names, down to the bytes released before an
/// error.
///
/// Dropping a file in adds a case.
@Suite struct VectorTests {
  static let paths = Vectors.paths(in: "Vectors", beside: #filePath)

  @Test func vectorsAreThere() {
    #expect(Self.paths.count >= 96)
  }

  @Test(arguments: paths)
  func outcome(path: String) throws {
    let vector = try Vector(path: path)
    var sink = BytesSink()
    let outcome = Self.outcome(of: vector, into: &sink)
    #expect(outcome == vector["expect"], "\(path)")
    if let payload = vector["payload"] {
      let digest = SHA256.hash(data: sink.bytes).map { String(format: "%02x", $0) }.joined()
      #expect(digest == payload, "\(path)")
    } else {
      #expect(sink.bytes.isEmpty, "\(path)")
    }
  }

  private static func outcome(of vector: Vector, into sink: inout BytesSink) -> String {
    do {
      let file = vector["armored"] == "yes" ? try AgeArmor.decode(vector.body) : vector.body
      var source = BytesSource(file)
      try Opening.open(from: &source, into: &sink, with: vector.identities())
      return "success"
    } catch let error as AgeError {
      return name(error)
    } catch {
      return "\(error)"
    }
  }

  private static func name(_ error: AgeError) -> String {
    switch error {
    case .armor: "armor failure"
    case .header: "header failure"
    case .headerChanged: "HMAC failure"
    case .noMatch: "no match"
    case .payload: "payload failure"
    case .key, .system: "\(error)"
    }
  }
}
