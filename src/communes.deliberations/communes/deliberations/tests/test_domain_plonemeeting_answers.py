"""An export comes as a zip from anywhere: it is read, and never believed."""

from communes.deliberations.domain.plonemeeting.answers import ANNEXES
from communes.deliberations.domain.plonemeeting.answers import read_answers
from communes.deliberations.domain.plonemeeting.answers import UnreadableExport
from communes.deliberations.domain.plonemeeting.answers import ZipFiles
from io import BytesIO
import pytest
import zipfile


ITEMS = b'{"items": [{"UID": "a"}]}'


def packed(**files):
    """Return a zip of these files; « __ » stands for a dot, « ___ » for a slash."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            real = name.replace("___", "/").replace("__", ".")
            archive.writestr(real, data)
    return out


def test_answers_and_annexes_are_found_by_their_names():
    files = ZipFiles(
        packed(items__json=ITEMS, **{"items-2__json": ITEMS}, annexes___u1=b"PDF")
    )
    assert len(read_answers(files).items) == 2
    assert dict(files.below(ANNEXES)) == {"u1": b"PDF"}


@pytest.mark.parametrize(
    "file,told",
    [
        (BytesIO(b"no zip"), "archive zip"),
        (packed(readme__txt=b"x"), "Aucun fichier"),
        (packed(items__json=b"{broken"), "n'est pas du JSON"),
        (packed(items__json=b'{"items": 3}'), "n'a pas de liste"),
        (packed(items__json=b"[" * 100_000), "n'est pas du JSON"),
    ],
)
def test_what_is_no_export_is_refused_in_words(file, told):
    with pytest.raises(UnreadableExport, match=told):
        read_answers(ZipFiles(file))


def test_an_archive_that_would_fill_a_disk_is_refused(monkeypatch):
    module = "communes.deliberations.domain.plonemeeting.answers"
    monkeypatch.setattr(f"{module}.MOST_BYTES", 10)
    with pytest.raises(UnreadableExport, match="trop grande"):
        ZipFiles(packed(items__json=ITEMS))


def test_no_name_of_a_file_leads_out_of_the_archive():
    files = ZipFiles(packed(items__json=ITEMS, **{"annexes/../../etc/passwd": b"x"}))
    assert set(files.below(ANNEXES)) == {"../../etc/passwd"}
    assert "/etc/passwd" not in files


def test_a_damaged_answer_is_named():
    whole = packed(items__json=ITEMS * 50).getvalue()
    broken = whole.replace(b'"UID"', b'"XID"', 1)
    with pytest.raises(UnreadableExport, match="est abîmé"):
        read_answers(ZipFiles(BytesIO(broken)))
