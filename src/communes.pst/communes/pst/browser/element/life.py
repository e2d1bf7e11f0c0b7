"""The line of steps at the head of an element: what is behind, what is ahead."""

from communes.core.parts.domain.values import Step
from communes.pst.browser import words
from communes.pst.domain.choices import Kind


_STOPPED = "stopped"


def steps_of(kind: Kind, state: str) -> list[Step]:
    """Return the life of an element of a kind; nothing for what has none."""
    labels = words.STATES_OF.get(kind)
    if labels is None or not state:
        return []
    line = [one.value for one in labels if one != _STOPPED]
    if state == _STOPPED:
        done = [Step(words.state_word(kind, one), "todo") for one in line]
        return [*done, Step(words.state_word(kind, state), "aside")]
    here = line.index(state)
    return [
        Step(
            words.state_word(kind, one),
            "done" if place < here else "now" if place == here else "todo",
        )
        for place, one in enumerate(line)
    ]
