"""Seals a text file as an encrypted jrnl journal with jrnl's own class; runs in jrnl's venv.

    seal_jrnl.py TEXT JOURNAL PASSWORD
"""

import pathlib
import sys

from jrnl.encryption.Jrnlv3Encryption import Jrnlv3Encryption

text, journal, password = sys.argv[1:]
sealing = Jrnlv3Encryption("default", {})
sealing.password = password
pathlib.Path(journal).write_bytes(sealing.encrypt(pathlib.Path(text).read_text()))
