"""``<assembly>/statistiques``: who attended, who voted what, year by year."""

from communes.core.dashboards.exports.api import FORMATS
from communes.core.dashboards.exports.api import make
from communes.core.dashboards.exports.domain import file_name
from communes.core.dashboards.exports.domain import Table
from communes.core.hardening.giving import give_out
from communes.core.hardening.giving import MadeFile
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Chip
from communes.deliberations.api.statistics import statistic_years
from communes.deliberations.api.statistics import statistics
from communes.deliberations.api.statistics import YearView
from communes.deliberations.browser import words
from communes.deliberations.browser.assembly_page import AssemblyPage
from communes.deliberations.domain.statistics.year import MemberYear
from communes.deliberations.domain.statistics.year import percent
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.i18n import _
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


HEADS = (
    _("member", default="Membre"),
    _("stat_group", default="Groupe"),
    _("stat_meetings", default="Séances"),
    _("stat_present", default="Présent"),
    _("stat_excused", default="Excusé"),
    _("stat_absent", default="Absent"),
    _("stat_replaced", default="Remplacé"),
    _("stat_under_way", default="Arrivé ou parti en cours"),
    _("stat_rate", default="Taux de présence (%)"),
    _("stat_items", default="Points en salle"),
    _("stat_withdrawals", default="Retraits (intérêt)"),
    _("count_yes", default="Pour"),
    _("count_no", default="Contre"),
    _("count_abstain", default="Abstentions"),
    _("count_none", default="Ne votent pas"),
)


class StatisticsPage(AssemblyPage):
    """A table of members and one of groups; ``?export=`` gives the first as a file."""

    template = ViewPageTemplateFile("page.pt")
    caption = _("stat_members", default="Présences et votes par mandataire")
    groups_caption = _("stat_groups", default="Cohésion des groupes politiques")
    empty_title = _("stat_none", default="Aucune séance tenue cette année-là.")
    empty_text = _(
        "stat_none_text",
        default="Une séance compte dès que ses présences sont encodées.",
    )
    export_title = _("stat_export", default="Exporter")
    year_title = _("stat_year", default="Année")

    def __call__(self) -> object:
        kind = self.request.form.get("export")
        return self.template() if kind is None else self.export(kind)

    @property
    def title(self) -> str:
        return _(
            "stat_title",
            default="Statistiques ${year} – ${assembly}",
            mapping={"year": self.year, "assembly": self.context.title},
        )

    @property
    def page_title(self) -> str:
        return self.title

    @property
    def identity(self) -> str:
        return _(
            "stat_meetings_held",
            default="Séances tenues : ${count}",
            mapping={"count": self.found.meetings},
        )

    @cached_property
    def years(self) -> tuple[int, ...]:
        return statistic_years(self.context)

    @cached_property
    def year(self) -> int:
        """The year asked for, else the last one that met."""
        asked = whole(self.request.form.get("annee"), None)
        if asked is not None:
            return min(max(asked, 1831), 9998)
        past = [one for one in self.years if one <= date.today().year]
        return past[0] if past else date.today().year

    @cached_property
    def found(self) -> YearView:
        return statistics(self.context, self.year)

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/statistiques"

    @property
    def year_chips(self) -> list[Chip]:
        return [
            Chip(str(one), f"{self.url}?annee={one}", one == self.year)
            for one in self.years
        ]

    @property
    def exports(self) -> list[Chip]:
        start = f"{self.url}?annee={self.year}&export="
        return [Chip(one.title, start + kind) for kind, one in FORMATS.items()]

    @property
    def heads(self) -> tuple[str, ...]:
        return HEADS

    @property
    def rows(self) -> list[tuple]:
        return [_row(one) for one in self.found.members]

    @property
    def groups(self) -> list[dict]:
        return [
            {"name": one.name, "votes": one.votes, "cohesion": percent(one.cohesion)}
            for one in self.found.groups
        ]

    def export(self, kind: object) -> bytes:
        """Return the members as a file of this kind."""
        if kind not in FORMATS:
            raise NotFound(str(kind))
        heads = tuple(words.said(one, self.request) for one in HEADS)
        table = Table(words.said(self.title, self.request), heads, iter(self.rows))
        stem = f"presences-{self.context.getId()}-{self.year}"
        name = file_name(stem, len(self.rows), kind)
        made = make(kind, table)
        file = MadeFile(name, FORMATS[kind].content_type, made)
        return give_out(self.request.response, file)


def _row(one: MemberYear) -> tuple:
    return (
        one.seat.name,
        one.seat.group,
        one.meetings,
        one.present,
        one.excused,
        one.absent,
        one.replaced,
        one.under_way,
        percent(one.rate),
        one.items,
        one.withdrawals,
        *(
            one.voices.get(value, 0)
            for value in (
                VoteValue.YES,
                VoteValue.NO,
                VoteValue.ABSTAIN,
                VoteValue.DOES_NOT_VOTE,
            )
        ),
    )
