"""One file that holds what was sealed and its seal: ASiC-S of ETSI EN 319 162-1.

An archive with, first and uncompressed, ``mimetype``; one data object at its root; and
the RFC 3161 token over the bytes of that object in ``META-INF/timestamp.tst``.
"""

from collections.abc import Sequence
from communes.core.stamping.domain.errors import ContainerUnreadable
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
from zipfile import ZipInfo


MEDIA_TYPE = "application/vnd.etsi.asic-s+zip"
EXTENSION = "asics"
TOKEN = "META-INF/timestamp.tst"  # noqa: S105 - the name of a file
MIMETYPE = "mimetype"
#: What is read of a file somebody sends us: more is no publication.
MOST_BYTES = 100_000_000
MOST_TOKEN_BYTES = 200_000
# The same content always gives the same bytes: no clock of ours in an archive.
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Sealed:
    """What a container holds: the name and bytes that were sealed, and the token."""

    name: str
    data: bytes
    token: bytes


def packed(files: Sequence[tuple[str, bytes]], name: str) -> tuple[str, bytes]:
    """Return (name, bytes) of one object for these files: itself, or an archive.

    The same files in the same order always give the same bytes.

    :param name: of the archive, without extension.
    :raises ValueError: there is no file.
    """
    if not files:
        raise ValueError("nothing to pack")
    if len(files) == 1:
        return files[0]
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for one, data in files:
            _add(archive, one, data, ZIP_DEFLATED)
    return f"{name}.zip", out.getvalue()


def sealed_container(sealed: Sealed) -> bytes:
    """Return the container of what was sealed."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        _add(archive, MIMETYPE, MEDIA_TYPE.encode(), ZIP_STORED)
        _add(archive, sealed.name, sealed.data, ZIP_DEFLATED)
        _add(archive, TOKEN, sealed.token, ZIP_DEFLATED)
    return out.getvalue()


def read_container(content: bytes) -> Sealed:
    """Return what a container holds; nothing of it is trusted yet.

    :raises ContainerUnreadable: says what is wrong with the file.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _read(archive)
    # Archives that were cut or altered fail in all these ways.
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise ContainerUnreadable(problem="l'archive est abîmée") from error
    except ValueError as error:
        raise ContainerUnreadable(problem="l'archive est abîmée") from error


def _read(archive: ZipFile) -> Sealed:
    entries = archive.infolist()
    names = [one.filename for one in entries]
    roots = [one for one in entries if "/" not in one.filename]
    objects = [one for one in roots if one.filename != MIMETYPE]
    if len(set(names)) != len(names):
        raise ContainerUnreadable(problem="deux fichiers y portent le même nom")
    if TOKEN not in names:
        raise ContainerUnreadable(problem="il ne contient pas d'horodatage")
    if len(objects) != 1:
        raise ContainerUnreadable(problem="il ne contient pas un seul document")
    stray = [one for one in names if "/" in one and one != TOKEN]
    if stray:
        raise ContainerUnreadable(problem="il contient un fichier inattendu")
    token = archive.getinfo(TOKEN)
    if token.file_size > MOST_TOKEN_BYTES or objects[0].file_size > MOST_BYTES:
        raise ContainerUnreadable(problem="son contenu est trop grand")
    data = _content(archive, objects[0], MOST_BYTES)
    return Sealed(objects[0].filename, data, _content(archive, token, MOST_TOKEN_BYTES))


def _content(archive: ZipFile, entry: ZipInfo, most: int) -> bytes:
    # The size an archive declares may be a lie; what is read is counted.
    with archive.open(entry) as found:
        content = found.read(most + 1)
    if len(content) > most:
        raise ContainerUnreadable(problem="son contenu est trop grand")
    return content


def _add(archive: ZipFile, name: str, data: bytes, how: int) -> None:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = how
    archive.writestr(entry, data)
