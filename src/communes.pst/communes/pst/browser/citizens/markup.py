"""The public tree as markup: one pass, every text escaped."""

from collections.abc import Callable
from collections.abc import Iterator
from communes.core.parts.domain.writing import amount
from communes.core.parts.domain.writing import date_in_words
from communes.pst.api.citizens import PublicElement
from communes.pst.api.citizens import PublicProgramme
from communes.pst.browser.citizens.goals import goal_icon
from html import escape


#: Nobody nests deeper; a link may show an element again lower down.
_DEEPEST = 6


def tree(found: PublicProgramme, url_of: Callable[[str], str], id: str = "") -> str:
    """Return what stands under an element as nested lists; empty: the whole."""
    return "".join(_list(found, url_of, id, 1))


def bar(percent: int | None) -> str:
    """Return how far it is as SVG, the figure beside it in words; empty: not told."""
    if percent is None:
        return ""
    return (
        '<span class="pst-public-bar"><svg viewBox="0 0 100 8" width="100" height="8" '
        'preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="way" width="100" height="8" rx="4"/>'
        f'<rect class="done" width="{percent}" height="8" rx="4"/></svg>'
        f"<span>{percent}\u202f%</span></span>"
    )


def icons(one: PublicElement) -> str:
    """Return the goals an element serves, each with its icon and its title."""
    if not one.sdgs:
        return ""
    rows = "".join(
        f"<li>{goal_icon(number)} <span>{escape(title)}</span></li>"
        for number, title in one.sdgs
    )
    return f'<ul class="pst-odds">{rows}</ul>'


def facts(one: PublicElement) -> list[tuple[str, str]]:
    """Return (what, how much) of the fields that are told beside the text."""
    found = []
    if one.begins:
        found.append(("Début", date_in_words(one.begins)))
    if one.ends:
        found.append(("Fin prévue", date_in_words(one.ends)))
    if one.budget:
        found.append(("Budget", amount(one.budget)))
    if one.partners:
        found.append(("Partenaires", ", ".join(one.partners)))
    return found


def _list(
    found: PublicProgramme, url_of: Callable[[str], str], id: str, depth: int
) -> Iterator[str]:
    rows = found.below(id) if depth <= _DEEPEST else ()
    if not rows:
        return
    yield f'<ul class="pst-public" data-depth="{depth}">'
    for one in rows:
        below = "".join(_list(found, url_of, one.id, depth + 1))
        line = _line(one, url_of(one.id))
        if below:
            opened = " open" if depth == 1 else ""
            head = f"<details{opened}><summary>{line}</summary>"
            yield f"<li>{head}{below}</details></li>"
        else:
            yield f'<li><div class="leaf">{line}</div></li>'
    yield "</ul>"


def _line(one: PublicElement, url: str) -> str:
    ref = f'<span class="ref">{escape(one.reference)}</span> ' if one.reference else ""
    status = f'<span class="status">{escape(one.status)}</span>' if one.status else ""
    side = f"{status}{bar(one.progress)}"
    return (
        f'<span class="line"><span>{ref}<a href="{escape(url, quote=True)}">'
        f"{escape(one.title)}</a></span>"
        f'<span class="side">{side}</span></span>'
    )
