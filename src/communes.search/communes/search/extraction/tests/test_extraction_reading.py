"""A file gives its text, or the reason why not; never more than it may take."""

from communes.search.extraction.domain.outcome import Ending
from communes.search.extraction.domain.outcome import Limits
from communes.search.extraction.runner import read_file
from communes.search.extraction.tests import files
import json
import os
import pytest
import subprocess
import sys
import time


@pytest.fixture
def read(tmp_path):
    def reading(content, **limits):
        path = tmp_path / "file"
        path.write_bytes(content)
        with path.open("rb") as stream:
            return read_file(stream, Limits(**limits))

    return reading


SENTENCE = "La réfection de l'égouttage"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (files.pdf(SENTENCE, "Page deux"), [SENTENCE, "Page deux"]),
        (files.docx(SENTENCE, "Article 2"), [SENTENCE, "Article 2", "Note en bas"]),
        (files.odt(SENTENCE, "Article 2"), [SENTENCE, "Article 2"]),
        (files.xlsx(SENTENCE, "Total"), [SENTENCE, "Total", "En ligne"]),
        (files.pptx(SENTENCE, "Merci"), [SENTENCE, "Merci"]),
        (files.RTF, ["Délibération du Collège", "Rue du Moulin {12}"]),
        (f"{SENTENCE}\n".encode(), [SENTENCE]),
        (f"\ufeff{SENTENCE}".encode(), [SENTENCE]),
        (SENTENCE.encode("cp1252"), [SENTENCE]),
    ],
    ids=["pdf", "docx", "odt", "xlsx", "pptx", "rtf", "utf-8", "bom", "cp1252"],
)
def test_each_kind_gives_its_text_by_lines(read, content, told):
    reading = read(content)
    assert reading.ending is Ending.READ
    lines = [line.strip() for line in reading.text.splitlines() if line.strip()]
    assert lines == told


def test_what_was_struck_out_is_not_what_the_document_says(read):
    struck = "<w:p><w:del><w:r><w:t>Secret</w:t></w:r></w:del></w:p>"
    assert "Secret" not in read(files.docx(SENTENCE, body=struck)).text
    changes = "<text:tracked-changes><text:p>Secret</text:p></text:tracked-changes>"
    assert "Secret" not in read(files.odt(SENTENCE, body=changes)).text


def test_words_of_neighbouring_cells_stay_apart(read):
    cells = (
        "<table:table-cell><text:p>Nom</text:p></table:table-cell>"
        "<table:table-cell><text:p>Montant</text:p></table:table-cell>"
    )
    assert read(files.odt(body=cells)).text.split() == ["Nom", "Montant"]


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOCKED_OFFICE = OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")
ENTITIES = '<!DOCTYPE d [<!ENTITY a "Secret"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'
FETCHING = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'
ENCRYPTED = "<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>"


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"", Ending.EMPTY),
        (b" \n\t", Ending.EMPTY),
        (files.pdf(""), Ending.EMPTY),
        (files.pdf(SENTENCE)[:200], Ending.BROKEN),
        (b"%PDF-1.7\nnothing", Ending.BROKEN),
        (files.docx(SENTENCE)[:-30], Ending.BROKEN),
        (files.archive({"content.xml": "<d><p>Secret</d>"}), Ending.BROKEN),
        (files.locked_pdf(SENTENCE, "mot-de-passe"), Ending.ENCRYPTED),
        (files.odt(SENTENCE, manifest=ENCRYPTED), Ending.ENCRYPTED),
        (LOCKED_OFFICE, Ending.ENCRYPTED),
        (OLD_OFFICE, Ending.UNKNOWN),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), Ending.UNKNOWN),
        (b"texte puis " + bytes(5000), Ending.UNKNOWN),
        (files.archive({"photo.jpg": "x"}), Ending.UNKNOWN),
        (files.archive({"content.xml": ENTITIES}), Ending.FORBIDDEN),
        (files.archive({"content.xml": FETCHING}), Ending.FORBIDDEN),
        (files.archive({"content.xml": "<a>" * 900}), Ending.FORBIDDEN),
    ],
)
def test_a_file_that_gives_no_text_says_why(read, content, ending):
    reading = read(content)
    assert (reading.ending, reading.text) == (ending, "")
    assert reading.sentence


def test_a_password_that_is_empty_keeps_nobody_out(read):
    assert SENTENCE in read(files.locked_pdf(SENTENCE, "")).text


def test_the_content_counts_not_the_name_or_the_declared_type(read):
    # A text that calls itself a PDF, a PDF after some rubbish of a mail gateway.
    assert read(b"ordre du jour").ending is Ending.READ
    assert SENTENCE in read(b"Received: x\r\n" + files.pdf(SENTENCE)).text


def test_an_archive_that_unfolds_beyond_measure_is_refused_early(read):
    bomb = files.archive({"content.xml": b"<d>" + b" " * 40_000_000})
    assert len(bomb) < 50_000
    began = time.monotonic()
    reading = read(bomb, unpacked_bytes=1_000_000)
    assert (reading.ending, reading.text) == (Ending.BOMB, "")
    assert time.monotonic() - began < 10


def test_an_archive_of_countless_parts_is_refused(read):
    parts = {f"p{number}": "" for number in range(20_001)} | {"content.xml": "<d/>"}
    assert read(files.archive(parts)).ending is Ending.BOMB


def test_a_file_beyond_the_size_is_not_even_opened(read):
    reading = read(b"x" * 2000, file_bytes=1000)
    assert (reading.ending, reading.detail) == (Ending.TOO_LARGE, "2000 octets")


def test_a_text_beyond_the_length_is_cut(read):
    reading = read(b"mot " * 1000, characters=100)
    assert (reading.ending, len(reading.text)) == (Ending.CUT, 100)


def test_a_reading_beyond_the_time_keeps_what_was_read(read):
    endless = files.pdf(*[f"Page {number} de l'inventaire" for number in range(30_000)])
    began = time.monotonic()
    reading = read(endless, seconds=2)
    assert time.monotonic() - began < 20
    assert reading.ending in (Ending.CUT, Ending.TOO_LONG)
    assert bool(reading.text) == (reading.ending is Ending.CUT)


def test_a_reading_beyond_the_memory_ends(read):
    reading = read(b"mot " * 20_000_000, memory_bytes=120_000_000,
                   file_bytes=100_000_000)  # fmt: skip
    assert (reading.ending, reading.text) == (Ending.TOO_LONG, "")


def behind_the_walls(code, **environment):
    """What a process answers that runs ``code`` behind the walls."""
    start = (
        "import json, os, sys; sys.path[:] = json.loads(os.environ['P'])\n"
        "import socket, ctypes\n"
        "from communes.search.extraction.reading.walls import raise_walls\n"
        "library = ctypes.CDLL(None, use_errno=True)\n"
        "raise_walls(5, 500_000_000)\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", start + code],
        capture_output=True,
        text=True,
        env={"P": json.dumps(sys.path), **environment},
        timeout=30,
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    "code",
    [
        "socket.socket()",
        "socket.create_connection(('127.0.0.1', 9))",
        "os.system('true')",
        "os.fork()",
        "os.execv('/bin/true', ['true'])",
        "open('/tmp/walled-in', 'w')",
        "os.open('/tmp/walled-in', os.O_CREAT | os.O_WRONLY)",
        "os.remove('/tmp/walled-in')",
        "ctypes.CDLL('libc.so.6')",
    ],
)
def test_behind_the_walls_python_reaches_nothing(code):
    assert "Walled" in behind_the_walls(code)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a filter of Linux")
@pytest.mark.parametrize(
    "call", ["socket(2, 1, 0)", "fork()", "execv(b'/bin/true', None)", "ptrace(0, 0)"]
)
def test_behind_the_walls_native_code_reaches_nothing_either(call):
    refused = "print('errno', ctypes.get_errno())"
    assert "errno 1\n" in behind_the_walls(f"library.{call}\n{refused}")


def test_the_cell_is_handed_nothing_of_the_environment(read, monkeypatch):
    monkeypatch.setenv("COMMUNES_SECRET", "mot-de-passe")
    seen = {}
    popen = subprocess.Popen

    def watched(command, **options):
        seen.update(options["env"])
        return popen(command, **options)

    monkeypatch.setattr(subprocess, "Popen", watched)
    assert read(b"ordre du jour").ending is Ending.READ
    assert set(seen) == {"READING_PATH", "LANG"}
    assert "mot-de-passe" not in os.fsdecode(json.dumps(seen).encode())
