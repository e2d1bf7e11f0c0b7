"""Marked passages leave the text for the public; likely personal data is suggested."""

from communes.core.privacy.domain.detection import Kind
from communes.core.privacy.domain.detection import suggestions
from communes.core.privacy.domain.numbers import is_iban
from communes.core.privacy.domain.numbers import is_niss
from communes.core.privacy.domain.passages import has_marks
from communes.core.privacy.domain.passages import MARK
from communes.core.privacy.domain.passages import mark
from communes.core.privacy.domain.passages import marked_passages
from communes.core.privacy.domain.passages import marked_spans
from communes.core.privacy.domain.passages import masked
from communes.core.privacy.domain.passages import NOTICE
from communes.core.privacy.domain.text import words
from hypothesis import given
from hypothesis import strategies as st
import pytest


SECRET = f'<span class="{MARK}">Jeanne Lambert</span>'


def test_a_marked_passage_leaves_no_word():
    source = f"<p>Vu la demande de {SECRET}, agent.</p>"
    shown = masked(source)
    assert "Lambert" not in shown
    assert words(shown) == f"\nVu la demande de {NOTICE}, agent.\n"
    assert not has_marks(shown)


def test_what_surrounds_a_marked_passage_leaves_with_it():
    source = (
        f'<p>A <span class="x {MARK}" title="Lambert"><img alt="Lambert" src="l.png">'
        f"<b>Lambert</b><span>Lambert</span><!-- Lambert --></span> B"
        f"<!-- Lambert --></p>"
    )
    shown = masked(source)
    assert "ambert" not in shown
    assert words(shown) == f"\nA {NOTICE} B\n"


@pytest.mark.parametrize("tag", ["p", "td", "li", "h2"])
def test_a_block_marked_whole_keeps_its_place(tag):
    shown = masked(f'<{tag} class="{MARK}">rue du Moulin 3</{tag}><p>suite</p>')
    assert shown.startswith(f"<{tag}><span")
    assert f"</span></{tag}>" in shown
    assert "Moulin" not in shown and "suite" in shown


@pytest.mark.parametrize(
    "source",
    [
        f'<p>A <span class="{MARK}">secret</p><p>secret</p>',
        f'<div class="{MARK}"><div>secret</div>secret',
        f'<p class="{MARK}">secret <p class="{MARK}">secret</p>',
        f'<span class="{MARK}"><span>secret</span>secret',
        f'<a class="{MARK}" href="http://secret">secret</a>',
        f'<img class="{MARK}" alt="secret" src="secret.png">fin',
        f'<span CLASS="a {MARK}">secret</span>',
        f"<span class={MARK}>secret</span>",
        f"<style><p><span class={MARK}>secret</span>",
    ],
)
def test_a_mark_that_is_badly_closed_masks_too_much_rather_than_too_little(source):
    assert "secret" not in masked(source)


def test_the_marked_passages_are_told():
    source = f"<p>{SECRET} et <span class='{MARK}'>rue <b>Haute</b> 5</span></p>"
    assert marked_passages(source) == ("Jeanne Lambert", "rue Haute 5")


def test_words_are_marked_where_they_stand():
    source = "<p>Madame <b>Jeanne</b> Lambert &amp; fils</p>"
    text = words(source)
    start = text.index("Jeanne")
    done = mark(source, start, text.index(" & fils"))
    assert marked_passages(done) == ("Jeanne", "Lambert")
    assert words(done) == text
    assert words(masked(done)) == f"\nMadame {NOTICE}{NOTICE} & fils\n"


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<span>",
                "</span>",
                "mot ",
                "&eacute;",
                "<br>",
            ]
        ),
        max_size=20,
    ),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_marking_and_masking_keep_every_other_word(parts, one, two):
    source = "".join(parts)
    text = words(source)
    start, end = sorted((one, two))
    done = mark(source, start, end)
    assert words(done) == text
    kept = text[:start] + text[end:]
    left = words(masked(done, "·")).replace("·", "")
    assert left.replace("\n", "") == kept.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("le NISS 85.07.30-033.28 du demandeur", Kind.NISS, "85.07.30-033.28"),
        ("compte BE71 0961 2345 6769 ouvert", Kind.IBAN, "BE71 0961 2345 6769"),
        (
            "né à Dinant, le 12 mars 1980, chef",
            Kind.BIRTH,
            "né à Dinant, le 12 mars 1980",
        ),
        (
            "date de naissance : 12/03/1980",
            Kind.BIRTH,
            "date de naissance : 12/03/1980",
        ),
        ("écrire à j.lambert@example.be svp", Kind.EMAIL, "j.lambert@example.be"),
        ("au 0475 12 34 56 ou", Kind.PHONE, "0475 12 34 56"),
        ("au 082/22.33.44 ou", Kind.PHONE, "082/22.33.44"),
        (
            "sis rue du Moulin, 12 à 5500 Dinant.",
            Kind.ADDRESS,
            "rue du Moulin, 12 à 5500 Dinant",
        ),
        ("place de l'Église 3, à Valmont", Kind.ADDRESS, "place de l'Église 3"),
        (
            "avenue Roi Albert Ier n° 12 bis",
            Kind.ADDRESS,
            "avenue Roi Albert Ier n° 12 bis",
        ),
        ("le véhicule 1-ABC-123 garé", Kind.PLATE, "1-ABC-123"),
        ("de Madame Jeanne Lambert, agent", Kind.NAME, "Madame Jeanne Lambert"),
        ("les époux Lambert-Dubois, de", Kind.NAME, "les époux Lambert-Dubois"),
    ],
)
def test_what_is_likely_personal_is_suggested(text, kind, found):
    (one,) = suggestions(text)
    assert (one.kind, one.text) == (kind, found)
    assert text[one.start : one.end] == found


@pytest.mark.parametrize(
    "text",
    [
        "Réfection de la rue du Moulin : cahier des charges",
        "Occupation du domaine public par les terrasses – Règlement – Exercices 2027",
        "Rue du Moulin – Exercice 2027",
        "Rue du Moulin 2027",
        "la Cour d'Appel de Liège, 12 mars 2026",
        "la voie Verte 350 m",
        "la route de Dinant 12.500,00 €",
        "Vu l'article L1122-30 du Code de la démocratie locale",
        "crédit de 12.500,00 € à l'article 421/731-60 du budget 2026",
        "la communication structurée +++123/4567/89012+++",
        "BCE 0207.656.610, TVA BE 0207.656.610",
        "Monsieur le Bourgmestre ouvre la séance",
        "M. Thibaut Delvigne, échevin des travaux",
        "la séance du 22 mai 2023",
    ],
)
def test_what_is_public_is_left_alone(text):
    assert suggestions(text, public_names=("Thibaut Delvigne",)) == ()


def test_a_known_person_is_found_without_a_title():
    (one,) = suggestions("remis à Julie Pirotte hier", known_names=("Julie Pirotte",))
    assert (one.kind, one.text) == (Kind.NAME, "Julie Pirotte")
    public = ("Julie Pirotte",)
    assert suggestions("remis à Julie Pirotte", public, known_names=public) == ()


def test_control_numbers_prove_a_number():
    assert is_niss("85073003328") and is_niss("85.07.30-033.28")
    assert not is_niss("85.07.30-033.29") and not is_niss("99991299999")
    assert is_niss("17.07.30-033.84")
    assert is_iban("BE71 0961 2345 6769") and not is_iban("BE71 0961 2345 6760")


def test_the_places_of_marked_words_count_as_their_words():
    plain = "<p>Vu &amp; lu : Jean <b>Martin</b>, rue Haute.</p>"
    start = words(plain).index("Jean")
    source = mark(plain, start, start + len("Jean Martin"))
    ((low, high),) = marked_spans(source)
    assert words(source)[low:high] == "Jean Martin"
    assert marked_spans("<p>Rien.</p>") == ()
