"""Files of each kind, made here, so that each test shows what stands in its file."""

from io import BytesIO
from pypdf import PdfReader
from pypdf import PdfWriter
import zipfile


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
T = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
O = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"  # noqa: E741


def archive(parts):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return out.getvalue()


def docx(*paragraphs, body=""):
    lines = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    document = f'<w:document xmlns:w="{W}"><w:body>{lines}{body}</w:body></w:document>'
    note = f'<w:footnotes xmlns:w="{W}"><w:p><w:t>Note en bas</w:t></w:p></w:footnotes>'
    return archive({"word/document.xml": document, "word/footnotes.xml": note})


def odt(*paragraphs, body="", manifest="<m/>"):
    lines = "".join(f"<text:p>{one}</text:p>" for one in paragraphs)
    content = (
        f'<office:document-content xmlns:office="{O}" xmlns:text="{T}" '
        f'xmlns:table="{TABLE}">{body}{lines}</office:document-content>'
    )
    return archive({"META-INF/manifest.xml": manifest, "content.xml": content})


def xlsx(*cells):
    texts = "".join(f"<si><t>{cell}</t></si>" for cell in cells)
    return archive(
        {
            "xl/workbook.xml": "<workbook/>",
            "xl/sharedStrings.xml": f'<sst xmlns="{S}">{texts}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}"><row><c t="inlineStr">'
            "<is><t>En ligne</t></is></c></row></worksheet>",
        }
    )


def pptx(*lines):
    texts = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    slide = f'<p:sld xmlns:p="urn:p" xmlns:a="{A}">{texts}</p:sld>'
    return archive({"ppt/presentation.xml": "<p/>", "ppt/slides/slide1.xml": slide})


def pdf(*pages):
    """A PDF by hand: one line of Latin-1 text on each page."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        b"/Encoding /WinAnsiEncoding >>",
    ]
    for number, text in enumerate(pages):
        drawn = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
            f"{5 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(
            f"<< /Length {len(drawn)} >>\nstream\n".encode() + drawn + b"\nendstream"
        )
    return _written(objects)


def _written(objects):
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def locked_pdf(text, password):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(text))))
    writer.encrypt(user_password=password, owner_password="patron", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Cachee;}}{\*\generator Cachee;}"
    rb"{\info{\title Cachee}}\f0 D\'e9lib\u233?ration du Coll\u232\'3fge\par "
    rb"Rue \b du\b0  Moulin \{12\}\par}"
)
