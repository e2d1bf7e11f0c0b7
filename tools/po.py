"""Read and write gettext catalogues, as far as the house uses them.

No plurals, no contexts, one domain a file. References name the file without its
line, so that a catalogue changes when a sentence does and not when code moves.
"""

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path


@dataclass
class Entry:
    """One sentence: ``default`` is the French text when ``msgid`` is a name."""

    msgid: str
    default: str = ""
    msgstr: str = ""
    references: set[str] = field(default_factory=set)
    fuzzy: bool = False

    @property
    def french(self) -> str:
        """The sentence as the code says it."""
        return self.default or self.msgid


def quoted(text: str) -> str:
    """Return the text as a gettext string on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def unquoted(text: str) -> str:
    """Return what a gettext string says."""
    return str(ast.literal_eval(text))


def read(path: Path) -> dict[str, Entry]:
    """Return the entries of a catalogue by id; none when there is no file."""
    if not path.exists():
        return {}
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    entries = [_entry(block.splitlines()) for block in blocks]
    return {entry.msgid: entry for entry in entries if entry.msgid}


def _entry(lines: Iterable[str]) -> Entry:
    entry, texts, current = Entry(""), {"msgid": "", "msgstr": ""}, ""
    for line in lines:
        if line.startswith("#. Default: "):
            entry.default = unquoted(line.removeprefix("#. Default: "))
        elif line.startswith("#: "):
            entry.references.add(line[3:])
        elif line.startswith("#,"):
            entry.fuzzy = "fuzzy" in line
        elif line.startswith(("msgid ", "msgstr ")):
            current, text = line.split(" ", 1)
            texts[current] = unquoted(text)
        elif line.startswith('"'):
            texts[current] += unquoted(line)
    entry.msgid, entry.msgstr = texts["msgid"], texts["msgstr"]
    return entry


def write(path: Path, domain: str, language: str, entries: Iterable[Entry]) -> None:
    """Write a catalogue, its entries in the order of their ids."""
    head = (
        "Project-Id-Version: " + domain,
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "Language-Code: " + language,
        "Domain: " + domain,
    )
    lines = ['msgid ""', 'msgstr ""', *(quoted(line + "\n") for line in head)]
    blocks = ["\n".join(lines)]
    blocks += [_block(entry) for entry in sorted(entries, key=lambda one: one.msgid)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _block(entry: Entry) -> str:
    lines = [f"#: {one}" for one in sorted(entry.references)]
    if entry.default:
        lines.append(f"#. Default: {quoted(entry.default)}")
    if entry.fuzzy:
        lines.append("#, fuzzy")
    lines += [f"msgid {quoted(entry.msgid)}", f"msgstr {quoted(entry.msgstr)}"]
    return "\n".join(lines)
