"""Shows that imports.py finds what it is for: `python3 -B -m unittest discover -s Tests/Imports`."""
import unittest

import belongs
import imports


class Imports(unittest.TestCase):
    def test_every_form_of_an_import_is_read(self):
        text = (
            "internal import Age\n@testable import Packs\npackage import struct Vault.Page\n"
            "#if canImport(Glibc)\n  import Glibc\n#endif\nimport GRDB // SQLite\n")
        self.assertEqual(imports.imported(text), {"Age", "Packs", "Vault", "Glibc", "GRDB"})

    def test_words_that_look_like_an_import_are_not(self):
        text = (
            '// import Age\n/*\nimport Packs\n*/\nlet help = """\n  import jrnl FILE\n  """\n'
            "let important = 1\n")
        self.assertEqual(imports.imported(text), set())

    def test_an_undeclared_import_is_named(self):
        self.assertEqual(
            imports.differences("Console", {"Glibc", "Vault"}, set()),
            ["Console imports Vault, which Package.swift does not declare for it"])

    def test_an_unused_declaration_is_named(self):
        self.assertEqual(
            imports.differences("Console", set(), {"Vault"}),
            ["Console declares Vault in Package.swift and never imports it"])

    def test_system_modules_and_the_target_itself_need_no_declaration(self):
        self.assertEqual(imports.differences("Vault", {"Foundation", "Vault"}, set()), [])

    def test_targets_and_products_are_declarations(self):
        target = {"dependencies": [
            {"byName": ["Age", None]}, {"product": ["GRDB", "GRDB.swift", None, None]},
            {"target": ["CZlib", None]}]}
        self.assertEqual(imports.declared(target), {"Age", "GRDB", "CZlib"})


class Belongs(unittest.TestCase):
    """What one module does for all is found wherever else it is done."""

    def test_each_call_is_found_outside_its_module(self):
        for line in (
                "import Glibc", "let file = open(path, O_RDONLY | O_CLOEXEC)",
                "guard rename(old, new) == 0 else {", "fsync(file)", "opendir(folder)",
                "while flock(file, LOCK_EX) != 0 {", "FileManager.default.fileExists(atPath: path)",
                "Data(bytes).base64EncodedString()", "Data(base64Encoded: text)",
                'hint: "Build it with alongside packs build."', '"alongside list"',
                'FileFacts.text("/proc/swaps")', 'BlockDevices(root: "/sys")'):
            self.assertEqual([number for number, _ in belongs.misplaced("Vault", line)], [1], line)

    def test_its_own_module_may(self):
        self.assertEqual(list(belongs.misplaced("Disk", "opendir(folder)")), [])

    def test_words_that_look_like_a_call_are_not_found(self):
        for line in (
                "// rename(old, new) is one step", "try open(journal, passphrase)", "try rename()",
                "private func rename(_ old: String, to new: String) {", "Base64.encode(bytes, padded: true)",
                '"Another alongside is changing the packs just now."', '"alongside capture of journal"',
                'FileFacts.resolved("/proc/self/exe")', 'let system = "/system"'):
            self.assertEqual(list(belongs.misplaced("Vault", line)), [], line)


if __name__ == "__main__":
    unittest.main()
