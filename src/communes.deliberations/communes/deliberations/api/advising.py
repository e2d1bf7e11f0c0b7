"""Ask an advice, write it, give it, change its delay: what people do with advices."""

from collections.abc import Mapping
from communes.core.access.errors import MayNot
from communes.core.access.fields import set_fields
from communes.core.access.permission import current_user
from communes.core.access.permission import require
from communes.core.deadlines.api import working_calendar
from communes.core.errors.domain import Reason
from communes.deliberations.api.advice import askable
from communes.deliberations.api.advice import asker_of
from communes.deliberations.api.advice import facts_of
from communes.deliberations.api.advice import may_ask
from communes.deliberations.api.advice_document import generate_advice
from communes.deliberations.content.advice import IAdvice
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.advices import course as courses
from communes.deliberations.domain.advices.acts import ACT_LABELS
from communes.deliberations.domain.advices.acts import act_obstacles
from communes.deliberations.domain.advices.acts import acts
from communes.deliberations.domain.advices.acts import AdviceAct
from communes.deliberations.domain.advices.acts import COMMENTED
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.course import Deed
from communes.deliberations.domain.advices.errors import AdviceRefused
from communes.deliberations.domain.advices.errors import UnknownAdviceAct
from communes.deliberations.domain.advices.errors import UnknownAdviceKind
from communes.deliberations.domain.advices.errors import UnknownAdviceRow
from communes.deliberations.domain.advices.errors import UnknownAdviser
from communes.deliberations.domain.advices.kinds import AdviceKind
from communes.deliberations.domain.advices.rules import variants
from communes.deliberations.domain.advices.steps import AdviceStep
from communes.deliberations.domain.advices.steps import after
from communes.deliberations.domain.advices.steps import before
from communes.deliberations.domain.advices.steps import path_of
from communes.deliberations.domain.document_html import paragraph
from communes.deliberations.domain.errors import because
from communes.deliberations.permissions import GIVE_ADVICE
from communes.deliberations.storage import part
from communes.deliberations.storage.advice import add_advice
from communes.deliberations.storage.advice import advice_settings
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.advice import item_of
from communes.deliberations.storage.advice import journal
from communes.deliberations.storage.advice import line
from communes.deliberations.storage.advice import said_by
from communes.deliberations.storage.advice import write_course
from communes.deliberations.storage.clock import now
from communes.deliberations.workflow.advices.following import follow_advice
from communes.deliberations.workflow.advices.following import reopen
from communes.deliberations.workflow.advices.following import settle_item
from communes.deliberations.workflow.advices.signing import ask_signature
from communes.deliberations.workflow.advices.signing import give_up_signature
from dataclasses import replace
from plone.app.textfield import RichTextValue


def ask(item: IMeetingItem, adviser: str, comment: str = "") -> IAdvice:
    """Ask an advice on the item and return it.

    :param adviser: id of a row of the settings, or of a service that advises.
    :raises MayNot: the user does not ask advices on the item as it stands.
    :raises UnknownAdviser: nobody of that id may still be asked.
    """
    require("View", item)
    if not may_ask(item):
        raise MayNot(what=item.title)
    possible = dict(askable(item))
    if adviser not in possible:
        expected = ", ".join(f"« {one} »" for one in possible)
        raise UnknownAdviser(field="adviser", name=adviser, expected=expected)
    rule = advice_settings(item).rule(adviser)
    course = Course(
        service=adviser if rule is None else rule.service,
        rule="" if rule is None else rule.id,
        asked_on=now().date(),
        asked_by=current_user(),
    )
    advice = add_advice(item, course, Deed.ASKED, comment)
    follow_advice(advice)
    settle_item(item)
    journal(advice, "asked", service=course.service, rule=course.rule)
    return advice


def write_advice(
    advice: IAdvice, values: Mapping[str, object], revision: int | None = None
) -> int:
    """Write a draft of the advice and return its new revision.

    :param values: field name of ``IAdvice`` -> value; formatted text as HTML.
    :raises MayNot: it is not the user's turn.
    :raises AdviceRefused: given already, too late, or the item is elsewhere.
    :raises InvalidInput: a field is unknown or wrong; nothing was changed.
    :raises StaleRevision: somebody else changed it meanwhile; says what.
    """
    require("View", advice)
    require(GIVE_ADVICE, advice)
    course, _now = course_of(advice)
    part.check(advice, "course", revision, advice.title)
    found = act_obstacles(AdviceAct.FORWARD, facts_of(advice, course))
    if found:
        raise AdviceRefused(*found)
    _refuse_unused_kind(advice, values)
    set_fields(advice, IAdvice, values)
    new = write_course(advice, replace(course, writing=True), "avis écrit")
    settle_item(item_of(advice))
    return new


def act_on_advice(
    advice: IAdvice,
    act: str,
    comment: str = "",
    row: str = "",
    signature: str = "",
    revision: int | None = None,
) -> None:
    """Do one thing with the advice, or refuse and change nothing.

    :param act: an id of ``AdviceAct``.
    :param comment: why; required for what is sent back, taken back or rescheduled.
    :param row: the other row of the settings, to change the delay.
    :param signature: what proves the signature, when another system made it.
    :raises UnknownAdviceAct: there is no such act.
    :raises MayNot: it is not the user's to do.
    :raises AdviceRefused: rules stand against it; ``error.reasons`` says which.
    :raises UnknownAdviceRow: the row is no variant of this advice's.
    :raises StaleRevision: somebody else changed it meanwhile; says what.
    """
    require("View", advice)
    wanted = _known_act(act)
    course, _now = course_of(advice)
    part.check(advice, "course", revision, advice.title)
    facts = facts_of(advice, course)
    if wanted not in acts(facts, asker_of(advice)):
        raise MayNot(what=advice.title)
    found = act_obstacles(wanted, facts)
    if wanted in COMMENTED and not comment.strip():
        found = (*found, _why_missing())
    if found:
        raise AdviceRefused(*found)
    item = item_of(advice)
    journal(advice, wanted.value, service=course.service, comment=comment)
    if wanted is AdviceAct.WITHDRAW:
        item._delObject(advice.getId())
    else:
        after_it = _done(advice, course, wanted, comment.strip(), row, signature)
        write_course(advice, after_it, ACT_LABELS[wanted].lower())
        follow_advice(advice)
    settle_item(item)


def _done(
    advice: IAdvice,
    course: Course,
    act: AdviceAct,
    comment: str,
    row: str,
    signature: str,
) -> Course:
    """Return the course once the act is done; the texts of the advice follow."""
    if act is AdviceAct.SWITCH:
        return _switched(advice, course, row, comment)
    if act in (AdviceAct.ASK_AGAIN, AdviceAct.TAKE_BACK):
        return _taken_up_again(advice, course, act, comment)
    if act is AdviceAct.INCOMPLETE:
        advice.kind = AdviceKind.BACK_TO_SERVICE.value
        advice.motivation = _plain_as_html(comment)
        return line(_given(advice, course), Deed.INCOMPLETE, comment)
    if act is AdviceAct.GIVE:
        return line(_given(advice, course), Deed.GIVEN, comment)
    if act is AdviceAct.SIGN:
        way = advice_settings(advice).sign_way
        if way and not signature:
            pdf = generate_advice(advice).data
            return ask_signature(advice, course, pdf, way, comment)
        signed = replace(
            course,
            step=AdviceStep.SIGNED.value,
            signed_on=now().date(),
            signed_by=current_user(),
            signature=signature,
        )
        return line(signed, Deed.SIGNED, comment)
    return _stepped(advice, course, act, comment)


def _stepped(advice: IAdvice, course: Course, act: AdviceAct, comment: str) -> Course:
    path = path_of(advice_settings(advice).rule(course.rule))
    here = course.step or path[0]
    if act is AdviceAct.BACK:
        give_up_signature(advice, course)
        earlier = before(path, here) or AdviceStep(here)
        unsigned = replace(
            course, step=earlier.value, signed_on=None, signed_by="", signature=""
        )
        return line(unsigned, Deed.BACK, comment)
    deed = Deed.COMPLETE if act is AdviceAct.COMPLETE else Deed.FORWARD
    return line(replace(course, step=after(path, here).value), deed, comment)


def _given(advice: IAdvice, course: Course) -> Course:
    item = item_of(advice)
    done = courses.given(
        course, advice.kind, now().date(), current_user(), said_by(item)
    )
    path = path_of(advice_settings(advice).rule(course.rule))
    return replace(done, step=AdviceStep.GIVEN.value if path else "")


def _taken_up_again(
    advice: IAdvice, course: Course, act: AdviceAct, comment: str
) -> Course:
    if act is AdviceAct.ASK_AGAIN:
        why = comment or "L'avis est redemandé."
        return reopen(advice, course, Deed.ASKED_AGAIN, why)
    kind, started, deadline = advice.kind, course.started_on, course.deadline
    again = reopen(advice, course, Deed.TAKEN_BACK, comment)
    advice.kind = kind
    # Its author mends it within the delay it had; nobody asked it again.
    return replace(
        again,
        started_on=started,
        deadline=deadline,
        asked_again=False,
        writing=True,
        step=_last_step(advice, again),
    )


def _last_step(advice: IAdvice, course: Course) -> str:
    path = path_of(advice_settings(advice).rule(course.rule))
    written = [step for step in path if step is not AdviceStep.SIGNED]
    return written[-1].value if written else ""


def _switched(advice: IAdvice, course: Course, row: str, comment: str) -> Course:
    settings = advice_settings(advice)
    now_followed = settings.rule(course.rule)
    rows = (
        {}
        if now_followed is None
        else {one.id: one for one in variants(settings, now_followed)}
    )
    if row not in rows or row == course.rule:
        expected = ", ".join(f"« {id} »" for id in rows if id != course.rule)
        raise UnknownAdviceRow(field="row", name=row, expected=expected)
    changed = courses.switched(course, rows[row], working_calendar())
    advice.title = rows[row].title
    return line(changed, Deed.SWITCHED, f"{rows[row].title} : {comment}")


def _known_act(act: str) -> AdviceAct:
    if act not in list(AdviceAct):
        expected = ", ".join(f"« {one.value} »" for one in AdviceAct)
        raise UnknownAdviceAct(field="act", name=act, expected=expected)
    return AdviceAct(act)


def _refuse_unused_kind(advice: IAdvice, values: Mapping[str, object]) -> None:
    kind = values.get("kind")
    used = advice_settings(advice).kinds
    if kind and kind not in used:
        expected = ", ".join(f"« {one} »" for one in used)
        raise UnknownAdviceKind(field="kind", name=kind, expected=expected)


def _why_missing() -> Reason:
    return because("advice_why_missing", "Dites pourquoi : la raison est conservée.")


def _plain_as_html(text: str) -> RichTextValue:
    return RichTextValue(paragraph(text), "text/html", "text/x-html-safe")
