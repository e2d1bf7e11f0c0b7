"""An address the publisher can not read is refused, and is no fault of ours."""

from communes.core.hardening.form import refuse_unreadable_address
from io import BytesIO
import pytest
from zExceptions import BadRequest
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.pubevents import PubStart


def started(query):
    environ = {
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "REQUEST_METHOD": "GET",
        "QUERY_STRING": query,
    }
    return PubStart(HTTPRequest(BytesIO(), environ, None))


@pytest.mark.parametrize(
    "query", ["q=a&q.b:record=c", "q:json={", "q%3Aint=x", "q:date=nonsense"]
)
def test_parameters_that_make_no_value_are_a_bad_request(query):
    with pytest.raises(BadRequest):
        refuse_unreadable_address(started(query))


@pytest.mark.parametrize("query", ["", "q=a&q=b", "q:int=3", "q=10:30", "q:list=a"])
def test_parameters_that_can_be_read_pass_and_are_left_as_they_were(query):
    event = started(query)
    refuse_unreadable_address(event)
    assert dict(event.request.form) == {}
    event.request.processInputs()
    assert len(event.request.form) == (1 if query else 0)
