"""What comes out is an archive a court can read and a blind person can hear."""

from base64 import b64encode
from collections.abc import Iterator
from communes.core.documents.api import render_legal
from communes.core.documents.domain import CharacterRefused
from communes.core.documents.domain import DocumentTooLarge
from communes.core.documents.domain import EmptyDocument
from communes.core.documents.domain import Layout
from communes.core.documents.html import parse
from communes.core.documents.tests.extract import LAYOUT
from communes.core.documents.tests.extract import legal
from communes.core.documents.tests.extract import logo
from communes.core.documents.tests.extract import minutes
from communes.core.documents.tests.verapdf import verdicts
from communes.core.documents.typesetting.compiler import compiled
from communes.core.documents.typesetting.compiler import sources
from dataclasses import replace
from io import BytesIO
from pypdf import PdfReader
import pytest
import re
from time import perf_counter


def reader(html: str, layout: Layout = LAYOUT) -> PdfReader:
    return PdfReader(BytesIO(render_legal(legal(html), layout)))


def words_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def tags_of(pdf: PdfReader) -> list[str]:
    """Return the names of the structure elements, in reading order."""

    def walk(node: object) -> Iterator[str]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                yield from walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                yield str(node["/S"])
            yield from walk(node.get("/K"))

    return list(walk(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"]))


def png(width: int, height: int) -> str:
    return "data:image/png;base64," + b64encode(logo(width, height)).decode()


HARD = {
    "extrait.pdf": None,
    "nu.pdf": "<p>Une seule phrase.</p>",
    "titres.pdf": "<h3>Commence bas</h3><p>a</p><h1>Puis haut</h1><h4>Puis bas</h4>",
    "image.pdf": f"<p>Plan</p><p><img src='{png(2000, 40)}' alt='Plan'></p>"
    f"<p>x <img src='{png(20, 20)}'> y</p><table><tr><td>Un</td><td>"
    f"<img src='{png(900, 90)}' alt='Coupe'></td></tr></table>",
    "tableaux.pdf": "<table><thead><tr><th rowspan=3>A</th><th colspan=2>B</th></tr>"
    "</thead><tbody><tr><td>1</td></tr><tr><td rowspan=9>2</td><td>3</td><td>4</td>"
    "<td>5</td></tr><tr></tr></tbody></table><table></table><table><tr><th>x</th></tr>"
    "</table><table><thead><tr><th>seul</th></tr></thead></table><ul></ul>",
    "mots.pdf": f"<p>{'interminable' * 60}</p><table><tr><td>{'x' * 400}</td>"
    f"<td>{'é' * 90}</td></tr></table>",
    "signes.pdf": "<p>Œuvre, cœur, naïve, fi ffi ﬁ, ÀÉÈÙÇŒÆ ÿ, Łódź, İstanbul, "
    "Ελληνικά, Български, « 12\u202f500 € », ‑ – — … ½ § ° ² ³ ‰ → ≥ ≤ × ☐ ☑ ✓ • "
    "d\u00adé</p>",
}


@pytest.fixture(scope="module")
def hard_files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pdf")
    for name, html in HARD.items():
        document = legal() if html is None else legal(html)
        (folder / name).write_bytes(render_legal(document, LAYOUT))
    bare = render_legal(legal("<p>Sans en-tête.</p>"), Layout(font="sans"))
    (folder / "sans.pdf").write_bytes(bare)
    (folder / "pv.pdf").write_bytes(render_legal(legal(minutes(20)), LAYOUT))
    return sorted(folder.iterdir())


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_every_document_validates_as_archive_and_as_accessible(hard_files, flavour):
    assert verdicts(flavour, hard_files) == {file.name: "PASS" for file in hard_files}


def test_text_comes_out_whole_and_in_order():
    text = words_of(PdfReader(BytesIO(render_legal(legal(), LAYOUT))))
    pieces = [
        "Commune de Valmont-sur-Lesse",
        "Extrait du registre aux délibérations du Conseil communal",
        "Séance du 22 mai 2023",
        "Anne Gœthals",
        "Vu le Code",
        "Considérant le cahier",
        "Revêtement hydrocarboné",
        "DÉCIDE",
        "Article 2.",
        "Article 3.",
        "PAR LE CONSEIL :",
        "Le Directeur général,",
        "Paul NOËL",
        "Claire DEPREZ",
    ]
    places = [text.find(piece) for piece in pieces]
    assert -1 not in places
    assert places == sorted(places)


def test_headings_lists_and_table_headers_are_tagged():
    tags = tags_of(PdfReader(BytesIO(render_legal(legal(), LAYOUT))))
    for tag, count in {"/H1": 1, "/H2": 1, "/Table": 1, "/TR": 5, "/Figure": 1}.items():
        assert tags.count(tag) == count, tag
    assert tags.count("/TH") == 3
    assert tags.count("/LI") == 8 + 2 + 2
    assert tags.index("/H1") < tags.index("/H2") < tags.index("/Table")


def test_file_announces_title_author_language_date_and_reference():
    pdf = PdfReader(BytesIO(render_legal(legal(), LAYOUT)))
    assert pdf.metadata.title == "Délibération du 22 mai 2023, point 5"
    assert pdf.metadata.author == "Commune de Valmont-sur-Lesse"
    assert pdf.trailer["/Root"]["/Lang"] == "fr-BE"
    assert pdf.metadata.creation_date.date().isoformat() == "2023-05-22"
    assert "VSL-CC-2023-05-22-5" in pdf.metadata["/Keywords"]


def test_every_font_is_inside_the_file():
    pdf = PdfReader(BytesIO(render_legal(legal(), LAYOUT)))
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert "/FontFile3" in descriptor or "/FontFile2" in descriptor
            assert "Source" in font["/BaseFont"]


def test_same_document_and_layout_give_the_same_bytes():
    assert render_legal(legal(), LAYOUT) == render_legal(legal(), LAYOUT)


def test_another_word_gives_other_bytes():
    other = legal().html.replace("8 voix", "9 voix")
    assert render_legal(legal(), LAYOUT) != render_legal(legal(other), LAYOUT)


def test_words_never_become_source_of_the_engine():
    html = '<p>#read("/etc/passwd") $x$ *gras* @ref &lt;h1&gt; \\ #sys.inputs</p>'
    assert '#read("/etc/passwd") $x$ *gras* @ref <h1> \\ #sys' in words_of(reader(html))


def test_pages_are_numbered_with_head_and_foot_of_the_layout():
    pdf = PdfReader(BytesIO(render_legal(legal(minutes(4)), LAYOUT)))
    count = len(pdf.pages)
    assert count > 1
    for number, page in enumerate(pdf.pages, start=1):
        text = " ".join(page.extract_text().split())
        assert f"Page {number} / {count}" in text
        assert "Administration communale de Valmont-sur-Lesse" in text
    assert "Délibération du 22 mai 2023" not in pdf.pages[0].extract_text()
    assert "Délibération du 22 mai 2023" in pdf.pages[1].extract_text()


def test_page_numbers_can_be_left_out():
    layout = replace(LAYOUT, page_numbers=False)
    assert "Page 1" not in words_of(reader("<p>a</p>", layout))


@pytest.mark.parametrize("lines", range(28, 46))
def test_signatures_never_stand_alone_on_a_page(lines):
    html = "<p>Ligne du texte.</p>" * lines + (
        "<p>Fait en séance.</p><div class='signatures'>"
        "<div class='signature'><p>Le Directeur général,</p><p>A. Un</p></div>"
        "<div class='signature'><p>Le Bourgmestre,</p><p>B. Deux</p></div></div>"
    )
    pages = [page.extract_text() for page in reader(html).pages]
    (signing,) = [text for text in pages if "Directeur général" in text]
    for piece in ("Fait en séance.", "A. Un", "Le Bourgmestre,", "B. Deux"):
        assert piece in signing


@pytest.mark.parametrize("lines", range(30, 42))
def test_a_heading_never_closes_a_page(lines):
    html = "<p>Ligne.</p>" * lines + "<h2>Titre du point</h2>" + "<p>Suite.</p>" * 9
    (page,) = [
        text
        for text in (page.extract_text() for page in reader(html).pages)
        if "Titre du point" in text
    ]
    assert "Suite." in page.partition("Titre du point")[2]


def test_text_kept_together_but_longer_than_a_page_is_not_lost():
    long = "".join(f"<p>Alinéa {number} du texte.</p>" for number in range(120))
    for wrapper in ("keep", "signatures", "keep-next"):
        text = words_of(reader(f"<div class='{wrapper}'>{long}</div>"))
        assert all(f"Alinéa {number} du texte." in text for number in range(120))


def test_page_break_begins_a_new_page():
    pdf = reader("<p>Un</p><p class='page-break'>Deux</p>")
    assert ["Deux" in page.extract_text() for page in pdf.pages] == [False, True]


def test_pictures_are_drawn_at_their_size_within_the_margins():
    (page,) = reader(HARD["image.pdf"], replace(LAYOUT, logo=None)).pages
    widths: list[float] = []

    def note(operator, _operands, matrix, _text_matrix):
        if operator == b"Do":
            widths.append(abs(matrix[0]))

    page.extract_text(visitor_operand_before=note)
    text_width = (210 - 25 - 22) / 25.4 * 72
    assert widths == pytest.approx([text_width, 15, 45 / 25.4 * 72], abs=1)


def test_endless_word_stays_within_the_margins():
    (page,) = reader(f"<p>{'abcdefghij' * 30}</p>").pages
    text = re.sub(r"[\s\u200b]", "", page.extract_text())
    assert "abcdefghij" * 30 in text
    assert page.extract_text().count("\n") > 5


def test_huge_table_repeats_its_head_on_each_page():
    rows = "".join(
        f"<tr><td>{n}</td><td>Objet de la dépense {n}</td><td>{n},00 €</td></tr>"
        for n in range(1500)
    )
    head = "<thead><tr><th>N°</th><th>Objet</th><th>Montant</th></tr></thead>"
    pdf = reader(f"<table>{head}<tbody>{rows}</tbody></table>")
    texts = [page.extract_text() for page in pdf.pages]
    assert len(texts) > 20
    assert all("Montant" in text for text in texts)
    assert "Objet de la dépense 1499" in texts[-1]


def test_table_wider_than_a_page_is_refused():
    with pytest.raises(DocumentTooLarge):
        render_legal(legal("<table><tr>" + "<td>x</td>" * 41 + "</tr></table>"), LAYOUT)


@pytest.mark.parametrize(
    "html", ["", " ", "<p></p>", "<table><tr><td></td></tr></table>"]
)
def test_document_without_a_word_is_refused(html):
    with pytest.raises(EmptyDocument):
        render_legal(legal(html), LAYOUT)


def test_character_no_font_can_draw_is_named_with_its_place():
    with pytest.raises(CharacterRefused) as refusal:
        render_legal(legal("<p>Rue du Moulin 漢 et suite</p>"), LAYOUT)
    assert refusal.value.values["element"] == "漢"
    assert "Rue du Moulin" in str(refusal.value)


def test_minutes_of_150_items_are_set_and_timed_beside_the_bare_engine(capsys):
    document = legal(minutes(150))
    begin = perf_counter()
    body = parse(document.html)
    files = sources(document, LAYOUT, body)
    ready = perf_counter()
    pdf = PdfReader(BytesIO(compiled(files, document, body)))
    done = perf_counter()
    with capsys.disabled():
        print(
            f"\nminutes of 150 items, {len(pdf.pages)} pages: {done - begin:.2f} s,"
            f" of which the bare engine {done - ready:.2f} s"
        )
    titles = sum(
        page.extract_text().count("Conditions et mode de") for page in pdf.pages
    )
    assert titles == 150
