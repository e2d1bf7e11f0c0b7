"""A content of another Plone site, as plone.restapi writes it."""

from collections.abc import Mapping
from communes.web.domain.errors import SourceUnreadable
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import UTC
from urllib.parse import urlsplit


Given = Mapping[str, object]


@dataclass(frozen=True)
class Blob:
    """A file or an image that is to be fetched."""

    url: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True)
class Source:
    """What was read; ``path`` is its address below the site's."""

    uid: str
    kind: str
    path: str
    title: str
    modified: datetime
    description: str = ""
    html: str = ""
    state: str = ""
    published: datetime | None = None
    expires: datetime | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    whole_day: bool = False
    open_end: bool = False
    recurrence: str = ""
    location: str = ""
    subjects: tuple[str, ...] = ()
    caption: str = ""
    image: Blob | None = None
    file: Blob | None = None
    #: All it said, for the kinds that say more than the others.
    given: Given = field(default_factory=dict, repr=False, compare=False)


def read_source(given: Given, base: str) -> Source:
    """Return a content from the JSON of its full form.

    :param base: the address of the other site, without a slash at its end.
    :raises SourceUnreadable: it names the field at fault.
    """
    return _Reading(given, base).source()


class _Reading:
    """The fields of one content, each refused by its name."""

    def __init__(self, given: Given, base: str) -> None:
        self.given = given
        self.base = base

    def source(self) -> Source:
        modified = self.moment("modified")
        if modified is None:
            raise self.bad("modified")
        return Source(
            uid=self.text("UID", needed=True),
            kind=self.text("@type", needed=True),
            path=self.path(),
            title=self.text("title"),
            modified=modified,
            description=self.text("description"),
            html=self.html(),
            state=self.text("review_state"),
            published=self.moment("effective"),
            expires=self.moment("expires"),
            starts=self.moment("start"),
            ends=self.moment("end"),
            whole_day=self.given.get("whole_day") is True,
            open_end=self.given.get("open_end") is True,
            recurrence=self.text("recurrence"),
            location=self.text("location"),
            subjects=self.subjects(),
            caption=self.text("image_caption"),
            image=self.blob("image"),
            file=self.blob("file"),
            given=self.given,
        )

    def path(self) -> str:
        url = self.text("@id", needed=True)
        if not (url == self.base or url.startswith(f"{self.base}/")):
            raise self.bad("@id")
        return urlsplit(url[len(self.base) :]).path or "/"

    def text(self, name: str, *, needed: bool = False) -> str:
        value = self.given.get(name)
        if value is None and not needed:
            return ""
        if not isinstance(value, str) or (needed and not value):
            raise self.bad(name)
        return value

    def html(self) -> str:
        value = self.given.get("text")
        if value is None:
            return ""
        data = value.get("data") if isinstance(value, Mapping) else None
        if not isinstance(data, str):
            raise self.bad("text")
        return data

    def subjects(self) -> tuple[str, ...]:
        value = self.given.get("subjects") or ()
        if not isinstance(value, list | tuple):
            raise self.bad("subjects")
        return tuple(str(one) for one in value)

    def moment(self, name: str) -> datetime | None:
        text = self.text(name)
        if not text:
            return None
        try:
            found = datetime.fromisoformat(text)
            found = found if found.tzinfo else found.replace(tzinfo=UTC)
            # Plone writes "never" as 1969 or 2499, and zones at the calendar's edge.
            found = found.astimezone(UTC)
        except (ValueError, OverflowError):
            raise self.bad(name) from None
        return found if 1970 <= found.year < 2499 else None

    def blob(self, name: str) -> Blob | None:
        value = self.given.get(name)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            raise self.bad(name)
        url, size = value.get("download"), value.get("size")
        inside = isinstance(url, str) and url.startswith(f"{self.base}/")
        if not inside or not isinstance(size, int) or size < 0:
            raise self.bad(name)
        kind = str(value.get("content-type") or "application/octet-stream")
        if name == "image":
            # What is told is a copy made for the eye; the size is the original's.
            url = f"{self.given.get('@id')}/@@images/image"
        return Blob(str(url), str(value.get("filename") or ""), kind, size)

    def bad(self, name: str) -> SourceUnreadable:
        place = str(self.given.get("@id") or self.base)[:200]
        return SourceUnreadable(field=name, place=place, name=name)
