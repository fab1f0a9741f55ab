import SSHSigning
import Testing

/// The purposes, which other people's tools and files name, never change their spelling.
@Suite struct SignatureNamespaceTests {
  @Test func namesStay() {
    #expect(
      SignatureNamespace.allCases.map(\.rawValue) == [
        "alongside-pack", "alongside-plugin", "alongside-card", "alongside-share",
        "alongside-session", "alongside-commitment", "alongside-withdrawal", "alongside-backup",
        "alongside-log",
      ])
  }
}
