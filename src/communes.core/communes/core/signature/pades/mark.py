"""What a reader sees of a signature: who, in which function, when. Fonts included."""

from communes.core.documents.typesetting.compiler import embedded_fonts
from datetime import datetime
import json
from pathlib import Path
from tempfile import TemporaryDirectory
import typst


HERE = Path(__file__).parent


def mark_of(
    name: str, function: str, moment: datetime, width: int, height: int
) -> bytes:
    """Return a PDF of one page, ``width`` by ``height`` points, with the words.

    Its fonts are inside, so that a document of archive stays one.
    """
    words = {
        "name": name,
        "function": function,
        "moment": f"{moment:%d/%m/%Y} à {moment:%H:%M}",
        "width": width,
        "height": height,
    }
    with TemporaryDirectory(prefix="communes-signature-") as folder:
        Path(folder, "mark.typ").write_bytes((HERE / "mark.typ").read_bytes())
        Path(folder, "mark.json").write_text(json.dumps(words), encoding="utf-8")
        made = typst.compile(
            str(Path(folder, "mark.typ")),
            root=folder,
            font_paths=embedded_fonts(),
            ignore_system_fonts=True,
            format="pdf",
        )
    return bytes(made)
