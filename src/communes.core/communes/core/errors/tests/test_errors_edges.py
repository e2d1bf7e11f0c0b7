"""A refusal reaches a program and a person in the shape they can use."""

from communes.core.errors import tests
from communes.core.errors.tests import refusing
import html
import json
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.app.z3cform.interfaces import IPloneFormLayer
from plone.testing.zope import Browser
import pytest
import transaction
from zope.component import getGlobalSiteManager
from zope.component.hooks import setSite
from zope.configuration import xmlconfig
from zope.interface import alsoProvides


@pytest.fixture
def site(functional):
    """A site with views that refuse; what they register is taken away again."""
    portal = functional["portal"]
    registry = getGlobalSiteManager()
    before = list(registry.registeredAdapters())
    setSite(None)
    xmlconfig.file("refusing.zcml", tests)
    setSite(portal)
    setRoles(portal, TEST_USER_ID, ["Member"])
    transaction.commit()
    yield portal
    for made in list(registry.registeredAdapters()):
        if made not in before:
            registry.unregisterAdapter(
                made.factory, made.required, made.provided, made.name
            )


@pytest.fixture
def browser(functional, site):
    browser = Browser(functional["app"])
    browser.raiseHttpErrors = False
    browser.handleErrors = True
    browser.addHeader("Authorization", f"Basic {TEST_USER_NAME}:{TEST_USER_PASSWORD}")
    return browser


def answered(browser, site, error):
    browser.addHeader("Accept", "application/json")
    browser.open(f"{site.absolute_url()}/@test-refuse?error={error}")
    return browser.headers["status"], json.loads(browser.contents)


@pytest.mark.parametrize(
    "error,status,family,code",
    [
        ("invalid", "400", "InvalidInput", "invalid_input"),
        ("forbidden", "403", "NotAllowed", "not_allowed"),
        ("missing", "404", "Missing", "unknown_assembly"),
        ("missing-itself", "404", "Missing", "not_found"),
        ("conflict", "409", "Conflict", "conflict"),
        ("busy", "409", "Conflict", "busy"),
        ("rule", "422", "RuleRefused", "rule_refused"),
        ("rows", "422", "RuleRefused", "import_refused"),
    ],
)
def test_a_refused_service_answers_by_family(
    browser, site, error, status, family, code
):
    found, body = answered(browser, site, error)
    assert found.startswith(status)
    assert (body["error"]["type"], body["error"]["code"]) == (family, code)
    site._p_jar.sync()
    assert site.description != "half done"


def test_who_came_at_a_busy_moment_is_told_to_come_again(browser, site):
    _status, body = answered(browser, site, "busy")
    assert browser.headers["Retry-After"] == "1"
    assert "0x0123" not in str(body)
    assert "Recommencez" in body["error"]["message"]


def test_a_service_says_field_reasons_and_rows(browser, site):
    assert answered(browser, site, "invalid")[1]["error"]["field"] == "amount"
    rule = answered(browser, site, "rule")[1]["error"]
    assert rule["message"] == "Le délai de 7 jours est passé. La décision manque."
    assert [reason["code"] for reason in rule["reasons"]] == ["too_late", "no_decision"]
    rows = answered(browser, site, "rows")[1]["error"]["rows"]
    assert rows[0]["number"] == 3
    assert rows[0]["reasons"] == [{"code": "double", "message": "Double."}]


def test_a_fault_is_not_dressed_as_a_refusal(browser, site):
    status, body = answered(browser, site, "fault")
    assert status.startswith("500")
    assert "error" not in body


@pytest.mark.parametrize("error,status", [("missing", "404"), ("rule", "422")])
def test_a_person_reads_the_sentence_on_a_page(browser, site, error, status):
    browser.open(f"{site.absolute_url()}/test-refuse?error={error}")
    assert browser.headers["status"].startswith(status)
    page = html.unescape(browser.contents)
    assert str(refusing.ERRORS[error]) in page
    assert "Rien n'a été modifié" in page


def test_what_was_sent_is_never_markup_on_the_page(browser, site):
    browser.open(f"{site.absolute_url()}/test-refuse?error=invalid")
    page = browser.contents
    assert refusing.HOSTILE not in page
    assert "&lt;script&gt;alert(1)" in page


def submitted(functional, error):
    request = functional["request"]
    alsoProvides(request, IPloneFormLayer)
    request.environ["REQUEST_METHOD"] = "POST"
    request.form.update(
        {
            "error": error,
            "form.widgets.amount": "184.500.00",
            "form.buttons.save": "Enregistrer",
        }
    )
    form = refusing.RefusingForm(functional["portal"], request)
    form.update()
    return form


def test_a_form_shows_the_refusal_at_its_field_and_keeps_what_was_typed(functional):
    form = submitted(functional, "invalid")
    assert refusing.HOSTILE in form.widgets["amount"].error.message
    assert refusing.HOSTILE not in form.widgets["amount"].error.render()
    assert 'value="184.500.00"' in form.widgets["amount"].render()
    assert transaction.isDoomed()


def test_a_refusal_without_a_field_stands_at_the_head_of_the_form(functional):
    form = submitted(functional, "rule")
    assert [error.message for error in form.widgets.errors] == [
        "Le délai de 7 jours est passé. La décision manque."
    ]
    assert form.widgets["amount"].error is None
    assert transaction.isDoomed()
