"""Sign a PDF/A so that it stays one: PAdES B-B, or B-T with a timestamp authority."""

from communes.core.loops import run_apart
from communes.core.signature.pades.mark import mark_of
from communes.core.signature.pades.place import place_of
from datetime import datetime
from io import BytesIO
from pathlib import Path
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign import timestamps
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.stamp import StaticStampStyle
from tempfile import NamedTemporaryFile


class KeyUnreadable(Exception):
    """Cause: the key file or its password is wrong. Cure: the operator checks both."""


def sign_pdf(
    pdf: bytes,
    key: Path,
    password: bytes,
    *,
    field: str,
    name: str,
    function: str,
    anchor: str = "",
    tsa: str = "",
    timestamper: timestamps.TimeStamper | None = None,
) -> bytes:
    """Return ``pdf`` with one more signature; what was signed before stays valid.

    :param key: a PKCS #12 file: key, certificate, and the authorities above it.
    :param field: name of the signature field; two signatures never share one.
    :param name: of who signs, shown in the mark with the function and the moment.
    :param anchor: words printed below the space to sign; the mark stands there.
    :param tsa: address of a timestamp authority; empty: the signature is B-B.
    :param timestamper: instead of ``tsa``, for tests.
    :raises KeyUnreadable: the key can not be opened.
    """
    signer = signers.SimpleSigner.load_pkcs12(str(key), passphrase=password)
    if signer is None:
        raise KeyUnreadable(key.name)
    if timestamper is None and tsa:
        timestamper = timestamps.HTTPTimeStamper(tsa, timeout=20)
    place = place_of(pdf, anchor)
    spec = SigFieldSpec(field, on_page=place.page, box=place.box)
    metadata = signers.PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=name,
        reason=function,
    )
    mark = mark_of(name, function, datetime.now(), place.width, place.height)
    with NamedTemporaryFile(suffix=".pdf") as drawn:
        drawn.write(mark)
        drawn.flush()
        style = StaticStampStyle(
            border_width=0, background=ImportedPdfPage(drawn.name), background_opacity=1
        )
        pen = signers.PdfSigner(
            metadata,
            signer,
            timestamper=timestamper,
            stamp_style=style,
            new_field_spec=spec,
        )
        made = BytesIO()
        paper = IncrementalPdfFileWriter(BytesIO(pdf))
        run_apart(lambda: pen.sign_pdf(paper, output=made))
    return made.getvalue()
