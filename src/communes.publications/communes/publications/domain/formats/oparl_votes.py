"""Who voted what: ``wallonie:vote``, extension of OParl, which has no word for it."""

from communes.publications.domain.formats.links import Links
from communes.publications.domain.projection import Meeting
from communes.publications.domain.projection import Vote


Node = dict[str, object]


def oparl_vote(vote: Vote, meeting: Meeting, links: Links) -> Node:
    """Return one vote: its counts and, unless it was secret, each voter's choice."""
    counts: Node = {
        "secret": vote.secret,
        "label": vote.label,
        "yes": vote.yes,
        "no": vote.no,
        "abstain": vote.abstain,
    }
    if vote.secret:
        return counts
    choices = (
        ("yes", vote.voted_yes),
        ("no", vote.voted_no),
        ("abstain", vote.abstained),
    )
    counts["voters"] = [
        {"person": links.person(meeting, name), "name": name, "option": option}
        for option, names in choices
        for name in names
    ]
    return counts
