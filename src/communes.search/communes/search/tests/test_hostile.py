"""Whatever a request holds: a named refusal or a harmless answer, from one core."""

from communes.search.clients.solr import SolrClient
from communes.search.testing import work_through
from communes.search.tests.web import Web
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
import json
from plone import api
import pytest
from urllib.parse import quote
from urllib.parse import urlencode


AUDIENCE = "communes.core.shell.interfaces.IShellSettings.audience"
SECRET = "Quiproquette"
LONG = "x" * 10_000
PLACES = (
    ("@search", "SearchableText"),
    ("@communes-search", "q"),
    ("@communes-suggest", "q"),
    ("@@search", "SearchableText"),
)
TEXTS = (
    '"', "'", "((((", "*voirie", "?oirie", "voirie~9", "voirie^1e9", "-voirie",
    "{!func}sum(1,1)", "{!join from=a to=b}x", "{!xmlparser v='<x/>'}", "_query_:x",
    "*:*", "[* TO *]", "title_fr:voirie", "/.*.*.*/", "\\", "%", "a\x00b", "\x1f",
    "voirie\r\ncore=other", "&fq=*:*&core=other", "<script>alert(1)</script>",
    "é" * 400, LONG, "AND", "NOT", "OR OR", "a " * 60, "𝕍𝕠𝕚𝕣𝕚𝕖", "${jndi:ldap://x}",
)  # fmt: skip
PARAMETERS = (
    ("core", "other"), ("core", "../other"), ("collection", "other"),
    ("request_handler", "../plone/select"), ("request_handler", "../admin/cores?x="),
    ("qt", "/update"), ("stream.body", "<delete><query>*:*</query></delete>"),
    ("fq", "*:*"), ("fl", "*"), ("rows", "1000000000"), ("start", "-1"),
    ("b_size", "1000000000"), ("b_size", "-1"), ("b_start", "1e9"), ("size", "1e9"),
    ("page", "99999999999999999999"), ("page", "0"), ("sort", "score desc"),
    ("sort_on", "x;y"), ("facet", "allowedRolesAndUsers"), ("facet", "*"),
    ("facet.field", "allowedRolesAndUsers"), ("json.facet", "{}"), ("hl", "true"),
    ("debug", "all"), ("shards", "http://example.com/solr"), ("wt", "xslt"),
    ("defType", "lucene"), ("bq", "x"), ("use_solr", "1"), ("timeAllowed", "0"),
    ("cursorMark", "*"), ("cursor", "AAAA"), ("path", "../../other"),
    ("path.depth", "1e9"), ("metadata_fields", "getObject"), ("fullobjects", "1"),
    ("q:int", "1"), ("q.a:record", "x"), ("q:list", "x"), ("q:json", "{"),
    ("SearchableText:int", "x"), ("SearchableText.a:record", "x"),
    ("SearchableText:tokens", "a b"), ("f.type", "x\x00"), ("f.type:int", "3"),
    ("f.fl", "*"), ("f.when", "9" * 30), ("portal_type:record", "x"),
    ("portal_type.query:record", "x"), ("modified.range", "min"), ("UID", LONG),
    ("allowedRolesAndUsers", "Manager"), ("show_inactive", "1"), ("-C", ""),
    ("summary_serializer_metadata", "x"), ("expand", "*"), ("type", "a\x1fb"),
)  # fmt: skip


class Watched(Web):
    """Also says which core and handler of Solr were asked."""

    def __init__(self, functional, site, asked):
        super().__init__(functional, site)
        self.asked = asked

    def open(self, query):
        """Return status and body of any address below the site."""
        self.browser.open(f"{self.address}/{query}")
        status = int(self.browser.headers["status"].split()[0])
        body = self.browser.contents
        return status, body if isinstance(body, str) else body.decode()


@pytest.fixture
def web(functional, site, monkeypatch):
    api.portal.set_registry_record(AUDIENCE, "public")
    site.portal_workflow.setChainForPortalTypes(
        ["Document"], "simple_publication_workflow"
    )
    page = api.content.create(site, "Document", "page", title="Voirie du Centre")
    api.content.transition(page, "publish")
    api.content.create(
        site, "Document", "secret", title=SECRET, subject=(f"{SECRET}e",)
    )
    work_through(site)
    asked = set()
    talk = SolrClient._post

    def watched(client, handler, *rest):
        asked.add((client.core, handler))
        return talk(client, handler, *rest)

    monkeypatch.setattr(SolrClient, "_post", watched)
    return Watched(functional, site, asked)


def check(web, query):
    status, body = web.open(query)
    assert status in (200, 400, 404, 409), (query[:200], status, body[:300])
    assert SECRET not in body.replace(f'value="{SECRET}"', ""), query[:200]
    assert "Traceback" not in body, query[:200]
    assert web.asked <= {("plone", "select")}, query[:200]
    return status, body


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[0])
def test_any_text_is_words_and_nothing_else(web, place):
    service, name = place
    for text in TEXTS:
        status, body = check(web, f"{service}?{urlencode({name: text})}")
        if status == 400:
            assert "trop long" in body or "valable" in body or "possible" in body


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[0])
def test_any_parameter_is_refused_or_means_nothing(web, place):
    service, name = place
    for parameter, value in PARAMETERS:
        check(web, f"{service}?{name}=voirie&{quote(parameter)}={quote(value)}")


def test_a_refusal_names_what_is_wrong_in_french(web):
    for service, name in PLACES[:3]:
        status, body = check(web, f"{service}?{name}=voirie&core=other")
        assert status == 400
        refusal = json.loads(body)["error"]
        assert refusal["code"] == "search_unknown_parameter"
        assert "« core »" in refusal["message"]


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    place=st.sampled_from(PLACES),
    pairs=st.lists(
        st.tuples(
            st.sampled_from(
                ["q", "SearchableText", "type", "f.type", "f.state", "f.when", "page",
                 "size", "b_size", "sort", "facet", "path", "cursor", "portal_type",
                 "modified.query", "sort_on"]
            )
            | st.text(max_size=6),
            st.text(max_size=30) | st.integers().map(str),
        ),
        max_size=4,
    ),
)  # fmt: skip
def test_random_requests_never_break_it(web, place, pairs):
    check(web, f"{place[0]}?{urlencode(pairs, errors='replace')}")


def test_a_private_word_is_in_no_answer_of_any_kind(web):
    for service, name in PLACES:
        for text in (SECRET[:4], SECRET[:-1], "Quiproqeutte"):
            more = "&facet=subject&snippets=1" if service == "@communes-search" else ""
            check(web, f"{service}?{urlencode({name: text})}{more}")
