"""What the pages say of an advice: its tag, its last day, its facts."""

from communes.core.parts.domain.values import Event
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import hour
from communes.core.parts.domain.writing import short_date
from communes.deliberations.api.advice import AdviceView
from communes.deliberations.browser.words import named
from communes.deliberations.domain.advices.course import Deed
from communes.deliberations.domain.advices.course import DEED_LABELS
from communes.deliberations.domain.advices.kinds import AdviceKind
from communes.deliberations.domain.advices.kinds import KIND_LABELS
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.domain.advices.kinds import STANDING_LABELS
from communes.deliberations.domain.advices.steps import STEP_LABELS
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from datetime import date


#: Who is at work when nobody is logged in.
NOBODY = "anonyme"
_KINDS = {
    Standing.NOT_STARTED: "off",
    Standing.TO_GIVE: "wait",
    Standing.ASKED_AGAIN: "wait",
    Standing.HIDDEN: "wait",
    Standing.TIMED_OUT: "late",
}
_ANSWERS = {
    AdviceKind.NEGATIVE: "late",
    AdviceKind.NEGATIVE_AS_IS: "late",
    AdviceKind.BACK_TO_SERVICE: "late",
    AdviceKind.CAUTIOUS: "wait",
    AdviceKind.NIL: "off",
    AdviceKind.READ: "info",
}


def standing_tag(standing: Standing) -> Tag:
    """Return the tag of an advice without an answer."""
    return Tag(label(STANDING_LABELS, standing), _KINDS.get(standing, "info"))


def kind_tag(kind: str) -> Tag:
    """Return the tag of an answer."""
    return Tag(named(KIND_LABELS, kind), _ANSWERS.get(kind, "ok"))


def tag(seen: AdviceView) -> Tag:
    """Return where an advice stands: its answer, else what is waited for."""
    if seen.standing is Standing.GIVEN:
        return kind_tag(seen.course.kind)
    return standing_tag(seen.standing)


def until(seen: AdviceView) -> str:
    """Return the last day and how much is left of it."""
    if seen.course.deadline is None or seen.course.given:
        return ""
    day = short_date(seen.course.deadline, date.today())
    left = seen.days_left
    if left is None:
        return day
    if left < 0:
        return _("advice_over", default="${day}, délai écoulé", mapping={"day": day})
    if left == 0:
        return _("advice_today", default="${day}, aujourd'hui", mapping={"day": day})
    mapping = {"day": day, "left": left}
    if left == 1:
        return _(
            "advice_left_one", default="${day}, reste ${left} jour", mapping=mapping
        )
    return _("advice_left", default="${day}, restent ${left} jours", mapping=mapping)


def facts(seen: AdviceView) -> list[Fact]:
    """Return who was asked, when, until when, and who answered."""
    course = seen.course
    pairs = [
        Fact(_("advice_by", default="Avis de"), seen.adviser),
        Fact(_("advice_asked_on", default="Demandé le"), _day(course.asked_on)),
        Fact(
            _("advice_started_on", default="Dossier reçu le"), _day(course.started_on)
        ),
        Fact(_("advice_deadline", default="À rendre pour le"), until(seen)),
        Fact(_("advice_step", default="Étape"), _step(seen)),
        Fact(_("advice_given_on", default="Rendu le"), _day(course.given_on)),
        Fact(_("advice_signed_on", default="Signé le"), _day(course.signed_on)),
        Fact(_("advice_reference", default="Référence"), seen.reference),
        Fact(_("advice_commitment", default="N° d'engagement"), seen.commitment_number),
    ]
    return [pair for pair in pairs if pair.value]


def flags(seen: AdviceView) -> list[Tag]:
    """Return what one must know of an advice beside its answer."""
    found = []
    if seen.mandatory:
        found.append(Tag(_("advice_mandatory", default="Obligatoire"), "info"))
    if seen.confidential:
        found.append(Tag(_("advice_confidential", default="Confidentiel"), "late"))
    if seen.course.writing and not seen.course.given:
        found.append(Tag(_("advice_draft", default="En rédaction"), "wait"))
    if seen.course.changed:
        found.append(
            Tag(_("advice_changed", default="Le point a changé depuis"), "wait")
        )
    if seen.course.inherited_from:
        found.append(
            Tag(_("advice_inherited", default="Vient d'une autre assemblée"), "info")
        )
    return found


def events(seen: AdviceView) -> list[Event]:
    """Return what happened to the advice, the newest first."""
    today = date.today()
    return [
        Event(named(DEED_LABELS, one.what), _detail(one, today))
        for one in reversed(seen.course.happenings)
    ]


def _detail(one: object, today: date) -> str:
    when = f"{short_date(one.at.date(), today)}, {hour(one.at)}"
    mapping = {"actor": one.by, "when": when, "words": one.comment}
    if one.what == Deed.ASKED_BY_RULE or one.by == NOBODY:
        return _by_the_site(one, mapping)
    if not one.comment:
        return _("history_step", default="${actor}, ${when}", mapping=mapping)
    return _(
        "history_step_said", default="${actor}, ${when} : « ${words} »", mapping=mapping
    )


def _by_the_site(one: object, mapping: dict[str, str]) -> str:
    """Say that no person did it: a rule, or the data of the commune."""
    if not one.comment:
        return _("history_step_site", default="Par le site, ${when}", mapping=mapping)
    return _(
        "history_step_site_said",
        default="Par le site, ${when} : « ${words} »",
        mapping=mapping,
    )


def _step(seen: AdviceView) -> str:
    step = seen.course.step
    return "" if seen.course.given or not step else named(STEP_LABELS, step)


def _day(day: date | None) -> str:
    return "" if day is None else short_date(day, date.today())
