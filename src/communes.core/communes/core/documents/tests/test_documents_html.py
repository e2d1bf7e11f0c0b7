"""The reader of legal text keeps words and structure, and refuses by name."""

from base64 import b64encode
from communes.core.documents.domain import AttributeRefused
from communes.core.documents.domain import CharacterRefused
from communes.core.documents.domain import DocumentRefused
from communes.core.documents.domain import DocumentTooLarge
from communes.core.documents.domain import ElementRefused
from communes.core.documents.domain import ImageRefused
from communes.core.documents.domain import MisplacedElement
from communes.core.documents.html import parse
from communes.core.documents.structure import Element
from communes.core.documents.structure import text_of
from communes.core.documents.tests.extract import EXTRACT
from communes.core.documents.tests.extract import logo
from io import BytesIO
from PIL import Image
from PIL import ImageFile
import pytest


def tags(element: Element) -> list[str]:
    return [child.tag for child in element.elements()]


def data_uri(content: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{b64encode(content).decode()}"


def test_structure_and_words_are_kept_in_order():
    body = parse("<h2>Titre</h2><p>Vu <em>la</em> loi ;</p><ul><li>un</li></ul>")
    assert tags(body) == ["h2", "p", "ul"]
    assert text_of(body).split() == ["Titre", "Vu", "la", "loi", ";", "un"]


def test_spaces_between_words_are_single_and_none_is_at_the_edges():
    (paragraph,) = parse("<p> a <b> b</b>  c<br> d \n</p>").elements()
    assert text_of(paragraph) == "a b c d"


def test_words_outside_any_paragraph_become_paragraphs():
    assert tags(parse("un<div>deux<p>trois</p>quatre</div>")) == ["p"] * 4


def test_a_list_nested_beside_its_item_belongs_to_it():
    (outer,) = parse("<ul><li>a</li><ol><li>b</li></ol></ul>").elements()
    (item,) = outer.elements()
    assert tags(item) == ["p", "ol"]


def test_style_links_and_word_processor_remains_are_dropped_their_words_kept():
    body = parse(
        "<style>p{color:red}</style><p style='color:red' class='MsoNormal center'>"
        "<o:p>Le</o:p> <font>texte</font> <a href='https://example.org'>lié</a></p>"
    )
    (paragraph,) = body.elements()
    assert text_of(paragraph) == "Le texte lié"
    assert paragraph.classes == ("center",)


@pytest.mark.parametrize(
    "name",
    "script iframe object embed form input svg math video audio del s strike applet "
    "template textarea button canvas frame marquee".split(),
)
def test_element_without_place_in_a_law_is_refused_by_name(name):
    with pytest.raises(ElementRefused) as refusal:
        parse(f"<p>Vu la loi</p><{name}>x</{name}><p>suite</p>")
    assert refusal.value.values["element"] == name
    assert "Vu la loi" in str(refusal.value)


@pytest.mark.parametrize(
    "html",
    [
        "<p onclick='x()'>a</p>",
        "<p ONMOUSEOVER=x>a</p>",
        "<a href=' javascript:alert(1)'>a</a>",
        "<body onload=x><p>a</p></body>",
        "<a href='data:text/html,<script>'>a</a>",
    ],
)
def test_attribute_that_runs_something_is_refused(html):
    with pytest.raises(AttributeRefused):
        parse(html)


@pytest.mark.parametrize(
    "source",
    [
        "http://example.org/a.png",
        "https://example.org/a.png",
        "//example.org/a.png",
        "file:///etc/passwd",
        "/etc/hostname",
        "../../secret.png",
        "",
        "resolveuid/abc",
        "data:image/svg+xml;base64,PHN2Zy8+",
        "data:image/png;base64,AAAA",
        "data:image/png;base64,@@@@",
        data_uri(b"GIF89a" + b"\0" * 40, "png"),
        data_uri(logo()[:200]),
        data_uri(b"\0" * 2_100_000),
    ],
)
def test_image_is_never_fetched_nor_trusted(source):
    with pytest.raises(ImageRefused) as refusal:
        parse(f"<p>Plan annexé</p><p><img src='{source}'></p>")
    assert "Plan annexé" in str(refusal.value)


def test_image_bomb_is_refused_before_it_is_unfolded():
    out = BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    assert len(out.getvalue()) < 100_000
    with pytest.raises(ImageRefused):
        parse(f"<img src='{data_uri(out.getvalue())}'>")


def test_image_keeps_its_pixels_and_loses_what_the_camera_added():
    out = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "prise chez moi"
    Image.new("RGB", (8, 8), "red").save(out, "JPEG", exif=exif)
    assert b"prise chez moi" in out.getvalue()
    (paragraph,) = parse(f"<img src='{data_uri(out.getvalue(), 'jpeg')}'>").elements()
    (picture,) = paragraph.elements()
    assert (picture.image.width, picture.image.kind) == (8, "jpg")
    assert b"prise chez moi" not in picture.image.data


@pytest.mark.parametrize(
    ("html", "element", "parent"),
    [
        ("<strong><p>x</p></strong>", "p", "strong"),
        ("<ul>mot<li>a</li></ul>", "texte", "ul"),
        ("<ul><p>a</p></ul>", "p", "ul"),
        ("<td>a</td>", "td", "texte"),
    ],
)
def test_misplaced_element_is_refused_with_its_parent(html, element, parent):
    with pytest.raises(MisplacedElement) as refusal:
        parse(html)
    assert refusal.value.values["element"] == element
    assert refusal.value.values["parent"] == parent


def test_a_text_nested_too_deep_is_refused_and_never_cut_silently():
    for depth in (70, 300, 5000):
        with pytest.raises(DocumentTooLarge):
            parse("<div>" * depth + "fin" + "</div>" * depth)


def test_invisible_and_reordering_signs_are_taken_away():
    body = parse("<p>a\u202eb\u200bc\x07 e\u0301\ufeff</p>")
    assert text_of(body) == "abc é"


@pytest.mark.parametrize("sign", ["\ue000", "\U000f0000", "\ud800"])
def test_character_without_meaning_is_refused(sign):
    with pytest.raises(CharacterRefused):
        parse(f"<p>a{sign}</p>")


def test_spans_of_cells_are_read_and_brought_back_into_range():
    html = "<table><tr><td colspan='2' rowspan='x'>a</td><td colspan='-3'>b</td></tr>"
    (table,) = parse(html).elements()
    cells = [
        cell
        for part in table.elements()
        for row in part.elements()
        for cell in row.elements()
    ]
    assert [(cell.columns, cell.rows) for cell in cells] == [(2, 1), (1, 1)]


@pytest.mark.parametrize("html", ["", "   ", "<!-- rien -->", "<p> <br> </p>"])
def test_a_text_without_words_is_an_empty_body(html):
    assert text_of(parse(html)).strip() == ""


@pytest.mark.parametrize(
    "html", ["<p", "<<<>>>", "&#0;&bogus;", "</p></div>x", "<![CDATA[x]]>"]
)
def test_broken_markup_gives_words_or_a_named_refusal(html):
    try:
        body = parse(html)
    except DocumentRefused as refusal:
        assert refusal.values["element"]
    else:
        assert body.tag == "body"


def test_the_extract_of_the_fixture_town_is_read_whole():
    body = parse(EXTRACT)
    assert tags(body).count("h2") == 1
    assert text_of(body).index("Vu le Code") < text_of(body).index("DÉCIDE")
    assert "Gœthals" in text_of(body)


def test_cut_image_is_refused_even_where_plone_accepts_cut_files(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(ImageRefused):
        parse(f"<img src='{data_uri(logo()[:200])}'>")
