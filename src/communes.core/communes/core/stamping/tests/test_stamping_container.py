"""The container holds one document and its seal, and nothing that could mislead."""

from communes.core.stamping.domain.container import MEDIA_TYPE
from communes.core.stamping.domain.container import packed
from communes.core.stamping.domain.container import read_container
from communes.core.stamping.domain.container import Sealed
from communes.core.stamping.domain.container import sealed_container
from communes.core.stamping.domain.container import TOKEN
from communes.core.stamping.domain.errors import ContainerUnreadable
from io import BytesIO
import pytest
from zipfile import ZIP_STORED
from zipfile import ZipFile


SEALED = Sealed("publication.pdf", b"%PDF-1.7 texte", b"token")


def archive(**files):
    out = BytesIO()
    with ZipFile(out, "w") as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def test_what_was_put_in_comes_out():
    assert read_container(sealed_container(SEALED)) == SEALED


def test_the_type_stands_first_and_plain():
    """ETSI EN 319 162-1, annex A: a program knows the file by its first bytes."""
    made = sealed_container(SEALED)
    first = ZipFile(BytesIO(made)).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert made[38 : 38 + len(MEDIA_TYPE)] == MEDIA_TYPE.encode()


def test_the_same_content_gives_the_same_bytes():
    files = [("a.pdf", b"a"), ("annexes/b.pdf", b"b")]
    assert packed(files, "publication") == packed(list(files), "publication")
    assert sealed_container(SEALED) == sealed_container(SEALED)


def test_one_file_is_itself_and_several_an_archive():
    assert packed([("a.pdf", b"a")], "publication") == ("a.pdf", b"a")
    name, data = packed([("a.pdf", b"a"), ("annexes/b.pdf", b"b")], "publication")
    assert name == "publication.zip"
    assert ZipFile(BytesIO(data)).read("annexes/b.pdf") == b"b"
    with pytest.raises(ValueError):
        packed([], "publication")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 no archive", "abîmée"),
        (sealed_container(SEALED)[:-30], "abîmée"),
        (archive(mimetype=b"x", a=b"1"), "pas d'horodatage"),
        (archive(a=b"1", b=b"2", **{TOKEN: b"t"}), "un seul document"),
        (archive(a=b"1", x__y=b"2", **{TOKEN: b"t"}), "inattendu"),
        (archive(a=b"1", **{TOKEN: b"t" * 200_001}), "trop grand"),
    ],
)
def test_another_file_is_refused_with_what_is_wrong(content, words):
    with pytest.raises(ContainerUnreadable) as refused:
        read_container(content)
    assert words in str(refused.value)


def test_what_unpacks_to_too_much_is_refused():
    bomb = archive(big=b"\0" * 100_000_001, **{TOKEN: b"t"})
    with pytest.raises(ContainerUnreadable, match="trop grand"):
        read_container(bomb)
