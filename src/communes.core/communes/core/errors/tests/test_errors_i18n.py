"""A reason is a message of its own catalogue before it is a sentence."""

from communes.core.errors.domain import Reason
from communes.core.errors.i18n import to_message
from communes.core.errors.i18n import to_sentence
from communes.core.errors.rest import step_json
import pytest
from types import SimpleNamespace
from zope.component import getGlobalSiteManager
from zope.i18n import translate
from zope.i18n.interfaces import INegotiator
from zope.i18n.interfaces import ITranslationDomain
from zope.i18n.simpletranslationdomain import SimpleTranslationDomain


QUORUM = Reason("no_quorum", "il manque ${missing} membres", {"missing": 2}, "council")
REFUSED = Reason("not_opened", "La séance n'est pas ouverte : ${why}.", {"why": QUORUM})


def test_message_names_its_catalogue_and_has_the_french_sentence_as_its_id():
    message = to_message(QUORUM)
    assert (message, message.domain) == ("il manque ${missing} membres", "council")


def test_two_sentences_of_one_code_are_two_messages():
    again = Reason("no_quorum", "le quorum n'est plus atteint", {}, "council")
    assert to_message(again) != to_message(QUORUM)


@pytest.fixture
def german():
    """A catalogue of the council in German, as a commune of the East would have it."""
    sentences = {
        ("de", "il manque ${missing} membres"): "es fehlen ${missing} Mitglieder"
    }
    domain = SimpleTranslationDomain("council", sentences)
    registry = getGlobalSiteManager()
    asked = SimpleNamespace(getLanguage=lambda languages, request: request.language)
    registry.registerUtility(domain, ITranslationDomain, name="council")
    registry.registerUtility(asked, INegotiator)
    yield "de"
    registry.unregisterUtility(asked, INegotiator)
    registry.unregisterUtility(domain, ITranslationDomain, name="council")


def test_a_reason_speaks_the_language_of_the_catalogue(german):
    message = to_message(QUORUM)
    assert translate(message, target_language=german) == "es fehlen 2 Mitglieder"


def test_a_reason_inside_a_reason_is_filled_too():
    assert to_sentence(REFUSED, None) == (
        "La séance n'est pas ouverte : il manque 2 membres."
    )


def test_a_step_tells_what_is_against_it_in_the_language_of_the_request(german):
    step = SimpleNamespace(
        id="open", title="Ouvrir", target="opened", available=False, reasons=(QUORUM,)
    )
    assert step_json(step, SimpleNamespace(language=german)) == {
        "id": "open",
        "title": "Ouvrir",
        "target": "opened",
        "available": False,
        "reasons": [{"code": "no_quorum", "message": "es fehlen 2 Mitglieder"}],
    }
