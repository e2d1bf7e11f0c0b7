"""A file as the public may have it: its pages or pixels, nothing written beside them.

Author, title, history, comments, embedded files and thumbnails stay in the house.
"""

from communes.deliberations.domain.publicity.errors import FileNotPublishable
from io import BytesIO
from typing import Any


PDF = "application/pdf"
PICTURES = {"image/png": "PNG", "image/jpeg": "JPEG"}
#: What a page or a picture inside a PDF may say of who made it and when.
_TOLD = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/B", "/AA", "/AF")
#: What a link, the one mark of a page that is part of what is read, may say besides.
_LINK_TOLD = ("/T", "/Contents", "/NM", "/M", "/Popup")


def public_bytes(name: str, content_type: str, data: bytes) -> bytes:
    """Return the file without what it tells beside its content.

    The same file always gives the same bytes.

    :raises FileNotPublishable: it is of a kind that keeps such data, or unreadable.
    """
    if content_type == PDF:
        return _pdf(name, data)
    if content_type in PICTURES:
        return _picture(name, data, PICTURES[content_type])
    if content_type in ("text/plain", "text/csv"):
        return data
    raise FileNotPublishable(name=name, problem="ce format garde des données cachées")


def _pdf(name: str, data: bytes) -> bytes:
    # Loaded here: only a publication reads PDF.
    from pypdf import PdfReader
    from pypdf import PdfWriter
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise FileNotPublishable(name=name, problem="il a un mot de passe")
        writer = PdfWriter()
        for page in reader.pages:
            writer.add_page(_bare(page))
        if not writer.pages:
            raise FileNotPublishable(name=name, problem="il est vide")
        writer.metadata = None
        _forget(writer)
        made = BytesIO()
        writer.write(made)
    except (PyPdfError, ValueError, KeyError, RecursionError) as broken:
        raise FileNotPublishable(name=name, problem="il est illisible") from broken
    return made.getvalue()


def _bare(page: Any) -> Any:
    """Take off a page its comments and what it tells, before it is copied."""
    from pypdf.generic import ArrayObject
    from pypdf.generic import NameObject

    for key in _TOLD:
        page.pop(key, None)
    marks = page.get("/Annots")
    if marks is not None:
        marks = marks.get_object() or ()
        kept = [one for one in marks if one.get_object().get("/Subtype") == "/Link"]
        for one in kept:
            for key in _LINK_TOLD:
                one.get_object().pop(key, None)
        page[NameObject("/Annots")] = ArrayObject(kept)
    return page


def _forget(writer: Any) -> None:
    """Take off every object what it tells, then the objects nothing names any more."""
    from pypdf.generic import DictionaryObject

    for found in writer._objects:
        if isinstance(found, DictionaryObject):
            for key in _TOLD[:4]:
                found.pop(key, None)
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)


def _picture(name: str, data: bytes, kind: str) -> bytes:
    from PIL import Image
    from PIL import ImageOps

    try:
        with Image.open(BytesIO(data), formats=[kind]) as found:
            # A camera writes how it was held; that goes with the rest.
            turned = ImageOps.exif_transpose(found)
            bare = Image.frombytes(turned.mode, turned.size, turned.tobytes())
            if turned.mode == "P":
                bare.putpalette(turned.getpalette())
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as broken:
        raise FileNotPublishable(name=name, problem="il est illisible") from broken
    made = BytesIO()
    bare.save(made, kind, **({"quality": 92} if kind == "JPEG" else {}))
    return made.getvalue()
