"""A file of the commune is given out so that it can do no harm in a browser."""

from communes.core.hardening.giving import forbid_guessing
from plone.namedfile.browser import DisplayFile
from plone.namedfile.browser import Download
from plone.namedfile.utils import extract_media_type


SHOWN_INLINE = frozenset(
    {"application/pdf", "image/gif", "image/jpeg", "image/png", "image/webp"}
)


class DownloadAnnex(Download):
    """Gives the file to be saved, whatever its type."""

    def set_headers(self, file: object) -> None:
        """Say that it is an attachment, of which nothing may run."""
        super().set_headers(file)
        response = self.request.response
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'")
        forbid_guessing(response)


class DisplayAnnex(DisplayFile):
    """Shows PDF and pictures in the browser; every other type is a download."""

    def __call__(self) -> object:
        """Choose by the declared type: SVG, HTML and text are never shown."""
        file = self._getFile()
        if extract_media_type(file.contentType) in SHOWN_INLINE:
            return super().__call__()
        download = DownloadAnnex(self.context, self.request)
        download.fieldname, download.filename = self.fieldname, self.filename
        return download()

    def set_headers(self, file: object) -> None:
        """Say that it is shown; a sandbox would keep browsers from showing PDF."""
        super().set_headers(file)
        forbid_guessing(self.request.response)
