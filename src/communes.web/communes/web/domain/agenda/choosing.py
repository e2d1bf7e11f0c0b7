"""What a reader of an agenda wants to see, and what there is to choose from."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.occurrences import Occurrence
from dataclasses import dataclass
import unicodedata


@dataclass(frozen=True)
class Wanted:
    """Empty: whatever it is. ``words`` are all in the title, summary or place."""

    words: str = ""
    category: str = ""
    audience: str = ""
    kind: str = ""
    free: bool = False
    wheelchair: bool = False

    def takes(self, event: Event) -> bool:
        """Tell whether an event is one of those wanted."""
        return (
            (not self.category or self.category in event.categories)
            and (not self.audience or self.audience in event.audiences)
            and (not self.kind or self.kind == event.kind)
            and (not self.free or event.free)
            and (not self.wheelchair or event.wheelchair)
            and self._says(event)
        )

    def _says(self, event: Event) -> bool:
        if not self.words:
            return True
        said = folded(
            " ".join(
                (event.title, event.description, event.location, event.address.line)
            )
        )
        return all(word in said for word in folded(self.words).split())


def folded(text: str) -> str:
    """Return a text as it is compared: without accents and capitals."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))


def choices(times: Iterable[Occurrence]) -> Mapping[str, Mapping[str, int]]:
    """Return how many events there are by category and by audience, each once."""
    events = {one.event.id: one.event for one in times}.values()
    return {
        "category": Counter(one for event in events for one in event.categories),
        "audience": Counter(one for event in events for one in event.audiences),
    }
