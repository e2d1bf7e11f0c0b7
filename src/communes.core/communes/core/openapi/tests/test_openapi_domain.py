from communes.core.openapi.domain import closed
from communes.core.openapi.domain import created_once
from communes.core.openapi.domain import document
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from dataclasses import replace
import pytest


READ = Operation(
    "GET",
    "/registers/{register}/@entries",
    ("IRegister",),
    "The entries",
    {200: Given("All.", ref("Entry"))},
    query=(Query("f.kind", "Keep these.", many=True),),
)
WRITE = replace(READ, method="POST", query=(), body=ref("Entry"), refusals=(400, 409))
SCHEMAS = {"Entry": closed(obj({"title": TEXT}))}


def made(*operations):
    return document(operations, SCHEMAS, "1.0", "https://valmont.example/agents")


def test_the_services_of_one_path_stand_together():
    (path,) = made(READ, WRITE)["paths"].values()
    assert set(path) == {"get", "post", "parameters"}
    assert [one["name"] for one in path["parameters"]] == ["register"]


def test_the_document_does_not_depend_on_the_order_of_the_services():
    assert made(READ, WRITE) == made(WRITE, READ)


def test_a_service_told_twice_is_refused():
    with pytest.raises(ValueError, match="GET /registers"):
        made(READ, READ)


def test_a_refusal_is_told_by_its_family_and_401_always_may_be():
    told = made(WRITE)["paths"][READ.path]["post"]["responses"]
    assert set(told) == {"200", "400", "401", "409"}
    assert told["409"] == {"$ref": "#/components/responses/Refused409"}


def test_a_parameter_that_may_come_often_is_a_list():
    (told,) = made(READ)["paths"][READ.path]["get"]["parameters"]
    assert told["schema"] == {"type": "array", "items": TEXT}


def test_a_body_brings_no_other_key_than_those_told():
    schema = made(WRITE)["components"]["schemas"]["Entry"]
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["title"]


def test_a_service_is_named_by_its_path():
    assert READ.service == "@entries"
    told = made(READ, replace(READ, path="/@entries"))["paths"]
    names = {one["get"]["operationId"] for one in told.values()}
    assert names == {"getEntriesRegister", "getEntries"}


def test_a_thing_made_once_says_where_it_is_and_is_given_again():
    once = replace(WRITE, answers=created_once("Entry"))
    (path,) = made(once)["paths"].values()
    answers = path["post"]["responses"]
    assert list(answers["201"]["headers"]) == ["Location"]
    told = [answers[one]["content"] for one in ("200", "201")]
    assert told[0] == told[1] == {"application/json": {"schema": ref("Entry")}}
