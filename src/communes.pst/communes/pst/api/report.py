"""The reports of a plan, as PDF/A or as an editable copy."""

from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.documents.api import editable_copy
from communes.core.documents.api import render_legal
from communes.core.documents.domain import LegalDocument
from communes.core.documents.site_layout import layout_of
from communes.core.hardening.giving import MadeFile
from communes.pst.api.evaluating import campaign
from communes.pst.api.evaluating import frozen
from communes.pst.api.reading import names
from communes.pst.content.plan import IPlan
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.programme import Programme
from communes.pst.domain.programme import programme
from communes.pst.domain.report import Report
from communes.pst.domain.report import report_html
from communes.pst.domain.report import REPORT_LABELS
from communes.pst.domain.report import Sayer
from communes.pst.permissions import MANAGE_PLAN
from communes.pst.storage.programme import full_programme
from communes.pst.storage.programme import seen_in
from datetime import date
from plone import api


TYPES = {"pdf": "application/pdf", "odt": "application/vnd.oasis.opendocument.text"}


def make_report(
    plan: IPlan, kind: str, form: str = "pdf", tasks: bool = False, evaluation: str = ""
) -> MadeFile:
    """Return a report of what the user may see of a plan, today.

    A closed evaluation is told as it was frozen. Who keeps the plan gets it whole.

    :param kind: "detailed", "follow_up", or "evaluation" with its id.
    :param form: "pdf" (PDF/A) or "odt".
    :raises MayNot: the user may not read reports of the plan.
    :raises InvalidValue: the kind or the form is unknown.
    :raises DocumentRefused: a text can not be set; it names the place.
    """
    require("List folder contents", plan)
    _refuse_unknown(kind, form)
    site, wanted = api.portal.get(), Report(kind)
    tree, today, told = _seen(plan), date.today(), None
    if wanted is Report.EVALUATION:
        told = campaign(plan, evaluation)
        kept = frozen(plan, evaluation) if told.digest else None
        if kept is not None:
            tree, today = kept.tree, kept.taken_on
    known = names(site)
    say = Sayer({**known.agents, **known.mandataries}, known.services)
    title = f"{plan.title} – {REPORT_LABELS[wanted]}"
    document = LegalDocument(
        title=title,
        html=report_html(wanted, tree, today, say, told, tasks),
        author=site.title,
        date=today,
        subject=plan.title,
    )
    layout = layout_of(site)
    make = render_legal if form == "pdf" else editable_copy
    name = f"{plan.getId()}-{kind}.{form}"
    return MadeFile(name, TYPES[form], make(document, layout))


def _refuse_unknown(kind: str, form: str) -> None:
    if kind not in set(Report):
        raise InvalidValue(field="kind", value=kind, expected=", ".join(Report))
    if form not in TYPES:
        raise InvalidValue(field="form", value=form, expected=", ".join(TYPES))


def _seen(plan: IPlan) -> Programme:
    """Return the plan without what the user may not see."""
    tree = full_programme(plan)
    if may(MANAGE_PLAN, plan):
        return tree
    seen = seen_in(plan)
    kept = [
        one
        for one in tree.walk()
        if one.id in seen
        and all(above.id in seen for above in tree.above(one.id))
        and getattr(one, "target", "") in {"", *seen}
    ]
    ids = {one.id for one in kept}
    return programme(
        tree.plan, [one for one in kept if getattr(one, "target", "") in {"", *ids}]
    )
