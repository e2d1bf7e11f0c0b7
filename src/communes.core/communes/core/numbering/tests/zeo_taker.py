"""A process that draws numbers over ZEO and obeys one word per line on its input.

``draw`` takes a number and says it; ``commit`` says ``done`` or ``conflict``;
``rush <n>`` draws n numbers, each in a transaction that is retried, and says them.
"""

from communes.core.numbering import api
from communes.core.numbering.storage import Counter
from communes.core.transactions import run_with_retries
import persistent
import sys
import transaction
from transaction.interfaces import TransientError
import ZEO
from zope.annotation.attribute import AttributeAnnotations
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.component import provideAdapter
from zope.interface import classImplements


class Place(persistent.Persistent):
    """What the counters of the test are kept on."""


class HidingCounter(Counter):
    """A counter with the safeguard off: it resolves the conflict of two takers."""

    def _p_resolveConflict(self, old, saved, new):  # noqa: N802 - the name is ZODB's
        return new


classImplements(Place, IAttributeAnnotatable)


def main(port: int) -> None:
    provideAdapter(AttributeAnnotations)
    database = ZEO.DB(("127.0.0.1", port))
    connection = database.open()
    place = connection.root()["place"]
    for line in sys.stdin:
        word, *rest = line.split()
        if word == "draw":
            transaction.begin()
            answer = str(api.take(place, "items"))
        elif word == "commit":
            answer = _commit()
        else:
            drawn = [
                run_with_retries(lambda: api.take(place, "items"), attempts=1000)
                for _ in range(int(rest[0]))
            ]
            answer = " ".join(map(str, drawn))
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
    connection.close()
    database.close()


def _commit() -> str:
    try:
        transaction.commit()
    except TransientError:
        transaction.abort()
        return "conflict"
    return "done"


if __name__ == "__main__":
    from communes.core.numbering.tests import zeo_taker

    zeo_taker.main(int(sys.argv[1]))
