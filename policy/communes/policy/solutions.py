"""The solutions the policy knows; a new one is one entry here."""

from communes.core.documents.domain import LayoutRefused
from communes.core.documents.layout_settings import DocumentSettings
from communes.core.documents.layout_settings import layout_from
from communes.core.errors.domain import Reason
from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.domain.settings_check import check
from communes.exchange.peers.domain.settings import ExchangeSettings
from communes.policy.domain.solution import Solution
from communes.pst.domain.settings import PstSettings
from communes.publications.domain.settings import check as check_publications
from communes.publications.domain.settings import PublicationsSettings
from communes.search.language.domain.settings import SearchSettings
from communes.web.domain.settings import check as check_web
from communes.web.domain.settings import WebSettings


def _check_documents(settings: DocumentSettings) -> tuple[Reason, ...]:
    """Return why no page can be laid out with these settings, empty when it can."""
    try:
        layout_from(settings)
    except LayoutRefused as refusal:
        return (refusal.reason,)
    return ()


SOLUTIONS = {
    solution.name: solution
    for solution in (
        Solution(
            name="deliberations",
            distribution="communes.deliberations",
            sites=("agents",),
            settings=DeliberationsSettings,
            check=check,
            bodies=lambda settings: tuple(one.id for one in settings.assemblies),
        ),
        Solution(
            name="exchange",
            distribution="communes.exchange",
            sites=("agents", "www"),
            settings=ExchangeSettings,
        ),
        Solution(
            name="publications",
            distribution="communes.publications",
            sites=("www",),
            settings=PublicationsSettings,
            check=check_publications,
        ),
        Solution(
            name="pst",
            distribution="communes.pst",
            sites=("agents",),
            settings=PstSettings,
        ),
        Solution(
            name="search",
            distribution="communes.search",
            sites=("agents", "www"),
            settings=SearchSettings,
        ),
        Solution(
            name="web",
            distribution="communes.web",
            sites=("www",),
            settings=WebSettings,
            check=check_web,
        ),
    )
}

#: Everything that has a table in ``commune.toml``: the solutions and the kit's blocks.
TABLES = {
    **SOLUTIONS,
    "documents": Solution(
        name="documents",
        distribution="communes.core",
        sites=(),
        settings=DocumentSettings,
        check=_check_documents,
        kit=True,
    ),
}
