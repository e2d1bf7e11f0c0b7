"""How many subscribers, in words."""

from collections.abc import Mapping
from communes.core.mailing.domain.subscriber import Standing
from communes.core.parts.domain.writing import counted


def subscribers_word(counts: Mapping[str, int]) -> str:
    """Return « 1 204 abonnés » of counts by standing: those who get letters."""
    return counted(counts.get(Standing.CONFIRMED.value, 0), "abonné")
