import Archive
import PackFormat
import Packs
import TestSupport
import Testing

/// Our archives through the hands of stock tar, and those of stock tar through ours.
@Suite struct StockTarTests {
  private static let make = """
    set -e; cd "$1"; mkdir -p pack/prompts; cd pack
    printf 'x\\n' > README.md; printf 'schema: alongside.pack/1\\n' > pack.yaml
    """

  @Test(arguments: [
    (
      "ln -s README.md prompts/a.yaml", "ustar",
      "\"prompts/a.yaml\" in the archive is a symbolic link; only files and folders are read."
    ),
    (
      "ln README.md prompts/a.yaml", "ustar",
      "\"prompts/a.yaml\" in the archive is a hard link; only files and folders are read."
    ),
    (
      "mkfifo prompts/a.yaml", "ustar",
      "\"prompts/a.yaml\" in the archive is a named pipe; only files and folders are read."
    ),
    (
      ":", "pax",
      "in the archive is an extension of the pax format; only files and folders are read."
    ),
    (":", "gnu", "The archive is not a plain tar archive (ustar)."),
    (":", "v7", "The archive is not a plain tar archive (ustar)."),
    (
      "truncate -s 1M prompts/a.yaml; sparse=--sparse", "gnu",
      "The archive is not a plain tar archive (ustar)."
    ),
    (
      "truncate -s 1M prompts/a.yaml; sparse=--sparse", "pax",
      "in the archive is an extension of the pax format; only files and folders are read."
    ),
  ]) func hostile(line: String, format: String, message: String) async throws {
    let scratch = try Scratch()
    let made = try await Tool.run(
      "sh",
      [
        "-c",
        "\(Self.make)\n\(line)\ntar --format=\(format) $sparse -cf ../a.tar README.md prompts",
        "sh", scratch.path,
      ])
    #expect(made.code == 0, "\(made.err)")
    let trouble = try #require(throws: PackTrouble.self) {
      try OfferedPack(archive: scratch.read("a.tar"), name: "a.tar")
    }
    #expect(trouble.message.hasSuffix(message), "\(trouble)")
  }

  @Test func devices() async throws {
    let scratch = try Scratch()
    let made = try await Tool.run(
      "tar", ["--format=ustar", "-C", "/", "-cf", scratch.file("a.tar"), "dev/null"])
    #expect(made.code == 0, "\(made.err)")
    let trouble = try #require(throws: PackTrouble.self) {
      try OfferedPack(archive: scratch.read("a.tar"), name: "a.tar")
    }
    #expect(
      trouble.message == "\"dev/null\" in the archive is a device; only files and folders are read."
    )
  }

  @Test func archivesOfStockTarAreReadAndOurs() async throws {
    let scratch = try Scratch()
    let ours = try PackSample.archive()
    _ = try scratch.write(ours, to: "ours.tar")
    let made = try await Tool.run(
      "sh",
      [
        "-c",
        """
        cd "$1"; mkdir pack; tar -xf ours.tar -C pack && tar -tf ours.tar
        tar --format=ustar -C pack -cf theirs.tar $(ls pack)
        """, "sh", scratch.path,
      ])
    #expect(
      made.text.split(separator: "\n") == [
        "README.md", "pack.sums", "pack.yaml", "prompts/evening.yaml", "prompts/morning.yaml",
      ])
    let theirs = try OfferedPack(archive: scratch.read("theirs.tar"), name: "theirs.tar")
    #expect(theirs.trouble == nil && theirs.findings == [])
    let folder = OfferedPack(folder: scratch.file("pack"))
    #expect(folder.trouble == nil)
    #expect(try theirs.h1 == PackSample.offer().h1 && theirs.h1 == folder.h1)
    #expect(try PackArchive.build(folder.files).bytes == ours)
  }
}
