"""Agendas, events and news as citizens and those who keep them see the pages."""

from communes.web.api import pictures
from communes.web.api.agenda import edit_event
from communes.web.browser.agenda.typed import read_typed
from communes.web.browser.agenda.typed import typed_of
from communes.web.domain.reading import BadValue
from communes.web.storage.agenda import event_of
from communes.web.tests import dated
from communes.web.tests.photos import photo
from datetime import timedelta
import feedparser
from html import unescape
import icalendar
import json
from plone import api
import pytest
import re


@pytest.fixture
def site(integration):
    return dated.as_webmaster(integration["portal"])


@pytest.fixture
def agenda(site):
    return dated.agenda(site)


def linked_data(page):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return [json.loads(unescape(one)) for one in found]


def test_an_agenda_lists_what_comes_with_its_words_and_picture(agenda):
    event = dated.event(agenda, free=True, location="Salle du Foyer",
                        rule="FREQ=WEEKLY")  # fmt: skip
    made = pictures.add_picture(event, photo(), "a.jpg", "La scène")
    pictures.lead_with(event, made.getId())
    page = dated.shown_to_citizen(agenda)
    for words in ("Concert", "Salle du Foyer", "Gratuit", "Chaque ", "La scène",
                  "/vue/paysage-640.webp?v="):  # fmt: skip
        assert words in page
    assert "Nouvel événement" not in page and "Importer" not in page
    assert "Nouvel événement" in dated.shown(agenda)


def test_periods_and_facets_are_links_without_script(site, agenda):
    dated.event(agenda, categories=["culture"])
    page = dated.shown_to_citizen(site, "evenements", quand="mois", theme="culture")
    assert "Culture et loisirs (1)" in page
    assert "quand=semaine" in page and "theme=culture" in page
    nothing = dated.shown_to_citizen(
        agenda, jour="n'importe", quand="<script>", page="x"
    )
    assert "<script>alert" not in nothing and "Concert" in nothing


def test_the_page_of_an_event_says_its_next_dates_to_people_and_machines(agenda):
    text = "<p>Trio <b>jazz</b></p><script>alert(1)</script>"
    event = dated.event(agenda, rule="FREQ=WEEKLY", text=text, contact="081 22 33 44")
    page = dated.shown_to_citizen(event)
    assert "<b>jazz</b>" in page and "alert(1)" not in page
    assert page.count("<li><span>") == 12 and "Et les suivantes" in page
    assert "tel:081223344" in page and "Annuler cette date" not in page
    assert "Annuler cette date" in dated.shown(event)
    nodes = [one for one in linked_data(page) if one["@type"] == "Event"]
    assert len(nodes) == 5
    assert nodes[0]["startDate"].startswith(dated.TOMORROW.date().isoformat())


def test_an_event_that_is_over_says_so(agenda):
    past = dated.TOMORROW - timedelta(days=40)
    event = dated.event(agenda, event_starts=past.isoformat(), event_ends="")
    page = dated.shown_to_citizen(event)
    assert "Terminé" in page and f"{past.day} " in page


def test_calendars_are_read_back(site, agenda):
    event = dated.event(agenda, "Fête ; « A, B »")
    for place, name in ((event, "evenement.ics"), (agenda, "evenements.ics"),
                        (site, "evenements.ics")):  # fmt: skip
        data = dated.shown_to_citizen(place, name)
        (found,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
        assert found["SUMMARY"] == "Fête ; « A, B »"
        assert found["UID"].startswith(event.UID())


def test_what_a_form_shows_is_what_it_keeps(agenda):
    event = dated.event(
        agenda,
        rule="FREQ=WEEKLY;INTERVAL=2;COUNT=9",
        free=True,
        organisers=["Asbl A", "Asbl B"],
        excluded=[(dated.TOMORROW + timedelta(14)).isoformat()],
    )
    before = event_of(event)
    values = read_typed(typed_of(event), event.rule)
    edit_event(event, values)
    assert event_of(event) == before


def test_a_form_reads_days_and_hours_as_people_write_them():
    typed = {"title": "x", "first_day": "24/12/2026", "first_hour": "20:00",
             "rhythm": "weekly", "until": "2027-01-31", "weekdays": ["3"],
             "except": "31/12/2026\n7.1.2027"}  # fmt: skip
    found = read_typed(typed)
    assert found["rule"] == "FREQ=WEEKLY;UNTIL=20270131;BYDAY=TH"
    assert [one.hour for one in found["excluded"]] == [20, 20]
    assert found["event_ends"] is None
    for wrong in ({"first_day": ""}, {"first_day": "31/02/2026"}, {"first_hour": "x"},
                  {"interval": "0"}, {"except": "demain"}):  # fmt: skip
        with pytest.raises(BadValue):
            read_typed({**typed, **wrong})


def test_a_form_in_error_keeps_what_was_typed(agenda):
    form = {"title": "Bal", "first_day": "2026-12-24", "first_hour": "20:00",
            "last_day": "2026-12-01", "last_hour": "10:00", "rhythm": ""}  # fmt: skip
    request = agenda.REQUEST
    request.method = "POST"
    request.form.update(form)
    request.environ["REQUEST_METHOD"] = "POST"
    view = api.content.get_view("nouvel-evenement", agenda, request)
    view.genuine = lambda: None
    page = view()
    assert "doit finir après son début" in unescape(page) and 'value="Bal"' in page
    assert agenda.objectIds() == []


def test_news_are_listed_read_and_followed(site):
    folder = dated.folder(site)
    one = dated.news(folder, categories=["mobilite"], description="Dès lundi",
                     text="<p>Le pont est fermé.</p>")  # fmt: skip
    dated.news(folder, "Brouillon", public=False)
    page = dated.shown_to_citizen(folder)
    assert "Rue fermée" in page and "Mobilité et voirie" in page
    assert "Brouillon" not in page
    assert "Rue fermée" in dated.shown_to_citizen(site, "nouvelles", q="LUNDI")
    assert "Rue fermée" not in dated.shown_to_citizen(folder, q="mardi")
    assert "Le pont est fermé." in dated.shown_to_citizen(one)
    nodes = linked_data(dated.shown_to_citizen(one))
    assert [node["headline"] for node in nodes if node["@type"] == "NewsArticle"] == [
        "Rue fermée"
    ]
    for name in ("actualites.atom", "actualites.rss"):
        read = feedparser.parse(dated.shown_to_citizen(folder, name))
        assert [entry.title for entry in read.entries] == ["Rue fermée"]


def test_news_are_in_the_order_of_their_day(site):
    folder = dated.folder(site)
    for title, day in (("Vieille", "2026-01-05"), ("Récente", "2026-06-01")):
        made = dated.news(folder, title)
        made.setEffectiveDate(day)
        made.reindexObject()
    page = dated.shown_to_citizen(folder)
    assert page.index("Récente") < page.index("Vieille")
    assert "5 janv." in page


def test_an_album_opens_without_script_and_with_keys(site):
    album = dated.album(site)
    one, two = (
        pictures.add_picture(album, photo(), f"{n}.jpg", f"Vue {n}") for n in "ab"
    )
    album.consent_checked = True
    dated.published(album)
    page = dated.shown_to_citizen(album)
    assert f'href="{one.absolute_url()}/view"' in page and 'alt="Vue a"' in page
    assert "lightbox.js" in page and "srcset" in page
    alone = dated.shown_to_citizen(one)
    assert f'href="{two.absolute_url()}/view" rel="next"' in alone
    assert 'rel="prev"' not in alone
    assert "Texte alternatif" in dated.shown(album, "photos")
    assert "Paysage" in dated.shown(one, "recadrer")


def posted(obj, name, **form):
    """Return a page sent by its own form, and its view."""
    request = obj.REQUEST
    request.form.clear()
    request.form.update(form)
    request.method = "POST"
    view = api.content.get_view(name, obj, request)
    view.genuine = lambda: None
    page = view()
    request.method = "GET"
    return view, page


def test_news_are_written_in_a_form_and_again(site):
    folder = dated.folder(site)
    form = {"title": "Piscine", "description": "x", "text": "<p>Rouverte</p>",
            "categories": ["sport"], "link": "https://x.be/"}  # fmt: skip
    view, _page = posted(folder, "nouvelle-actualite", **form)
    assert view.refusal is None
    (made,) = folder.objectValues()
    assert made.categories == ("sport",)
    assert "Rouverte" in dated.shown(made, "modifier")
    view, page = posted(made, "modifier", **{**form, "link": "ftp://x"}, revision="0")
    assert view.refusal.field == "link" and 'value="ftp://x"' in page
    posted(made, "modifier", **{**form, "title": "Piscine rouverte"}, revision="0")
    assert made.title == "Piscine rouverte"


def test_agendas_are_fed_by_choosing_titles(site, agenda):
    sport = dated.agenda(site, "Sport")
    assert "Sport" in dated.shown(agenda, "modifier")
    form = {"title": "Agenda", "description": "", "revision": "0"}
    view, _page = posted(agenda, "modifier", **form, fed_by=[sport.UID()])
    assert view.refusal is None and agenda.fed_by == (sport.UID(),)
    view, page = posted(sport, "modifier", **{**form, "title": "Sport"},
                        fed_by=agenda.UID())  # fmt: skip
    assert "Sport → Agenda → Sport" in unescape(page)
