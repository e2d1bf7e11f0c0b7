"""A file made for one person is given out so that it does no harm and stays theirs."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True)
class MadeFile:
    """A file ready to be given out."""

    filename: str
    content_type: str
    data: bytes


def forbid_guessing(response: object) -> None:
    """Let the browser trust the declared type, and keep no copy for others."""
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Cache-Control", "private, no-store")


def give_out(response: object, made: MadeFile) -> bytes:
    """Answer with a file to be kept under its name, whatever signs that has.

    Source of the form of the name: RFC 6266 and RFC 8187.
    """
    response.setHeader("Content-Type", made.content_type)
    name = f"attachment; filename*=UTF-8''{quote(made.filename, safe='')}"
    response.setHeader("Content-Disposition", name)
    forbid_guessing(response)
    return made.data
