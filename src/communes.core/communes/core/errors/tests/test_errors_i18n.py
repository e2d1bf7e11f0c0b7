"""A reason is a message of its own catalogue before it is a sentence."""

from communes.core.errors.domain import Reason
from communes.core.errors.i18n import to_message
from communes.core.errors.i18n import to_sentence


QUORUM = Reason("no_quorum", "il manque ${missing} membres", {"missing": 2}, "council")
REFUSED = Reason("not_opened", "La séance n'est pas ouverte : ${why}.", {"why": QUORUM})


def test_message_names_its_catalogue_and_keeps_the_french_as_default():
    message = to_message(QUORUM)
    assert (message, message.domain) == ("reason_no_quorum", "council")
    assert message.default == "il manque ${missing} membres"


def test_a_reason_inside_a_reason_is_filled_too():
    assert to_sentence(REFUSED, None) == (
        "La séance n'est pas ouverte : il manque 2 membres."
    )
