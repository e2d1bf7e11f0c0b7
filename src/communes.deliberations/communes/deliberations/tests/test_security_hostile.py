"""A hostile title, text, name or address does nothing to whoever meets it."""

from communes.core.annexes.api import add_annex
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from html.parser import HTMLParser
import io
from plone.namedfile.file import NamedBlobFile
import pytest
import re
from urllib.parse import quote
from urllib.parse import urlencode
import zipfile


TITLE = (
    '"><script>alert(1)</script><img src=x onerror=alert(2)> ${portal_url} '
    "=HYPERLINK(\"http://evil\") 'x' &lt; \u202egpj.exe"
)
TEXT = (
    "<p onclick='alert(3)'>Texte <a href='javascript:alert(4)'>lien</a>"
    "<a href='JaVa\tscript:alert(5)'>b</a><script>alert(6)</script>"
    "<svg onload=alert(7)><use href='data:x'/></svg><math><mtext>m</mtext></math>"
    "<iframe src='https://evil.example'></iframe><object data='x'></object>"
    "<img src='https://evil.example/pixel.png' onerror='alert(8)'>"
    "<img src='file:///etc/passwd'><style>@import 'https://evil.example'</style>"
    "<span style='background:url(https://evil.example/a)'>s</span>"
    "<form action='https://evil.example'><input name=p></form>"
    "<meta http-equiv=refresh content='0;url=https://evil.example'>"
    "<base href='https://evil.example/'></p>"
)


class Running(HTMLParser):
    """Notes what a browser would run, by tag and attribute, as a browser reads it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs) -> None:
        given = {name: value or "" for name, value in attrs}
        inline = tag == "script" and "src" not in given
        if inline or tag in ("object", "embed", "base"):
            self.found.append(tag)
        for name, value in given.items():
            address = re.sub(r"[\x00-\x20]", "", value).lower()
            leads = name in ("href", "src", "action", "formaction", "xlink:href")
            runs = address.startswith(("javascript:", "data:text", "vbscript:"))
            away = tag in ("form", "script") and "evil.example" in address
            if name.startswith("on") or (leads and (runs or away)):
                self.found.append(f"{tag} {name}={value}")


def running(html: str) -> list[str]:
    """Return what would run."""
    parser = Running()
    parser.feed(html)
    return parser.found


@pytest.fixture
def hostile(town_web):
    """Return the addresses of a hostile item and of the meeting it is on."""
    item = builders.draft(
        title=TITLE,
        motivation=TEXT,
        decision=TEXT,
        summary=TEXT,
        observations=TEXT,
        internal_notes=TEXT,
        initiators=[TITLE],
        urgency_motivation=TITLE,
    )
    with builders.as_user("createur"):
        file = NamedBlobFile(
            b"<svg onload=alert(1)/>",
            "text/html",
            'a";X: <script>alert(1)</script>é.html',
        )
        values = {"title": TITLE, "annex_type": "annexe", "file": file}
        add_annex(item, values)
        builders.door.do_transition(item, "propose", TITLE)
    with builders.as_user("chef-de-service"):
        builders.door.do_transition(item, "validate", TITLE)
    meeting = builders.meeting()
    with builders.as_user("directeur-general"):
        builders.door.present(item, meeting)
        values = {"place": TITLE, "observations": TEXT, "closed_observations": TEXT}
        builders.door.edit_meeting(meeting, values)
        builders.door.set_presences(meeting, dict.fromkeys(builders.SEATS, "present"))
        builders.door.do_transition(meeting, "freeze")
        builders.door.encode_public_vote(item, {}, others="yes", label=TITLE)
    return {"item": item.absolute_url(), "meeting": meeting.absolute_url()}


PAGES = (
    "",
    "@@search?SearchableText=script",
    '@@search?SearchableText="><script>alert(1)</script>',
    "deliberations",
    "deliberations/conseil",
    'deliberations/conseil/view?q="><script>alert(1)</script>',
    "deliberations/conseil/seances",
    "deliberations/conseil/nouveau-point",
    "{meeting}",
    "{meeting}/presences",
    "{meeting}/votes",
    "{meeting}/documents",
    "{meeting}/modifier",
    "{item}",
    "{item}/annexes",
    "{item}/historique",
    "{item}/etape?etape=backToValidated",
    "{item}/view?modifier=objet",
    "{item}/view?modifier=decision",
    "{item}/view?modifier=motivation",
    '{item}/"><script>alert(1)</script>',
)


def test_no_page_runs_what_was_typed(town_web, hostile):
    for account, pages in (("directeur-general", PAGES), ("createur", PAGES[-4:])):
        program = Program(town_web, account)
        program.headers["Accept"] = "text/html"
        for page in pages:
            url = page.format(**hostile)
            status, body = program.get(url)
            assert status < 500, (account, url)
            found = running(body.decode("utf-8"))
            assert found == [], (account, url)


def test_no_page_shows_what_lies_elsewhere(town_web, hostile):
    program = Program(town_web, "directeur-general")
    program.headers["Accept"] = "text/html"
    program.get(hostile["item"])
    policy = program.last[3].headers["Content-Security-Policy"]
    # A frame or a picture of another site that stands in a text is not fetched.
    assert policy.startswith("default-src 'self';")
    assert "img-src 'self' data: blob:;" in policy


def test_no_service_gives_out_a_text_that_runs(town_web, hostile):
    _status, item = Program(town_web, "createur").get(
        f"{hostile['item']}/@deliberations-items"
    )
    for name in ("motivation", "decision", "summary", "observations"):
        assert running(item[name]["data"]) == [], name


@pytest.mark.parametrize("kind", ["agenda", "convocation", "minutes"])
def test_a_document_is_made_and_fetches_nothing(town_web, hostile, kind):
    program = Program(town_web, "directeur-general")
    for form in ("pdf", "odt"):
        url = f"{hostile['meeting']}/@deliberations-documents/{kind}?form={form}"
        status, body = program.get(url)
        if status == 200:
            assert body[:4] in (b"%PDF", b"PK\x03\x04")
            assert b"evil.example" not in opened(body)
            assert b"root:" not in opened(body)
        else:
            assert (status, body["error"]["type"]) in (
                (400, "InvalidInput"),
                (422, "RuleRefused"),
            )


def opened(body: bytes) -> bytes:
    if not body.startswith(b"PK"):
        return body
    parts = zipfile.ZipFile(io.BytesIO(body))
    # The title is a title: only what a reader would fetch or run counts.
    text = b"".join(parts.read(name) for name in parts.namelist())
    return b"".join(re.findall(rb'xlink:href="[^"]*"', text))


def test_a_file_name_adds_no_header(town_web, hostile):
    program = Program(town_web, "createur")
    for view in ("@@download/file", "@@display-file/file"):
        status, _body = program.get(f"{hostile['item']}/annexe-1/{view}")
        headers = program.last[3].headers
        assert status == 200
        assert "X" not in headers
        assert headers["Content-Disposition"].startswith("attachment")
        assert "\n" not in headers["Content-Disposition"]


ADDRESSES = (
    "{item}/../../../../etc/passwd",
    "{item}/%2e%2e/%2e%2e/",
    "{item}/" + "x" * 10_000,
    "{item}/%00",
    "{item}/\u202e",
    "{meeting}/@deliberations-documents/..%2f..%2fetc%2fpasswd",
    "{meeting}/@deliberations-documents/agenda/agenda",
    "{meeting}/@deliberations-documents/agenda?form=../../x",
    "{meeting}/@deliberations-documents/%3Cscript%3E",
    "@@branding-logo/../../../etc/passwd",
    "@@branding-logo?v=../../../../etc/passwd",
    "++plone++communes.core/../../../../etc/passwd",
    "++plone++communes.core/%2e%2e/%2e%2e/interfaces.py",
)


def test_no_address_reaches_outside_or_breaks(town_web, hostile):
    program = Program(town_web, "directeur-general")
    for accept in ("application/json", "text/html"):
        program.headers["Accept"] = accept
        for address in ADDRESSES:
            url = quote(address.format(**hostile), safe=":/@%?&=+*'()!,;$")
            status, body = program.get(url)
            assert status < 500, (url[:90], body)
            assert "root:" not in str(body)


def test_another_site_is_never_where_one_is_sent_after_login(town_web):
    for came_from in (
        "https://evil.example/",
        "//evil.example/",
        "http://nohost@evil.example/",
        "javascript:alert(1)",
        "/\\evil.example",
        "http://nohost/plone.evil.example",
        "https:evil.example",
    ):
        program = Program(town_web)
        program.headers["Accept"] = "text/html"
        body = {
            "came_from": came_from,
            "form.widgets.came_from": came_from,
            "__ac_name": "createur",
            "__ac_password": "Secret-123456",
            "form.buttons.login": "1",
            "buttons.login": "1",
        }
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        status, _page = program.ask("POST", "login", urlencode(body), **form)
        answer = program.last[3]
        assert status in (200, 302)
        where = answer.headers.get("Location", "")
        assert "evil" not in where.split("?")[0], where
        assert not where.startswith("javascript")


def test_the_session_cookie_is_not_for_scripts(town_web):
    program = Program(town_web)
    program.headers["Accept"] = "text/html"
    body = {
        "__ac_name": "createur",
        "__ac_password": "Secret-123456",
        "buttons.login": "1",
    }
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    program.ask("POST", "login", urlencode(body), **form)
    cookies = program.last[3].headers.getall("Set-Cookie")
    (session,) = [one for one in cookies if one.startswith("__ac=")]
    assert "HttpOnly" in session
    assert "SameSite=Lax" in session
    assert "Secret" not in session
