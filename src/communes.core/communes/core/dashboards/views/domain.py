"""What a saved view is, what it may be called, and who sees it and takes it away."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.dashboards.domain import BadQuery
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Offer
from communes.core.dashboards.domain import parse
from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import NotAllowed
from dataclasses import dataclass
from dataclasses import replace
from urllib.parse import parse_qs


MAX_NAME = 60
#: Tabs of one list that one person makes; more are found by nobody.
MAX_VIEWS = 12


class NameExpected(InvalidInput):
    """A view was saved without a name, or with one no tab can hold. Cure: name it."""

    code = "view_name_expected"
    template = "Donnez un nom à la vue, en ${most} caractères au plus."


class TooManyViews(Conflict):
    """The person keeps as many views of this list as there may be. Cure: delete one."""

    code = "too_many_views"
    template = (
        "Vous gardez déjà ${most} vues de cette liste : supprimez-en une d'abord, "
        "ou enregistrez sous le nom d'une vue existante pour la remplacer."
    )


class UnknownView(Missing):
    """No such view, or not for this person. Cure: reload the list."""

    code = "unknown_view"
    template = "Cette vue n'existe plus : rechargez la liste."


class SharingRefused(NotAllowed):
    """Only who manages the list gives views to others. Cure: keep it for oneself."""

    code = "sharing_refused"
    template = (
        "Vous ne pouvez pas partager une vue de cette liste : "
        "enregistrez-la pour vous, sans la partager."
    )


@dataclass(frozen=True)
class SavedView:
    """A query to one list under a name; ``address`` is what ``to_url`` wrote."""

    id: str
    name: str
    address: str
    owner: str
    shared: bool = False


def clean_name(text: str) -> str:
    """Return a name as a tab shows it, spaces made single.

    :raises NameExpected: nothing to read is left, or too much.
    """
    name = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not name or len(name) > MAX_NAME:
        raise NameExpected(field="view_name", most=MAX_NAME)
    return name


def seen_by(views: Iterable[SavedView], person: str) -> list[SavedView]:
    """Return the views of a person and those given to all, by name."""
    seen = [one for one in views if one.shared or one.owner == person]
    return sorted(seen, key=lambda one: (one.name.casefold(), one.id))


def same_name(views: Iterable[SavedView], person: str, name: str) -> SavedView | None:
    """Return the view of this person that a new one of this name replaces."""
    wanted = name.casefold()
    mine = (one for one in views if one.owner == person)
    return next((one for one in mine if one.name.casefold() == wanted), None)


def check_room(views: Iterable[SavedView], person: str) -> None:
    """Refuse one view more than a list holds for a person.

    :raises TooManyViews: the limit is reached.
    """
    if sum(one.owner == person for one in views) >= MAX_VIEWS:
        raise TooManyViews(most=MAX_VIEWS)


def may_delete(view: SavedView, person: str, manages: bool) -> bool:
    """Return whether a person takes a view away: one's own, or a shared one by duty."""
    return view.owner == person or (view.shared and manages)


def without_page(query: ListQuery) -> ListQuery:
    """Return the query a view keeps: how a list is arranged, not how far one read."""
    return replace(query, page=1)


def opened(view: SavedView, offer: Offer) -> ListQuery:
    """Return the query of a view, without what the list no longer offers."""
    try:
        return without_page(parse(_still_offered(parse_qs(view.address), offer), offer))
    except BadQuery:
        return ListQuery()


def _still_offered(
    form: Mapping[str, Sequence[str]], offer: Offer
) -> dict[str, Sequence[str]]:
    kept = {
        key: values
        for key, values in form.items()
        if not key.startswith("f.") or key.removeprefix("f.") in offer.filters
    }
    if kept.get("sort", [""])[-1].removeprefix("-") not in offer.sorts:
        kept.pop("sort", None)
    columns = [one for one in kept.pop("col", []) if one in offer.columns]
    return {**kept, "col": columns}
