"""What the list of an assembly's items shows and narrows of the work before."""

from communes.core.dashboards.interfaces import Column
from communes.core.dashboards.interfaces import Filter
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.preparation.completeness import COMPLETENESS_LABELS
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.claim import holders
from communes.deliberations.storage.label import own_label_choices
from communes.deliberations.storage.person import full_name


def _column(name: str, title: str, sort: bool = False) -> Column:
    index = f"deliberations_{name}"
    return Column(name, title, index, index if sort else "", optional=True)


TRACKING_COLUMNS = (
    _column("taken_over_by", _("taken_over_by", default="Pris en charge")),
    _column("completeness", _("completeness", default="Complétude")),
    _column("labels", _("labels", default="Étiquettes")),
    _column("meeting_deadline", _("deadline", default="À passer avant le"), sort=True),
    _column("budget", _("budget", default="Incidence budgétaire")),
)


def tracking_filters(assembly: IAssembly) -> tuple[Filter, ...]:
    """Return the filters that have something to choose in this assembly.

    Own labels are found by a value only their owner's pages know.
    """
    chosen = settings_of(assembly).preparation
    checks = (
        tuple(
            (one.value, label(COMPLETENESS_LABELS, one)) for one in COMPLETENESS_LABELS
        )
        if chosen.completeness
        else ()
    )
    offered = (
        ("completeness", _("completeness", default="Complétude"), checks),
        (
            "labels",
            _("labels", default="Étiquettes"),
            tuple((one.id, one.title) for one in chosen.labels),
        ),
        (
            "own_labels",
            _("own_labels", default="Mes étiquettes"),
            own_label_choices(assembly),
        ),
        (
            "taken_over_by",
            _("taken_over_by", default="Pris en charge"),
            tuple((one, full_name(one)) for one in holders()),
        ),
        (
            "budget",
            _("budget", default="Incidence budgétaire"),
            (("yes", _("budget_yes", default="Avec incidence")),),
        ),
    )
    return tuple(
        Filter(name, title, f"deliberations_{name}", choices)
        for name, title, choices in offered
        if choices or name == "own_labels"
    )
