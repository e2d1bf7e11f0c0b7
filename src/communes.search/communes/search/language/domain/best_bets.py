"""Which pages a commune wants to see first for what was typed."""

from collections.abc import Iterable
from communes.search.language.domain.settings import BestBet
from communes.search.language.domain.words import key_of


def bets_for(text: str, bets: Iterable[BestBet]) -> tuple[BestBet, ...]:
    """Return the bets whose words were typed, in the order of the settings.

    The whole question must be the words of the bet, whatever its accents, plurals
    and function words: "la collecte des sapins" is "collecte sapin".
    """
    typed = key_of(text)
    if not typed:
        return ()
    return tuple(
        bet for bet in bets if any(key_of(word) == typed for word in bet.words)
    )
