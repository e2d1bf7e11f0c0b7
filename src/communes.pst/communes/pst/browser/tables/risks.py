"""The risks of an element: what may go wrong, how serious, what is done about it."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import short_date
from communes.pst.api.table import new_row_id
from communes.pst.browser.frame.element import ElementFrame
from communes.pst.browser.tables.acting import KeepTable
from communes.pst.browser.tables.acting import replaced
from communes.pst.browser.tables.acting import without
from communes.pst.domain.risk import Risk
from communes.pst.domain.risk_matrix import Level
from communes.pst.domain.risk_matrix import level
from communes.pst.domain.risk_matrix import LEVEL_LABELS
from communes.pst.domain.risk_matrix import score
from communes.pst.i18n import _
from communes.pst.i18n import label
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


KINDS = {
    Level.LOW: "ok",
    Level.MODERATE: "wait",
    Level.HIGH: "late",
    Level.CRITICAL: "late",
}
_SCALE = tuple(str(number) for number in range(1, 6))


class RisksPage(ElementFrame):
    """The tab of the risks."""

    tab = "risques"
    template = ViewPageTemplateFile("risks.pt")
    empty_title = _("risks_none", default="Aucun risque noté.")
    empty_text = _(
        "risks_none_text",
        default="Notez ce qui pourrait retarder ou arrêter ce travail, et la parade.",
    )

    def __call__(self) -> str:
        return self.template()

    @property
    def risks(self) -> list[dict]:
        return [self._risk(one) for one in self.record.risks]

    @property
    def adding(self) -> dict | None:
        """The form of a new risk, for who writes the element."""
        if not self.may_edit:
            return None
        return self._entry(None, _("risk_add", default="Noter un risque"))

    def _risk(self, risk: Risk) -> dict:
        edit = remove = None
        if self.may_edit:
            edit = self._entry(risk, _("button_edit", default="Modifier"))
            remove = Action(
                _("button_take_away", default="Retirer"),
                f"{self.url}/risque-noter",
                danger=True,
                small=True,
                method="post",
                values={"revision": self.revision, "retirer": risk.id},
            )
        closed = risk.closed_on
        tag = risk_tag(risk)
        return {
            "id": risk.id,
            "title": risk.title,
            "tag": Tag(_("risk_closed", default="Écarté"), "off") if closed else tag,
            "score": _(
                "risk_score",
                default="probabilité ${probability} × impact ${impact} = ${score}",
                mapping={
                    "probability": risk.probability,
                    "impact": risk.impact,
                    "score": score(risk),
                },
            ),
            "mitigation": risk.mitigation,
            "owner": self.names.agents.get(
                risk.owner, self.names.services.get(risk.owner, risk.owner)
            ),
            "review": short_date(risk.review_on, self.figures.today)
            if risk.review_on
            else "",
            "edit": edit,
            "remove": remove,
        }

    def _entry(self, risk: Risk | None, summary: str) -> dict:
        mark = "nouveau" if risk is None else risk.id
        owners = [("", ""), *self.names.services.items()]
        owners += self.names.agents.items()
        return {
            "summary": summary,
            "address": f"{self.url}/risque-noter",
            "values": {"revision": self.revision, "risque": mark},
            "fields": [
                Field(f"{mark}.title", _("risk_title", default="Risque"),
                      value=risk.title if risk else "", required=True),
                _scale(f"{mark}.probability",
                       _("risk_probability", default="Probabilité"), risk),
                _scale(f"{mark}.impact", _("risk_impact", default="Impact"), risk),
                Field(f"{mark}.mitigation", _("risk_mitigation", default="Parade"),
                      "textarea", risk.mitigation if risk else "", rows=2),
                Field(f"{mark}.owner", _("risk_owner", default="Suivi par"), "select",
                      options=tuple(
                          Option(id, title, bool(risk) and id == risk.owner)
                          for id, title in owners)),
                Field(f"{mark}.review_on",
                      _("risk_review_on", default="À revoir le"), "date",
                      _iso(risk.review_on if risk else None)),
                Field(f"{mark}.closed_on",
                      _("risk_closed_on", default="Écarté le"), "date",
                      _iso(risk.closed_on if risk else None)),
            ],
            "action": Action(_("button_save", default="Enregistrer"), method="submit"),
        }  # fmt: skip


class KeepRisk(KeepTable):
    """Keeps one risk, or takes one away."""

    table = "risks"
    tab = "risques"

    def rows(self, known: list[dict]) -> object:
        gone = self.given("retirer")
        if gone:
            return without(known, gone)
        mark = self.given("risque")
        names = ("title", "probability", "impact", "mitigation", "owner",
                 "review_on", "closed_on")  # fmt: skip
        given = self.fields(*(f"{mark}.{name}" for name in names))
        row = {name.removeprefix(f"{mark}."): value for name, value in given.items()}
        id = new_row_id() if mark == "nouveau" else mark
        return replaced(known, {"id": id, **row})


def risk_tag(risk: Risk) -> Tag:
    """Return the tag of how serious a risk is."""
    found = level(risk)
    return Tag(label(LEVEL_LABELS, found), KINDS[found])


def _scale(name: str, title: str, risk: Risk | None) -> Field:
    now = str(getattr(risk, name.rpartition(".")[2])) if risk else "3"
    options = tuple(Option(one, one, one == now) for one in _SCALE)
    help_ = _("risk_scale", default="De 1 (le moins) à 5 (le plus).")
    return Field(name, title, "select", help=help_, options=options, required=True)


def _iso(day: object) -> str:
    return day.isoformat() if day else ""
