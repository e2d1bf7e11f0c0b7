"""The year played by its people, each with no more rights than theirs."""

from collections import Counter
from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterator
from communes.core.organisation.api import apply_organisation
from communes.core.organisation.domain import Service
from communes.deliberations import api as door
from communes.deliberations.api import advising as advices
from communes.deliberations.api import minutes as pv
from communes.deliberations.api import signing
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.tests import advising
from communes.deliberations.tests import builders
from communes.deliberations.tests.year_plan import ADVISERS
from communes.deliberations.tests.year_plan import PlannedItem
from communes.deliberations.tests.year_plan import PlannedMeeting
from communes.deliberations.workflow.founding import found_assembly
from communes.deliberations.workflow.travelling import successors_of
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from plone import api
import time


#: service -> who writes its items, and who agrees with them
WRITERS = {
    "travaux": ("createur", "chef-de-service"),
    "finances": ("createur-finances", "chef-finances"),
}
SECRETARY = "directeur-general"
TITLES = {
    "juridique": "Service juridique",
    "urbanisme": "Urbanisme",
    "environnement": "Environnement",
}
SCAN = b"%PDF-1.4 scan"


@dataclass
class Told:
    """What the played year did: counts, seconds by act, and where each item ended."""

    counts: Counter = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    items: dict[str, str] = field(default_factory=dict)
    meetings: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    carried: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def timing(self, act: str) -> Iterator[None]:
        """Count an act and the time it takes."""
        began = time.perf_counter()
        yield
        self.seconds[act] += time.perf_counter() - began
        self.counts[act] += 1

    def lines(self) -> list[str]:
        """Return the counts with their times, as a person reads them."""
        return [
            f"{act:<12} {self.counts[act]:>6}  {took:>8.1f} s  "
            f"{took / self.counts[act] * 1000:>8.1f} ms"
            for act, took in self.seconds.items()
        ]


def prepare() -> None:
    """Give the town of the builders three services that advise."""
    town = builders.organisation()
    added = tuple(Service(id, title) for id, title in TITLES.items())
    apply_organisation(
        api.portal.get(), replace(town, services=(*town.services, *added))
    )
    for base in (COLLEGE, CONSEIL):
        asked = AdviceSettings(advisers=ADVISERS)
        found_assembly(api.portal.get(), replace(base, advices=asked))
    for service in ADVISERS:
        advising.join(f"avis-{service}", service, "advisers")


def play(
    meetings: tuple[PlannedMeeting, ...], kept: Callable[[], None] = lambda: None
) -> Told:
    """Play the meetings in their order.

    :param kept: called when a meeting is over, to commit what was done.
    """
    told = Told()
    for planned in meetings:
        _play_meeting(planned, told)
        kept()
    return told


def _play_meeting(planned: PlannedMeeting, told: Told) -> None:
    organ = builders.assembly(planned.organ)
    items = [(one, _written(organ, one, told)) for one in planned.items]
    waiting = told.carried.pop(planned.organ, "")
    with builders.as_user(SECRETARY):
        meeting = door.create_meeting(organ, {"date": planned.date})
        approval = _approval_of_last(planned.organ, meeting, told)
        returned = [api.content.get(UID=waiting)] if waiting else []
        for item in [*(one for _plan, one in items), *returned]:
            with told.timing("present"):
                door.present(item, meeting)
        with told.timing("freeze"):
            door.do_transition(meeting, "freeze")
        door.do_transition(meeting, "decide")
        seats = dict.fromkeys((*builders.SEATS, "dg"), "present")
        seats |= dict.fromkeys(planned.excused, "excused")
        door.set_presences(meeting, seats)
        for plan, item in items:
            _decide(planned, item, plan.decision, plan.against, told)
        for item in (*returned, *approval):
            _decide(planned, item, "accept", (), told)
        with told.timing("close"):
            door.do_transition(meeting, "close")
        pv.take_minutes_step(meeting["pv"], "submit")
    told.meetings[planned.organ].append(meeting.UID())


def _written(organ: object, plan: PlannedItem, told: Told) -> object:
    """Return the item written, advised on and agreed with by its service."""
    writer, head = WRITERS[plan.service]
    with builders.as_user(writer):
        with told.timing("create"):
            item = door.create_item(organ, plan.values)
        asked = [advices.ask(item, adviser) for adviser in plan.advisers]
        with told.timing("propose"):
            door.do_transition(item, "propose")
    for adviser, advice in zip(plan.advisers, asked, strict=True):
        with builders.as_user(f"avis-{adviser}"), told.timing("advise"):
            kind = "positive_with_remarks" if plan.against else "positive"
            text = "<p>Le dossier est complet et régulier.</p>"
            advices.write_advice(advice, {"kind": kind, "motivation": text})
            advices.act_on_advice(advice, "give")
    with builders.as_user(head), told.timing("validate"):
        door.do_transition(item, "validate")
    told.items[plan.key] = item.UID()
    return item


def _decide(
    planned: PlannedMeeting, item: object, how: str, against: tuple, told: Told
) -> None:
    if planned.organ == "conseil" and how != "delay":
        votes = {"yes": "no", "no": "yes"}
        most = "no" if how == "refuse" else "yes"
        with told.timing("vote"):
            door.encode_public_vote(
                item, dict.fromkeys(against, votes[most]), others=most
            )
    with told.timing("decide"):
        door.do_transition(item, how)
    if how == "delay":
        (later,) = successors_of(item)
        told.carried[planned.organ] = later.UID()


def _approval_of_last(organ: str, meeting: object, told: Told) -> tuple:
    """Put the minutes of the meeting before on this agenda."""
    if not told.meetings[organ]:
        return ()
    last = api.content.get(UID=told.meetings[organ][-1])
    with told.timing("minutes"):
        return (pv.plan_approval(last["pv"], meeting),)


def sign_minutes(told: Told, kept: Callable[[], None] = lambda: None) -> None:
    """Have all approved minutes signed: all but the last ones of each organ."""
    with builders.as_user(SECRETARY):
        for uids in told.meetings.values():
            for uid in uids[:-1]:
                found = api.content.get(UID=uid)["pv"]
                with told.timing("sign"):
                    request = signing.ask_signatures(found)
                    secretary, president = (one.signatory.id for one in request.places)
                    signing.confirm_signature(found, request.id, secretary)
                    signing.confirm_signature(found, request.id, president, SCAN)
                kept()
