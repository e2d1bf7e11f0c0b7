"""What a message says of a file that goes with it."""

from collections.abc import Mapping
from communes.exchange.attachments.domain.errors import AttachmentInvalid
from communes.exchange.attachments.domain.errors import AttachmentWrong
from dataclasses import dataclass
import hashlib
import re


SHA256 = re.compile(r"[0-9a-f]{64}")
#: A file is read into memory once on each side.
LARGEST_BYTES = 200_000_000
LONGEST_NAME = 250
_PROPERTIES = ("sha256", "size", "filename", "content_type")


@dataclass(frozen=True)
class Attachment:
    """A file by reference: its SHA-256 in hexadecimal, its bytes, its name and type.

    Any object of a body that has these four properties is such a reference,
    whatever else it says; ``dataclasses.asdict`` makes one.

    :raises AttachmentInvalid: a value can not be one of a file.
    """

    sha256: str
    size: int
    filename: str
    content_type: str

    def __post_init__(self) -> None:
        problem = self._problem()
        if problem:
            raise AttachmentInvalid(filename=self.filename, problem=problem)

    def _problem(self) -> str:
        if not isinstance(self.sha256, str) or not SHA256.fullmatch(self.sha256):
            return "« sha256 » n'est pas une somme SHA-256 en hexadécimal"
        if type(self.size) is not int or not 0 <= self.size <= LARGEST_BYTES:
            return f"« size » n'est pas un nombre de 0 à {LARGEST_BYTES} octets"
        named = isinstance(self.filename, str) and 0 < len(self.filename)
        if not named or len(self.filename) > LONGEST_NAME:
            return f"« filename » ne compte pas de 1 à {LONGEST_NAME} signes"
        if not isinstance(self.content_type, str):
            return "« content_type » n'est pas du texte"
        return ""


def attachments_in(body: Mapping[str, object]) -> tuple[Attachment, ...]:
    """Return the files a body refers to, each sum once, in their order.

    :raises AttachmentInvalid: a reference can not be one of a file.
    """
    found: dict[str, Attachment] = {}
    waiting: list[object] = [body]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            if all(name in value for name in _PROPERTIES):
                read = Attachment(*(value[name] for name in _PROPERTIES))
                found.setdefault(read.sha256, read)
            waiting += reversed(list(value.values()))
        elif isinstance(value, (list, tuple)):
            waiting += reversed(value)
    return tuple(found.values())


def sum_of(data: bytes) -> str:
    """Return the SHA-256 of a content, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def check_content(attachment: Attachment, data: bytes) -> None:
    """Refuse a content that is not the one a message refers to.

    :raises AttachmentWrong: its size or its sum is another.
    """
    problem = ""
    if len(data) != attachment.size:
        problem = f"il compte {len(data)} octets au lieu de {attachment.size}"
    elif sum_of(data) != attachment.sha256:
        problem = "sa somme SHA-256 n'est pas celle qui est annoncée"
    if problem:
        raise AttachmentWrong(filename=attachment.filename, problem=problem)
