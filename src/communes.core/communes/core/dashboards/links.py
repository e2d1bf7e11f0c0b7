"""The links of a list: each is the address of another query."""

from collections.abc import Callable
from communes.core.dashboards.domain import Answer
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import page_numbers
from communes.core.i18n import _
from communes.core.parts.domain.values import PageLink


def page_links(answer: Answer, link: Callable[[ListQuery], str]) -> list[PageLink]:
    """Return the pages to offer under a list."""
    links = []
    for number in page_numbers(answer.query.page, answer.pages):
        if number is None:
            links.append(PageLink("…"))
        elif number == answer.query.page:
            links.append(PageLink(str(number), current=True))
        else:
            links.append(PageLink(str(number), link(answer.query.on_page(number))))
    return links


def page_words(answer: Answer) -> str:
    """Return « 26 à 50 sur 128 », or « 0 »."""
    if not answer.rows:
        return str(answer.total)
    before = answer.query.offset
    return _(
        "page_words",
        default="${first} à ${last} sur ${total}",
        mapping={
            "first": before + 1,
            "last": before + len(answer.rows),
            "total": answer.total,
        },
    )
