"""A file of the commune is given out so that it can do no harm in a browser."""

from plone.namedfile.browser import DisplayFile
from plone.namedfile.browser import Download
from plone.namedfile.utils import extract_media_type


SHOWN_INLINE = frozenset(
    {"application/pdf", "image/gif", "image/jpeg", "image/png", "image/webp"}
)


def forbid_guessing(response: object) -> None:
    """Let the browser trust the declared type, and run nothing of the file."""
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'")
    response.setHeader("Cache-Control", "private, no-store")


class DownloadAnnex(Download):
    """Gives the file to be saved, whatever its type."""

    def set_headers(self, file: object) -> None:
        """Say that it is an attachment of the declared type and nothing else."""
        super().set_headers(file)
        forbid_guessing(self.request.response)


class DisplayAnnex(DisplayFile):
    """Shows PDF and pictures in the browser; every other type is a download."""

    def set_headers(self, file: object) -> None:
        """Choose by the declared type: SVG, HTML and text are never shown."""
        if extract_media_type(file.contentType) in SHOWN_INLINE:
            super().set_headers(file)
        else:
            Download.set_headers(self, file)
        forbid_guessing(self.request.response)
