"""The files of a publication, given out: the document, its proof, the poster."""

from communes.core.hardening.giving import give_out
from communes.core.hardening.giving import MadeFile
from communes.publications.api import publication as door
from Products.Five.browser import BrowserView


class Given(BrowserView):
    """Base: gives what ``made`` returns; ``?version=`` asks for an earlier one."""

    def __call__(self) -> bytes:
        return give_out(self.request.response, self.made())

    def made(self) -> MadeFile:
        """Return the file."""
        raise NotImplementedError

    @property
    def version(self) -> int | None:
        """The number in the address; None without one."""
        text = self.request.form.get("version", "")
        fine = isinstance(text, str) and text.isascii() and text.isdigit()
        return int(text) if fine and len(text) < 6 else None


class Document(Given):
    """``<publication>/document``"""

    def made(self) -> MadeFile:
        return door.document(self.context, self.version)


class Proof(Given):
    """``<publication>/preuve``"""

    def made(self) -> MadeFile:
        return door.proof(self.context, self.version)


class Poster(Given):
    """``<publication>/affiche``"""

    def made(self) -> MadeFile:
        return door.poster(self.context)


class Joined(Given):
    """``<publication>/fichier?id=``"""

    def made(self) -> MadeFile:
        asked = self.request.form.get("id", "")
        return door.file(self.context, asked if isinstance(asked, str) else "")
