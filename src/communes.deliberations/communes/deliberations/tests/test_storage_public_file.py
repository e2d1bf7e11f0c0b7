"""Nothing stands beside the pages of a file the public may have."""

from communes.deliberations.domain.publicity.errors import FileNotPublishable
from communes.deliberations.storage.public_file import public_bytes
from io import BytesIO
from PIL import Image
from pypdf import PdfReader
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DictionaryObject
from pypdf.generic import NameObject
from pypdf.generic import StreamObject
from pypdf.generic import TextStringObject
import pytest


SECRET = "ZZPRIVEZZ"


def talkative_pdf() -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(width=200, height=200)
    writer.add_metadata({"/Author": SECRET, "/Title": SECRET, "/Keywords": SECRET})
    writer.add_attachment(f"{SECRET}.txt", SECRET.encode())
    writer._root_object[NameObject("/OpenAction")] = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject(f"app.alert('{SECRET}')"),
        }
    )
    writer.add_annotation(0, FreeText(text=SECRET, rect=(10, 10, 90, 90)))
    packet = StreamObject()
    packet.set_data(f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode())
    page[NameObject("/Metadata")] = writer._add_object(packet)
    page[NameObject("/PieceInfo")] = DictionaryObject(
        {NameObject("/App"): TextStringObject(SECRET)}
    )
    writer._root_object[NameObject("/Metadata")] = writer._add_object(packet)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_pdf_keeps_its_pages_and_tells_nothing_else():
    data = talkative_pdf()
    assert SECRET.encode() in data
    made = public_bytes("plan.pdf", "application/pdf", data)
    assert SECRET.encode() not in made
    reader = PdfReader(BytesIO(made))
    assert len(reader.pages) == 1
    assert (
        not reader.metadata and not reader.attachments and reader.xmp_metadata is None
    )
    assert public_bytes("plan.pdf", "application/pdf", data) == made


def test_a_picture_keeps_its_pixels_only():
    made = BytesIO()
    exif = Image.Exif()
    exif[0x013B] = SECRET
    Image.new("RGB", (20, 10), "red").save(made, "JPEG", exif=exif, comment=SECRET)
    assert SECRET.encode() in made.getvalue()
    bare = public_bytes("vue.jpg", "image/jpeg", made.getvalue())
    assert SECRET.encode() not in bare
    with Image.open(BytesIO(bare)) as found:
        assert found.size == (20, 10)


@pytest.mark.parametrize(
    ("content_type", "data"),
    [
        ("application/vnd.oasis.opendocument.text", b"PK"),
        ("application/pdf", b"%PDF-1.4 casse"),
        ("image/png", b"pas une image"),
    ],
)
def test_what_can_not_be_cleaned_is_refused_with_its_cure(content_type, data):
    with pytest.raises(FileNotPublishable) as refused:
        public_bytes("note.bin", content_type, data)
    assert "PDF sans mot de passe" in str(refused.value)
