"""The links of a list: each is the address of another query."""

from collections.abc import Callable
from communes.core.dashboards.domain import Answer
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import page_numbers
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
