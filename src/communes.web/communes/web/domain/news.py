"""A piece of news, and when it is shown."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class News:
    """``folders`` are where it stands, its own commune's first; moments have a zone."""

    id: str
    title: str
    published: datetime
    modified: datetime
    summary: str = ""
    text: str = ""
    categories: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    image_url: str = ""
    image_text: str = ""
    expires: datetime | None = None

    def shown_at(self, moment: datetime) -> bool:
        """Tell whether citizens see it at a moment."""
        begun = self.published <= moment
        return begun and (self.expires is None or moment < self.expires)


def latest(news: tuple[News, ...], moment: datetime, most: int) -> tuple[News, ...]:
    """Return what is shown at a moment, the last published first."""
    shown = [one for one in news if one.shown_at(moment)]
    shown.sort(key=lambda one: (-one.published.timestamp(), one.id))
    return tuple(shown[:most])
