"""Which pages and services of Plone agents may open beside those of the suite.

A list of what is open, not of what is closed: a page or service that a later version
of Plone or an add-on brings stays closed until somebody has looked at it.
"""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import NotAllowed


#: Pages of Plone, by the name they are registered under.
OPEN_PAGES = frozenset(
    {
        # The plain view of what has no page of ours (services, people): it shows the
        # fields the person may read.
        "listing_view",
        "view",
        # One's own account.
        "change-password",
        "personal-information",
        "personal-preferences",
        # The words of Plone's fields (dates, rich text) in the person's language.
        "plonejsi18n",
        # The question Plone asks before a write whose origin it doubts.
        "confirm-action",
    }
)
#: Services of plone.restapi, by the module they live in.
OPEN_SERVICES = (
    "plone.restapi.services.auth.",
    "plone.restapi.services.content.get",
    "plone.restapi.services.search.",
)
#: What writes the generic way; open for annexes only, that have no other service.
WRITING_SERVICES = (
    "plone.restapi.services.content.add",
    "plone.restapi.services.content.delete",
    "plone.restapi.services.content.update",
)
SUITE = "communes."
MOST_ROWS = 500

# Our own pages carry no script of their own: even a text that escaped the cleaning
# runs nothing. 'unsafe-eval' is for the templates of Plone's rich text field, and
# the editor puts styles into the page.
PAGE_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; "
)
FRAME_POLICY = (
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)


class ClosedService(NotAllowed):
    """A generic service of Plone that would go around the rules of the trade.

    Cure: use the services of the solution, which know them.
    """

    code = "closed_service"
    template = (
        "Ce service général de Plone est fermé sur ce site : il contournerait les "
        "règles métier. Employez les services de la solution, décrits dans sa "
        "documentation."
    )


class NoExpansion(InvalidInput):
    """``expand`` calls the generic services that are closed. Cure: leave it out."""

    code = "no_expansion"
    template = (
        "Le paramètre « expand » n'est pas offert sur ce site : il appellerait des "
        "services fermés. Retirez-le de l'adresse."
    )


class TooManyRows(InvalidInput):
    """A page of results of another size than is served. Cure: ask page by page."""

    code = "too_many_rows"
    template = (
        "« ${name} » doit être un nombre entier de ${least} à ${most} : demandez les "
        "résultats page par page."
    )


def is_page_open(name: str, modules: frozenset[str]) -> bool:
    """Return whether an agent may open a page.

    :param name: the name the page is registered under.
    :param modules: the modules of the classes it is made of.
    """
    return is_of_the_suite(modules) or name in OPEN_PAGES


def is_service_open(modules: frozenset[str], annex: bool) -> bool:
    """Return whether an agent's program may call a service.

    :param annex: whether what it reads or writes is an annex.
    """
    allowed = OPEN_SERVICES + WRITING_SERVICES if annex else OPEN_SERVICES
    return is_of_the_suite(modules) or any(one.startswith(allowed) for one in modules)


def is_of_the_suite(modules: frozenset[str]) -> bool:
    """Return whether one of the classes is ours."""
    return any(one.startswith(SUITE) for one in modules)


def check_rows(name: str, given: object, least: int) -> None:
    """Refuse a number of rows that is none, or that nobody can use.

    :raises TooManyRows: names the parameter and the bounds.
    """
    number = given if isinstance(given, int) and not isinstance(given, bool) else None
    # Longer texts are no page anybody asks, and cost time to be read as a number.
    if isinstance(given, str) and given.isascii() and len(given) < 10:
        number = int(given) if given.isdigit() else None
    most = MOST_ROWS if name == "b_size" else 10**9
    if number is None or not least <= number <= most:
        raise TooManyRows(field=name, name=name, least=least, most=most)


def content_policy(of_the_suite: bool) -> str:
    """Return the Content-Security-Policy of a page.

    Pages of Plone that only integrators open keep their scripts inside the page.
    """
    return PAGE_POLICY + FRAME_POLICY if of_the_suite else FRAME_POLICY
