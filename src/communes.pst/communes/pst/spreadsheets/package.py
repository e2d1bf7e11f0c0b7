"""The parts of an XLSX file, taken out of its archive without being flooded."""

from communes.core.errors.domain import InvalidInput
from communes.pst.domain.errors import I18N_DOMAIN
from io import BytesIO
import posixpath
import zipfile
import zlib


LARGEST_FILE = 32 * 1024 * 1024
LARGEST_PART = 64 * 1024 * 1024
MOST_PARTS = 2_000


class UnreadableWorkbook(InvalidInput):
    """A file is no XLSX workbook, or too large a one.

    Cure: save it as « Classeur Excel (.xlsx) », without its pictures.
    """

    code = "unreadable_workbook"
    template = (
        "Ce fichier n'est pas un classeur lisible : ${problem}. Enregistrez-le au "
        "format .xlsx et recommencez."
    )
    i18n_domain = I18N_DOMAIN


class Package:
    """An open XLSX file."""

    def __init__(self, data: bytes) -> None:
        if len(data) > LARGEST_FILE:
            raise UnreadableWorkbook(problem="il dépasse 32 Mo")
        try:
            self.archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            problem = "ce n'est pas un fichier .xlsx"
            raise UnreadableWorkbook(problem=problem) from None
        if len(self.archive.infolist()) > MOST_PARTS:
            raise UnreadableWorkbook(problem="il contient trop de fichiers")

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, or None when there is none of that name.

        :raises UnreadableWorkbook: it is larger than any programme, or broken.
        """
        name = posixpath.normpath(name).lstrip("/")
        try:
            with self.archive.open(name) as opened:
                data = opened.read(LARGEST_PART + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError):
            # A protected workbook is announced as a RuntimeError.
            problem = "il est abîmé ou protégé par un mot de passe"
            raise UnreadableWorkbook(problem=problem) from None
        if len(data) > LARGEST_PART:
            raise UnreadableWorkbook(problem="une de ses feuilles est trop grande")
        return data
