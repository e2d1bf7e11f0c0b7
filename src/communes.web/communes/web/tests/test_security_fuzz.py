"""Whatever a program sends, a service of the website names the client's fault."""

from base64 import b64encode
from communes.core.testing import hostile
from communes.web.api import contact_forms
from communes.web.api import pictures
from communes.web.api.contents import schema_here
from communes.web.sheets import api as sheets
from communes.web.tests import dated
from communes.web.tests import letters
from communes.web.tests import places
from communes.web.tests import webmasters
from communes.web.tests.photos import photo
from communes.web.tests.rest import Program
from hypothesis import given
from hypothesis import strategies as st
import pytest
from zope.schema import getFieldNames


FORM = {"title": "Nous écrire", "consent": "J'accepte.",
        "subjects": [{"title": "Voirie", "mail": "v@x.example"}]}  # fmt: skip
PICTURE = b64encode(photo(60, 40)).decode()
WEEK = {"intervals": ["25:00-99:99"]}
#: What gets further than a value of another type.
DEEPER = (
    [{"kind": "text", "id": "s1", "holds": {"html": hostile.MARKUP}}],
    [{"kind": "zzz"}, {"kind": "links", "id": 3, "holds": []}],
    [{"kind": "map", "holds": {"latitude": 10**400, "zoom": "x"}}],
    [{"kind": "video", "holds": {"url": "http://[::1"}}],
    [{"kind": "text", "title": [], "html": {}, "url": "javascript:x"}],
    [{"title": "\x00", "mail": "a@b\r\nBcc: c", "service": []}],
    [{"number": "9" * 400}, {"number": None}],
    [{"address": "a@b.example", "topics": [{}]}, {}],
    {"schedules": [{"name": "x", "week": [WEEK] * 7}]},
    {"schedules": [{"name": "x", "week": [{}], "first": "0001-01-01"}]},
    {"special": [{"first": "9999-12-31", "last": "0001-01-01"}]},
    {"latitude": float("inf"), "longitude": "x"},
    {"street": 3, "postcode": [], "town": hostile.MARKUP},
    {"banner": {"x": -1, "y": 10**30, "width": "x"}, "zzz": None},
    "FREQ=DAILY",
    "FREQ=SECONDLY;COUNT=99999999",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;UNTIL=99991231",
    "FREQ=WEEKLY;INTERVAL=0;BYDAY=ZZ",
    *hostile.DATA,
)
HOSTILE = st.sampled_from((*hostile.VALUES, *DEEPER))
ENTRY = """
    title description phones mails links address place categories facilities hours
    entity kind external_id audiences responsible parent revision
"""
SHEET = """
    title description introduction authority conditions pieces results costs delay
    rules channels life_events steps folder for_whom who_may_ask audiences external_id
    revision
"""
EVENT = {"title": "Marché", "event_starts": "2026-12-04T17:00"}
#: Door -> method, address, fields (a type, or their names), what is right beside.
DOORS = {
    "contents": ("POST", "@web-contents", "Page", {"kind": "Page", "title": "x"}),
    "alerts": ("POST", "@web-contents", "Alert", {"kind": "Alert", "title": "x"}),
    "kinds": ("POST", "@web-contents", "kind parent name position external_id", {}),
    "content": ("PATCH", "@web-contents/{page}", "Page", {}),
    "place": ("PATCH", "@web-contents/{page}", "position revision sections title", {}),
    "events": ("POST", "agenda/@web-events", "Event", EVENT),
    "event": ("PATCH", "agenda/@web-events/{event}", "Event", {}),
    "news": ("POST", "actualites/@web-news", "News", {"title": "x"}),
    "one news": ("PATCH", "actualites/@web-news/{news}", "News", {}),
    "pictures": ("POST", "carnaval/@web-pictures", "filename data alternative title",
                 {"filename": "a.jpg", "data": PICTURE}),
    "picture": ("PATCH", "carnaval/@web-pictures/{picture}", "crops data filename "
                "leads revision alternative author", {"filename": "a.jpg"}),
    "order": ("PATCH", "carnaval/@web-pictures", "order", {}),
    "entries": ("POST", "annuaire/@web-entries", ENTRY, {"title": "x"}),
    "entry": ("PATCH", "annuaire/@web-entries/{entry}", ENTRY, {}),
    "private": ("PATCH", "annuaire/@web-entry-private/{entry}",
                "phones mails note keeper revision", {}),
    "closures": ("POST", "annuaire/@web-closures", "entries first last label "
                 "intervals", {"first": "2026-12-24", "last": "2026-12-24"}),
    "services": ("POST", "@web-services", SHEET, {"title": "x"}),
    "service": ("PATCH", "@web-services/{service}", SHEET, {}),
    "newsletters": ("POST", "@newsletters", "Newsletter", {"title": "x"}),
    "newsletter": ("PATCH", "lettre/@newsletters", "Newsletter", {}),
    "issues": ("POST", "lettre/@newsletter-issues", "Issue", {"title": "x"}),
    "issue": ("PATCH", "{issue}/@newsletter-issues", "Issue", {}),
    "sending": ("POST", "{issue}/@newsletter-sending", "act address moment letter",
                {"act": "plan"}),
    "subscribers": ("POST", "lettre/@newsletter-subscribers", "people source day "
                    "dry_run", {"source": "foire"}),
    "forms": ("POST", "@contact-forms", "ContactForm", {"title": "x"}),
    "form": ("PATCH", "contact/@contact-forms", "ContactForm", {}),
    "messages": ("POST", "contact/@contact-messages", "name address subject text "
                 "consented copy", {"consented": True}),
    "steps": ("POST", "@web-transitions/{page}", "transition comment starts ends", {}),
    "files": ("POST", "@web-files/{page}", "filename title data",
              {"filename": "x.pdf"}),
    "keepers": ("POST", "@web-keepers/{page}", "login role", {"role": "WebEditor"}),
    "versions": ("POST", "@web-versions/{page}", "to revision", {}),
    "corrections": ("POST", "@web-corrections/{page}", "reviewed fault autre", {}),
    "shares": ("POST", "@web-shares", "content hidden bring kind id peer", {}),
    "redirects": ("POST", "@web-redirects", "path target", {"path": "/x"}),
    "redirect": ("DELETE", "@web-redirects", "path", {}),
    "takeovers": ("POST", "@web-takeovers", "place token autre", {"base": "http://x"}),
    "takeover": ("POST", "@web-takeovers/x", "step", {}),
}  # fmt: skip


@pytest.fixture
def doors(functional, tmp_path, monkeypatch):
    """Return a program of the webmaster, and the addresses it attacks."""
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    site = webmasters.with_people(functional["portal"])
    found = made_things(site)
    return Program(functional, "gestionnaire"), found


def made_things(site):
    """Return one of each thing a site holds, by name."""
    letters.set_up_mail(site, 9)
    agenda, news = dated.agenda(site), dated.folder(site)
    album = dated.album(site)
    picture = pictures.add_picture(album, photo(60, 40), "a.jpg", "Une photo")
    directory = places.make_directory(site)
    webmasters.acting_as_webmaster()
    letter = letters.newsletter(site)
    form = contact_forms.create_form(site, FORM, "contact")
    sheet = sheets.create_service(site, {"title": "Acte"})
    return {
        "page": webmasters.page(site, "Carnaval").UID(),
        "event": dated.event(agenda).UID(),
        "news": dated.news(news).UID(),
        "picture": picture.getId(),
        "entry": directory["bibliotheque-communale"].UID(),
        "service": sheet.UID(),
        "issue": letters.issue(letter).absolute_url(),
        "form": form.absolute_url(),
    }


def fields(named):
    return (
        named.split() if not named[0].isupper() else getFieldNames(schema_here(named))
    )


def is_named(status, answer):
    """Whether what was refused says why, as all the suite does."""
    return status < 400 or bool(answer["error"]["code"])


@pytest.mark.parametrize("name", DOORS)
def test_no_body_breaks_a_service(doors, name):
    program, found = doors
    method, address, named, right = DOORS[name]
    names = sorted({*fields(named), "revision"})

    @hostile.attack()
    @given(st.dictionaries(st.sampled_from(names), HOSTILE, min_size=1, max_size=3))
    def attack(body):
        status, answer = program.ask(method, address.format(**found), right | body)
        assert status < 500, (body, answer)
        assert status == 204 or is_named(status, answer), (body, answer)

    attack()


BROKEN = ("[" * 400, '{"a":' * 400, '{"title": NaN}', "9" * 6000, "ÿþ\x00", "[]")


def test_no_broken_text_breaks_a_service(doors):
    program, found = doors
    for method, address, _named, _right in DOORS.values():
        for text in BROKEN:
            status, answer = program.ask(method, address.format(**found), text)
            assert 400 <= status < 500, (address, text[:20], answer)


LISTS = (
    "@web-contents", "@web-events", "@web-news", "@web-services", "@web-corrections",
    "@web-redirects", "@web-shares", "@web-takeovers", "@newsletters", "@web-alerts",
    "@contact-forms", "annuaire/@web-entries", "lettre/@newsletter-subscribers",
    "agenda/@web-events", "actualites/@web-news", "carnaval/@web-pictures",
    "@web-menus", "contact/@contact-messages", "@web-versions/{page}",
    "@web-transitions/{page}", "@web-files/{page}", "@web-keepers/{page}",
)  # fmt: skip
QUERIES = (
    "q=%00", "q=%FF", "q=(((", "q=" + "x" * 9000, "page=9999999999999999999",
    "size=%C2%B2", "span=%00", "span:list=mois&span:list=x", "day=2026-99-99",
    "day=0001-01-01&span=mois", "day=9999-12-31&span=mois", "kind=%00&state=x",
    "day=9999-12-31&span=semaine", "size:int=3", "q.a:record=1", "page:record=1",
    "category:list=a&category:list=b", "standing=%00", "fate=x", "fault=x",
    "life_event=%00&audience=x", "open=1&facility=x&entity=%00&kind=x", "parent=%00",
)  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_no_query_breaks_a_list(doors, query):
    program, found = doors
    for address in LISTS:
        status, answer = program.get(f"{address.format(**found)}?{query}")
        assert status < 500, (address, answer)


@pytest.mark.parametrize("uid", ["%00", "x" * 9000, "a/b/c", "1e999"])
def test_no_unknown_name_breaks_a_service(doors, uid):
    program, _found = doors
    for method, address, _named, right in DOORS.values():
        if "{" in address and not address.startswith("{"):
            url = f"{address.split('{')[0]}{uid}"
            status, answer = program.ask(method, url, right)
            assert 400 <= status < 500, (url, answer)


STRANGERS = ("", "visiteur-inscrit")


@pytest.mark.parametrize("account", STRANGERS)
def test_no_door_that_writes_opens_to_a_stranger(doors, functional, account):
    _program, found = doors
    stranger = Program(functional, account)
    for name, (method, address, _named, right) in DOORS.items():
        status, answer = stranger.ask(method, address.format(**found), right)
        assert status in (400, 401, 403, 404), (name, answer)


@pytest.mark.parametrize("account", STRANGERS)
@pytest.mark.parametrize("noun", ["@newsletters", "@contact-forms"])
def test_what_another_program_made_is_not_shown_again_to_a_stranger(
    doors, functional, account, noun
):
    program, _found = doors
    body = {**FORM, "title": "Zorglub", "external_id": "z-1"}
    if noun == "@newsletters":
        body = {"title": "Zorglub", "external_id": "z-1"}
    assert program.post(noun, body)[0] == 201
    assert program.post(noun, body)[0] == 200
    status, answer = Program(functional, account).post(noun, body)
    assert status == 404 and "Zorglub" not in str(answer)
