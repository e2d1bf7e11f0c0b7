"""« Mes corrections »: what is to be mended on a content, and how it is known."""

from collections.abc import Collection
from collections.abc import Iterable
from communes.web.domain.links.anchors import addresses_in
from communes.web.domain.links.anchors import read_anchor
from communes.web.domain.links.pictures import pictures_without_words
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit


#: A site that is down for an evening is no broken link: it fails this often, apart.
FAILURES = 3
#: How long what was found of an address elsewhere holds.
AGAIN_DAYS = 7
#: One that failed is asked again sooner, to tell a breakdown from an end.
FAILED_AGAIN_DAYS = 1


class Fault(StrEnum):
    """What may be wrong, the gravest first."""

    BROKEN_LINK = "broken_link"
    NO_ALTERNATIVE = "no_alternative"
    DEAD_ADDRESS = "dead_address"
    OUTDATED = "outdated"
    ORPHAN = "orphan"


@dataclass(frozen=True)
class Finding:
    """One thing to mend; ``detail`` is the address or the picture, else empty."""

    fault: Fault
    detail: str = ""


@dataclass(frozen=True)
class Checked:
    """What is looked at of a content.

    ``texts`` are its formatted texts; ``addresses`` other links of it; ``silent``
    names pictures of it without words; ``led_to``: something leads to it (a menu, a
    list or a link). ``looked_at``: the day somebody last changed or confirmed it.
    """

    uid: str
    texts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    led_to: bool = True
    ages: bool = True
    looked_at: date | None = None


@dataclass(frozen=True)
class Asked:
    """What came of asking an address elsewhere; ``failures`` are those in a row."""

    on: date
    failures: int = 0
    problem: str = ""

    @property
    def dead(self) -> bool:
        """Whether nothing is there any more, as far as one can tell."""
        return self.failures >= FAILURES

    def due(self, today: date) -> bool:
        """Whether it is time to ask again."""
        days = FAILED_AGAIN_DAYS if self.failures else AGAIN_DAYS
        return (today - self.on).days >= days


def asked_again(before: Asked | None, today: date, problem: str) -> Asked:
    """Return what is known after an address was asked; ``problem``: empty if none."""
    failed = before.failures if before else 0
    return Asked(today, failed + 1, problem) if problem else Asked(today)


def links_of(checked: Checked) -> tuple[str, ...]:
    """Return every address of a content, each once."""
    found = [*checked.addresses]
    for text in checked.texts:
        found += addresses_in(text)
    return tuple(dict.fromkeys(found))


def targets_of(checked: Checked) -> frozenset[str]:
    """Return the UIDs of the contents that a content leads to."""
    found = (read_anchor(address) for address in links_of(checked))
    return frozenset(one.uid for one in found if one)


def outside_of(checked: Checked, hosts: Collection[str]) -> frozenset[str]:
    """Return the addresses elsewhere of a content, without their fragments."""
    found = set()
    for address in links_of(checked):
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc not in hosts:
            found.add(parts._replace(fragment="").geturl())
    return frozenset(found)


def findings(
    checked: Checked,
    broken: Iterable[str],
    dead: Collection[str],
    today: date,
    months: int,
) -> tuple[Finding, ...]:
    """Return what is to be mended, the gravest first.

    :param broken: addresses of it that lead to nothing on this site.
    :param dead: addresses elsewhere that lead to nothing.
    :param months: after how many a content nobody looked at is outdated; 0: never.
    """
    found = [Finding(Fault.BROKEN_LINK, one) for one in dict.fromkeys(broken)]
    silent = list(checked.silent)
    for text in checked.texts:
        silent += pictures_without_words(text)
    found += [Finding(Fault.NO_ALTERNATIVE, one) for one in dict.fromkeys(silent)]
    for address in links_of(checked):
        if address.partition("#")[0] in dead:
            found.append(Finding(Fault.DEAD_ADDRESS, address))
    if checked.ages and is_outdated(checked.looked_at, today, months):
        found.append(Finding(Fault.OUTDATED))
    if not checked.led_to:
        found.append(Finding(Fault.ORPHAN))
    return tuple(found)


def is_outdated(looked_at: date | None, today: date, months: int) -> bool:
    """Tell whether a content waits for a look since ``months`` or more."""
    if looked_at is None or not months:
        return False
    passed = (today.year - looked_at.year) * 12 + today.month - looked_at.month
    return passed - (today.day < looked_at.day) >= months
