"""A label of the domain becomes a message without the domain knowing of it."""

from communes.core.i18n import label
from enum import StrEnum
import pytest


class LampState(StrEnum):
    ON = "on"
    OFF = "off"


LAMP_LABELS = {LampState.ON: "Allumée", LampState.OFF: "Éteinte"}


@pytest.mark.parametrize("value", [LampState.OFF, "off"])
def test_a_label_is_a_message_of_its_catalogue_with_the_french_as_default(value):
    message = label(LAMP_LABELS, value, "communes.lamps")
    assert message == "label_lamp_state_off"
    assert (message.domain, message.default) == ("communes.lamps", "Éteinte")


def test_a_value_without_a_label_is_refused():
    with pytest.raises(KeyError):
        label(LAMP_LABELS, "broken", "communes.lamps")
