import TestSupport
import Testing

/// What salvage gets out of files that came to harm in several places, or were cut short.
@Suite struct SalvageDamageTests {
  /// A journal of some hundred entries; `harm zero` makes zeros of two pages of records far apart and
  /// says how many records lie on neither, `harm cut` takes off the last page.
  private static let lines = #"""
    cat >"$HOME/harm.py" <<'END'
    import os, sqlite3, sys
    path, what = sys.argv[1:3]
    rows = sqlite3.connect(f'file:{path}?mode=ro', uri=True).execute(
        'SELECT box FROM record ORDER BY revision').fetchall()
    data = bytearray(open(path, 'rb').read())
    if what == 'cut':
        os.truncate(path, len(data) - 16384)
    else:
        pages = [data.find(box[-64:]) // 16384 for (box,) in rows]
        gone = {pages[len(pages) // 10], pages[len(pages) * 9 // 10]}
        for page in gone:
            data[page * 16384:(page + 1) * 16384] = bytes(16384)
        open(path, 'wb').write(data)
        print('expected', sum(page not in gone for page in pages), 'of', len(rows))
    END
    harm() { python3 "$HOME/harm.py" "$J/journal/journal.db" $1; }
    entries 400 Day >"$HOME/many"; "$A" import jrnl "$HOME/many" $P </dev/null >/dev/null 2>&1
    """#

  @Test func whatLiesBetweenTwoDamagedPagesIsSaved() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      \#(ProgramHome.lines)
      \#(Self.lines)
      harm zero; "$A" salvage --yes $P </dev/null; "$A" verify $P </dev/null
      """#)
    let words = run.text.split(whereSeparator: \.isWhitespace)
    let expected = try #require(words.dropFirst().first.flatMap { Int($0) })
    #expect(expected > 300 && expected < 400, "\(run.text)")
    #expect(run.text.contains("\(expected) entries are whole."), "\(run.text) \(run.err)")
    #expect(run.text.contains("\(expected) entries opened. Everything is whole."), "\(run.text)")
  }

  @Test func aFileThatLostItsLastPageIsNotBeyondReading() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      \#(ProgramHome.lines)
      \#(Self.lines)
      harm cut; "$A" list $P </dev/null >/dev/null 2>&1; echo "list $?"
      "$A" salvage --yes $P </dev/null; echo "salvage $?"; "$A" verify $P </dev/null
      """#)
    #expect(
      run.text.contains("list 13") && run.text.contains("salvage 0"), "\(run.text) \(run.err)")
    let kept = run.text.split(separator: "\n").compactMap { line in
      line.hasSuffix(" entries are whole.") ? Int(line.prefix { $0.isNumber }) : nil
    }
    #expect((kept.first ?? 0) > 350, "\(run.text)")
    #expect(run.text.contains("Everything is whole"), "\(run.text)")
  }
}
