"""Templates are data: they show plain values, and say what is wrong in French."""

from base64 import b64encode
from communes.core.documents.api import editable_copy
from communes.core.documents.api import fill_template
from communes.core.documents.api import rich_text
from communes.core.documents.domain import ElementRefused
from communes.core.documents.domain import Layout
from communes.core.documents.odt import package
from communes.core.documents.odt.copy import SHIPPED
from communes.core.documents.odt.errors import FieldMisused
from communes.core.documents.odt.errors import FieldUnknown
from communes.core.documents.odt.errors import TemplateRefused
from communes.core.documents.odt.names import name
from communes.core.documents.odt.names import NAMESPACES
from communes.core.documents.tests.extract import LAYOUT
from communes.core.documents.tests.extract import legal
from communes.core.documents.tests.extract import logo
from datetime import date
from decimal import Decimal
from lxml import etree
import pytest


def template(body: str, **members: bytes) -> bytes:
    """Return an ODT template whose text is this OpenDocument XML."""
    spaces = " ".join(f'xmlns:{key}="{uri}"' for key, uri in NAMESPACES.items())
    content = (
        f"<office:document-content {spaces}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    parts = package.read(SHIPPED.read_bytes(), "modèle")
    del parts["meta.xml"]
    styles = f"<office:document-styles {spaces}/>"
    parts |= {"content.xml": content.encode(), "styles.xml": styles.encode()}
    return package.write(parts | {key: value for key, value in members.items()})


def content(odt: bytes) -> etree._Element:
    return etree.fromstring(package.read(odt, "fait")["content.xml"])


def lines(odt: bytes) -> list[str]:
    paragraphs = content(odt).iter(name("text:p"), name("text:h"))
    return ["".join(paragraph.itertext()) for paragraph in paragraphs]


def filled(body: str, **values: object) -> list[str]:
    return lines(fill_template(template(body), "courrier-type", values))


def test_fields_are_written_as_belgians_write_them():
    body = "Le ${jour}, ${montant} € pour ${objet.nom} (${vide}, ${urgent})"
    values = {
        "jour": date(2023, 5, 1),
        "montant": Decimal("184500.5"),
        "objet": {"nom": "<l'Église> & co"},
        "vide": None,
        "urgent": True,
    }
    expected = "Le 1er mai 2023, 184\u00a0500,50 € pour <l'Église> & co (, oui)"
    assert filled(f"<text:p>{body}</text:p>", **values) == [expected]


def test_a_field_cut_by_a_change_of_style_is_still_read():
    body = (
        "<text:p>Cher <text:span>$</text:span><text:span>{per</text:span>sonne.n"
        "<text:span>om} et</text:span> suite</text:p>"
    )
    assert filled(body, personne={"nom": "Zoé"}) == ["Cher Zoé et suite"]


def test_a_value_of_several_lines_keeps_its_lines():
    odt = fill_template(
        template("<text:p>À ${adresse}.</text:p>"), "t", {"adresse": "Rue\n5580 Ville"}
    )
    (paragraph,) = content(odt).iter(name("text:p"))
    (mark,) = paragraph.iter(name("text:line-break"))
    assert (paragraph.text, mark.tail) == ("À Rue", "5580 Ville.")


def test_repetitions_and_conditions_nest():
    body = (
        "<text:p>${pour point dans points}</text:p><text:p>${point.titre}</text:p>"
        "<text:p>${si point.urgent}</text:p><text:p>urgent</text:p><text:p>${fin}"
        "</text:p><text:p>${si pas point.urgent}</text:p><text:p>normal</text:p>"
        "<text:p>${fin}</text:p><text:p>${fin}</text:p><text:p>Fin</text:p>"
    )
    points = [{"titre": "A", "urgent": True}, {"titre": "B", "urgent": False}]
    assert filled(body, points=points) == ["A", "urgent", "B", "normal", "Fin"]


def test_rows_of_a_table_are_repeated():
    def row(words: str) -> str:
        return (
            f"<table:table-row><table:table-cell><text:p>{words}</text:p>"
            "</table:table-cell></table:table-row>"
        )

    rows = row("${pour n dans noms}") + row("${n}") + row("${fin}")
    body = f"<table:table>{rows}</table:table>"
    assert filled(body, noms=["un", "deux"]) == ["un", "deux"]


def test_a_whole_text_takes_the_place_of_its_paragraph():
    html = "<h2>T</h2><p>un <strong>deux</strong></p><ul><li>trois</li></ul>"
    body = "<text:p>avant</text:p><text:p>${texte}</text:p><text:p>après</text:p>"
    assert filled(body, texte=rich_text(html)) == [
        "avant",
        "T",
        "un deux",
        "trois",
        "après",
    ]


@pytest.mark.parametrize(
    ("body", "field", "words"),
    [
        ("<text:p>${seance.dat}</text:p>", "seance.dat", "date, lieu"),
        ("<text:p>x ${inconnu} y</text:p>", "inconnu", "points, seance, texte"),
        ("<text:p>${seance.date.jour}</text:p>", "seance.date.jour", "aucun"),
        (
            "<text:p>${pour p dans rien}</text:p><text:p>${fin}</text:p>",
            "rien",
            "points",
        ),
    ],
)
def test_unknown_field_is_named_with_the_template_and_what_is_known(body, field, words):
    values = {"seance": {"date": "d", "lieu": "l"}, "points": [], "texte": "t"}
    with pytest.raises(FieldUnknown) as refusal:
        fill_template(template(body), "convocation.odt", values)
    for piece in ("« convocation.odt »", f"« {field} »", words):
        assert piece in str(refusal.value)


@pytest.mark.parametrize(
    "mark",
    [
        "__import__('os').system('x')",
        "x.__class__.__mro__[1]",
        "x()",
        "x + 1",
        "'a'.format",
        "lambda: 0",
        "",
    ],
)
def test_a_formula_is_refused_and_never_run(mark):
    with pytest.raises(FieldMisused):
        filled(f"<text:p>a ${{{mark}}}</text:p>", x="valeur")


def test_the_inside_of_a_value_is_never_reached():
    with pytest.raises(FieldUnknown):
        filled("<text:p>a ${x.__class__}</text:p>", x="valeur")


@pytest.mark.parametrize(
    "body",
    [
        "<text:p>${pour p dans points}</text:p><text:p>a</text:p>",
        "<text:p>${fin}</text:p>",
        "<text:p>avant ${si points} après</text:p>",
        "<text:p>${points}</text:p>",
        "<text:p>mot ${texte}</text:p>",
        "<text:p>${pour p dans mot}</text:p><text:p>${fin}</text:p>",
    ],
)
def test_a_misused_mark_is_named(body):
    with pytest.raises(FieldMisused) as refusal:
        filled(body, points=["a"], texte=rich_text("<p>t</p>"), mot="mot")
    assert "courrier-type" in str(refusal.value)


@pytest.mark.parametrize(
    "odt",
    [
        b"",
        b"PK\x03\x04 pas un zip",
        template("<text:p>a</text:p>", **{"Basic/Standard/Module1.xml": b"<x/>"}),
        template("<text:p>a</text:p>", **{"Scripts/python/x.py": b"x"}),
        template(
            "<text:p><draw:image xlink:href='http://example.org/a.png'/></text:p>"
        ),
        template("<text:p><draw:image xlink:href='../../etc/passwd'/></text:p>"),
        template("<script:event-listener/>"),
        template(
            "",
            **{
                "content.xml": b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"
            },
        ),
        template("", **{"content.xml": b"<x>"}),
        template("", **{"META-INF/manifest.xml": b"<x>"}),
        template(
            "",
            **{
                "META-INF/manifest.xml": b"<!DOCTYPE x [<!ENTITY e 'e'>]><x>&e;</x>",
            },
        ),
        template("", mimetype=b"application/zip"),
        template("", **{"Pictures/bombe.png": b"\0" * 31_000_000}),
    ],
)
def test_a_hostile_or_broken_template_is_refused(odt):
    with pytest.raises(TemplateRefused) as refusal:
        fill_template(odt, "piège.odt", {})
    assert "piège.odt" in str(refusal.value)


def test_hostile_text_is_refused_in_letters_as_in_law():
    with pytest.raises(ElementRefused):
        rich_text("<p>a</p><script>x</script>")


def test_editable_copy_keeps_titles_lists_tables_and_marks():
    root = content(editable_copy(legal(), LAYOUT))
    count = {
        word: len(list(root.iter(name(word))))
        for word in ("text:h", "text:list", "table:table", "table:table-header-rows")
    }
    assert count == {
        "text:h": 2,
        "text:list": 2,
        "table:table": 2,  # the table of the text, and the signatures
        "table:table-header-rows": 1,
    }
    text = "\n".join(lines(editable_copy(legal(), LAYOUT)))
    pieces = ["Commune de Valmont-sur-Lesse", "Extrait du registre", "Anne Gœthals"]
    pieces += ["184\u00a0500,00\u00a0€", "DÉCIDE", "Article 3.", "Paul NOËL"]
    places = [text.find(piece) for piece in pieces]
    assert -1 not in places
    assert places == sorted(places)
    assert "${" not in text


def test_editable_copy_shows_bold_slanted_and_underlined_words():
    html = "<p><strong>gras</strong> <em>penché</em> <u>souligné</u> x<sup>2</sup></p>"
    root = content(editable_copy(legal(html), Layout()))
    styles = {
        style.get(name("style:name")): dict(style[0].attrib)
        for style in root.iter(name("style:style"))
    }
    looks = {
        "".join(span.itertext()): styles[span.get(name("text:style-name"))]
        for span in root.iter(name("text:span"))
    }
    assert looks["gras"] == {name("fo:font-weight"): "bold"}
    assert looks["penché"] == {name("fo:font-style"): "italic"}
    assert looks["souligné"][name("style:text-underline-style")] == "solid"
    assert looks["2"] == {name("style:text-position"): "super 58%"}


def test_editable_copy_is_the_same_bytes_for_the_same_text():
    assert editable_copy(legal(), LAYOUT) == editable_copy(legal(), LAYOUT)


def test_editable_copy_holds_its_logo_and_names_it_in_the_manifest():
    members = package.read(editable_copy(legal(), LAYOUT), "copie")
    (picture,) = [member for member in members if member.startswith("Pictures/")]
    assert picture.encode() in members[package.MANIFEST]
    assert b"Armoiries" in members["content.xml"]


def test_pictures_of_the_text_stay_within_page_and_cell():
    wide = "data:image/png;base64," + b64encode(logo(3000, 30)).decode()
    high = "data:image/png;base64," + b64encode(logo(30, 3000)).decode()
    html = (
        f"<p><img src='{wide}'><img src='{high}'></p><table><tr><td><img src='{wide}'>"
    )
    root = content(editable_copy(legal(html + "x</td></tr></table>"), Layout()))
    sizes = [
        (frame.get(name("svg:width")), frame.get(name("svg:height")))
        for frame in root.iter(name("draw:frame"))
    ]
    assert sizes == [("160.0mm", "1.6mm"), ("1.7mm", "170.0mm"), ("45.0mm", "0.5mm")]


def test_who_wrote_the_template_is_not_told():
    spaces = " ".join(f'xmlns:{key}="{uri}"' for key, uri in NAMESPACES.items())
    meta = (
        f"<office:document-meta {spaces}><office:meta><dc:creator>Agent Un</dc:creator>"
        "<meta:initial-creator>Agent Un</meta:initial-creator><dc:title>T</dc:title>"
        "</office:meta></office:document-meta>"
    )
    odt = template("<text:p>a</text:p>", **{"meta.xml": meta.encode()})
    made = package.read(fill_template(odt, "t", {}), "t")["meta.xml"]
    assert b"Agent Un" not in made
    assert b"<dc:title>T</dc:title>" in made


def test_editable_copy_tells_its_title():
    members = package.read(editable_copy(legal(), LAYOUT), "copie")
    assert "Délibération du 22 mai 2023, point 5".encode() in members["meta.xml"]


def test_spans_of_a_table_cover_the_cells_they_hide():
    html = "<table><tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    root = content(editable_copy(legal(html), Layout()))
    rows = [
        [etree.QName(cell).localname for cell in row]
        for row in root.iter(name("table:table-row"))
    ]
    assert rows == [["table-cell", "table-cell"], ["covered-table-cell", "table-cell"]]
