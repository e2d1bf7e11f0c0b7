"""An address whose parameters contradict each other is a bad request, not a fault."""

from io import BytesIO
from typing import Any
from zExceptions import BadRequest
from zope.component import adapter
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.interfaces import IPubStart


#: What asks the publisher to make other values of texts: "name:int", "name:record".
_CONVERTERS = (":", "%3a", "%3A")


@adapter(IPubStart)
def refuse_unreadable_address(event: Any) -> None:
    """Refuse what the publisher itself would fall over, before it does.

    "q=a&q.b:record=c" makes a text and a record of one name; the publisher raises
    whatever comes up, and answers 500. Only addresses that ask for such values are
    read twice.
    """
    request = event.request
    query = request.environ.get("QUERY_STRING", "")
    if not any(sign in query for sign in _CONVERTERS):
        return
    environ = {**request.environ, "REQUEST_METHOD": "GET"}
    trial = HTTPRequest(BytesIO(), environ, None)
    try:
        trial.processInputs()
    # The publisher names none of the errors of its converters.
    except Exception as error:
        raise BadRequest("Les paramètres de cette adresse sont illisibles.") from error
    finally:
        trial.close()
