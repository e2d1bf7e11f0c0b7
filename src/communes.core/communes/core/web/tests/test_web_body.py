"""The body of a request is one JSON object, announced as such, or it is refused."""

from communes.core.web import body
import pytest


class Request:
    """What a service is given."""

    def __init__(self, text: str, kind: str = "application/json", **form: object):
        self.text, self.kind, self.form = text, kind, form

    def getHeader(self, name, default=""):  # noqa: N802 -- the publisher's own name
        return self.kind

    def get(self, name):
        return self.text.encode()


def test_an_object_is_read_and_its_keys_are_known():
    given = body.json_body(Request('{"title": "École"}'), ("title",))
    assert body.value(given, "title", str) == "École"
    assert body.revision(given) is None


@pytest.mark.parametrize(
    ("request_", "refusal"),
    [
        (Request("{}", "text/plain"), body.NotJson),
        (Request("[1]"), body.NotJson),
        (Request("{"), body.NotJson),
        (Request('{"a": "\\ud800"}'), body.NotJson),
        (Request('{"other": 1}'), body.UnknownKey),
    ],
)
def test_what_can_not_be_read_is_refused(request_, refusal):
    with pytest.raises(refusal):
        body.json_body(request_, ("title",))


def test_a_value_has_its_type_and_true_is_no_number():
    with pytest.raises(body.WrongValue):
        body.value({"revision": True}, "revision", int)
    with pytest.raises(body.WrongValue):
        body.parameter(Request("", year="²"), "year", 1831, 9998, 2026)
    assert body.parameter(Request("", year="2027"), "year", 1831, 9998, 2026) == 2027
