"""What must be read again before the public reads it, and what makes that stale."""

from communes.core.privacy.domain.passages import masked
from communes.deliberations.domain.publicity.review import doubts
from communes.deliberations.domain.publicity.review import fingerprint
from communes.deliberations.domain.publicity.review import masked_everywhere
from communes.deliberations.domain.publicity.review import ReadText
from communes.deliberations.domain.publicity.review import Review
from communes.deliberations.domain.publicity.review import ReviewStanding
from communes.deliberations.domain.publicity.review import standing
from dataclasses import replace


SOURCE = (
    "<p>Vu la demande de Monsieur Dupont &amp; fils ;</p><p>Considérant que "
    "<strong>Monsieur Dupont</strong> occupe rue du Moulin 12 ;</p>"
)
TEXT = ReadText("motivation", "Motivation", SOURCE)


def test_the_same_words_are_decided_upon_once():
    found = doubts([TEXT], Review())
    names = [one for one in found if "Dupont" in one.words]
    assert [len(one.spans) for one in names] == [2]
    assert "demande de " in names[0].before


def test_masking_takes_every_place_and_leaves_nothing_to_ask():
    for doubt in doubts([TEXT], Review()):
        current = doubts([TEXT], Review())
        assert doubt.key in {one.key for one in current}
    text = TEXT
    while found := doubts([text], Review()):
        text = replace(text, source=masked_everywhere(text.source, found[0]))
    assert "Dupont" in text.source
    assert "Dupont" not in masked(text.source)
    assert "rue du Moulin 12" not in masked(text.source)


def test_what_is_left_is_told_as_left():
    first = doubts([TEXT], Review())[0]
    again = doubts([TEXT], Review(left=frozenset({first.key})))
    assert [one.left for one in again if one.key == first.key] == [True]


def test_a_mandatary_is_not_asked_about():
    found = doubts([TEXT], Review(), public_names=("Jean Dupont",))
    assert not [one for one in found if "Dupont" in one.words]


def test_the_same_words_in_another_text_are_another_question():
    title = ReadText("title", "Objet", "Demande de Monsieur Dupont", plain=True)
    keys = [one.key for one in doubts([TEXT, title], Review()) if "Dupont" in one.words]
    assert len(set(keys)) == 2


def test_a_title_is_read_as_words():
    title = ReadText("title", "Objet", "<b>Monsieur</b> Dupont & Monsieur Martin", True)
    (one,) = doubts([title], Review())
    assert one.words == "Monsieur Martin" and one.plain


def test_any_letter_makes_a_review_stale():
    review = Review(fingerprint=fingerprint([TEXT]))
    assert standing(review, [TEXT]) is ReviewStanding.DONE
    other = replace(TEXT, source=SOURCE.replace("occupe", "occupa"))
    assert standing(review, [other]) is ReviewStanding.STALE
    assert standing(Review(), [TEXT]) is ReviewStanding.MISSING


def test_words_that_change_text_change_the_fingerprint():
    one = [ReadText("a", "", "bc"), ReadText("d", "", "")]
    other = [ReadText("a", "", "b"), ReadText("cd", "", "")]
    assert fingerprint(one) != fingerprint(other)
