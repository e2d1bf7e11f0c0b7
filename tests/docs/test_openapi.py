"""What integrators are told of the services is what the services are."""

from base64 import b64encode
from communes.core.openapi.api import describe
from communes.core.openapi.registered import services
from communes.core.testing.layers import layer_fixtures
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from exchanges import EXAMPLES
from exchanges import operation
from exchanges import read
from exchanges import schema_of
from exchanges import SERVER
from exchanges import strict
from exchanges import WRITTEN
import json
from jsonschema import Draft202012Validator
import os
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import pytest
import re
from testing import SUITE
from zope.schema import getFieldNames


globals().update(layer_fixtures(((SUITE, "suite"),)))


@pytest.fixture
def document(suite):
    """Return the document of all the services of the suite."""
    return json.loads(json.dumps(describe(SERVER)))


def refs(told):
    """Return every reference of a part of the document."""
    if isinstance(told, dict):
        own = [told["$ref"]] if isinstance(told.get("$ref"), str) else []
        return own + [one for value in told.values() for one in refs(value)]
    return (
        [one for each in told for one in refs(each)] if isinstance(told, list) else []
    )


def operations(document):
    return [
        (path, method, told)
        for path, methods in document["paths"].items()
        for method, told in methods.items()
        if method != "parameters"
    ]


def test_the_document_of_the_repository_is_that_of_the_code(document):
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("COMMUNES_WRITE_EXAMPLES"):
        WRITTEN.write_text(text, "utf-8")
    assert WRITTEN.read_text("utf-8") == text, "run tools/openapi.py"


def test_every_service_of_the_suite_is_described_and_nothing_else(suite):
    registered = {(one.method, one.name, one.place) for one in services()}
    modules = {one.package: one.description for one in services()}
    told = {
        (one.method, one.service, place)
        for module in modules.values()
        for one in module.OPERATIONS
        for place in one.places
    }
    assert len(registered) > 20
    assert told == registered


def test_every_reference_leads_to_something(document):
    for one in refs(document):
        found = document
        for step in one.removeprefix("#/").split("/"):
            found = found[step]
        assert found


def test_every_schema_is_one(document):
    for name, schema in document["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert f"#/components/schemas/{name}" in refs(document), name
    for _path, _method, told in operations(document):
        for one in told.get("parameters", ()):
            Draft202012Validator.check_schema(one["schema"])


def test_every_operation_has_a_name_of_its_own(document):
    names = [told["operationId"] for _path, _method, told in operations(document)]
    assert len(set(names)) == len(names)


def test_no_two_paths_are_the_same_to_a_server(document):
    bare = [re.sub(r"\{[^}]*\}", "{}", path) for path in document["paths"]]
    assert len(set(bare)) == len(bare)


def test_every_place_of_a_path_is_a_parameter(document):
    for path, methods in document["paths"].items():
        told = [one["name"] for one in methods.get("parameters", ())]
        assert told == re.findall(r"\{([^}]*)\}", path)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_documented_example_does_what_the_document_says(document, example):
    exchange = read(example)
    told = operation(document, exchange)
    assert told, f"{exchange.method} {exchange.path}"
    known = {one["name"] for one in told.get("parameters", ())}
    assert set(exchange.query) <= known
    given = told["responses"].get(str(exchange.status))
    assert given, exchange.status
    exact = strict(document)
    if exchange.answer is not None:
        schema = strict(schema_of(exact, given))
        Draft202012Validator(schema).validate(exchange.answer)
    if exchange.body is not None and exchange.status != 400:
        schema = schema_of(document, told["requestBody"])
        Draft202012Validator(schema).validate(exchange.body)


def test_the_examples_are_really_read():
    assert len(EXAMPLES) > 10
    assert {read(one).method for one in EXAMPLES} >= {"GET", "POST", "PATCH"}


def test_an_answer_that_is_not_told_is_found(document):
    told = operation(document, read(next(p for p in EXAMPLES if "items-get" in p.stem)))
    schema = strict(schema_of(strict(document), told["responses"]["200"]))
    assert not Draft202012Validator(schema).is_valid({"items": []})


@pytest.mark.parametrize(
    ("name", "interface"), [("Item", IMeetingItem), ("Meeting", IMeeting)]
)
def test_every_field_of_a_type_is_told(document, name, interface):
    schemas = document["components"]["schemas"]
    fields = set(getFieldNames(interface))
    assert fields <= set(schemas[name]["properties"])
    for kind in (f"New{name}", f"{name}Change"):
        assert set(schemas[kind]["properties"]) - {"revision"} == fields


class Web:
    """Asks the site for its document."""

    def __init__(self, suite):
        self.url = suite["portal"].absolute_url()
        self.app = Browser(suite["app"]).testapp

    def ask(self, *account):
        headers = {"Accept": "application/json"}
        if account:
            token = b64encode(":".join(account).encode()).decode()
            headers["Authorization"] = f"Basic {token}"
        return self.app.get(f"{self.url}/@openapi", headers=headers, expect_errors=True)


def test_who_is_logged_in_gets_the_services_of_this_site_only(suite):
    answer = Web(suite).ask(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    assert answer.status_int == 200
    (server,) = answer.json["servers"]
    assert server["url"].endswith("/plone")
    assert "/@deliberations-imports" in answer.json["paths"]
    assert "/@communes-search" not in answer.json["paths"]
    assert "SearchResults" not in answer.json["components"]["schemas"]


def test_who_is_not_known_is_told_nothing(suite):
    answer = Web(suite).ask()
    assert answer.status_int == 401
    assert "paths" not in answer.text
