"""What the stories ask of the town before they begin, through its REST services."""

from datetime import date
from datetime import timedelta
from integrator import Integrator


#: Who writes what the stories need: other services keep their dashboards as they were.
SECRETARIAT = "benoit.quoilin"
AGENDA = (
    "Procès-verbal de la séance précédente – Approbation",
    "Règlement complémentaire de circulation – Rue du Moulin",
    "Marché de fournitures – Camion-grue du service des travaux",
    "Intercommunale de la Lesse – Assemblée générale du 17 décembre",
)


def free_day(integrator: Integrator, assembly: str) -> date:
    """Return the last day before today on which the assembly did not meet."""
    path = f"deliberations/{assembly}/@deliberations-meetings?size=100"
    taken = {str(row["date"])[:10] for row in integrator.get(path).body["items"]}
    day = date.today() - timedelta(days=1)
    while day.isoformat() in taken:
        day -= timedelta(days=1)
    return day


def draft_item(creator: Integrator, title: str, **more: str) -> str:
    """Write an item of the secretariat as a program does; return its address."""
    fields = {"title": title, "proposing_service": "secretariat", **more}
    made = creator.post("deliberations/conseil/@deliberations-items", fields)
    assert made.status == 201, made.data
    return made.body["@id"]


def meeting_with_items(director: Integrator) -> dict[str, str]:
    """Hold a meeting of the council up to its first vote; return the addresses.

    The keys are "meeting", "item", a voted one of its agenda, and "coming": the
    next meeting of the demo, whose agenda may still be put in order.
    """
    coming = _coming_meeting(director)
    meeting = _held_meeting(director)
    lines = director.get(f"{meeting}/@deliberations-agenda").body["items"]
    item = lines[0]["@id"]
    vote = {"kind": "public", "others": "yes", "values": {"simon-archambeau": "no"}}
    answer = director.post(f"{item}/@deliberations-votes", vote)
    assert answer.status == 200, answer.data
    return {"meeting": meeting, "item": item, "coming": coming}


def _coming_meeting(director: Integrator) -> str:
    rows = director.get("deliberations/conseil/@deliberations-meetings?size=100").body
    return max(rows["items"], key=lambda row: str(row["date"]))["@id"]


def _held_meeting(director: Integrator) -> str:
    """Return a meeting with the agenda of a council, its attendance noted."""
    fields = {"date": f"{free_day(director, 'conseil').isoformat()}T20:00"}
    place = "deliberations/conseil"
    made = director.post(f"{place}/@deliberations-meetings", fields)
    assert made.status == 201, made.data
    meeting = made.body["@id"]
    for title in AGENDA:
        item = draft_item(
            director,
            title,
            category="secretariat",
            decision="<p><strong>Article unique.</strong> D'approuver.</p>",
        )
        for step in ("propose", "validate", "present"):
            take_step(director, item, step, made.body["UID"])
    take_step(director, meeting, "freeze")
    roll = director.get(f"{meeting}/@deliberations-attendance").body
    presences = {seat["id"]: "present" for seat in roll["seats"]}
    noted = {"presences": {**presences, "luc-tinant": "excused"}}
    answer = director.patch(f"{meeting}/@deliberations-attendance", noted)
    assert answer.status == 200, answer.data
    take_step(director, meeting, "decide")
    return meeting


def take_step(director: Integrator, place: str, step: str, meeting: str = "") -> None:
    """Take a step of an item or a meeting; ``meeting`` is where to present it."""
    body = {"transition": step}
    if step == "present":
        body["meeting"] = meeting
    answer = director.post(f"{place}/@deliberations-transitions", body)
    assert answer.status == 200, answer.data
