from communes.core.errors.domain import InvalidInput
from communes.core.interfaces import ICoreLayer
from communes.core.shell.form import Form
from html import unescape
from plone.app.z3cform.interfaces import IPloneFormLayer
import pytest
from z3c.form import button
from z3c.form.interfaces import IDataConverter
from zope import schema
from zope.interface import alsoProvides
from zope.interface import Interface


class IBudget(Interface):
    amount = schema.Decimal(title="Montant HTVA")
    article = schema.TextLine(
        title="Article budgétaire", description="Comme au budget.", required=False
    )


class BudgetForm(Form):
    schema = IBudget
    label = "Modifier le budget"
    saved = None

    @button.buttonAndHandler("Enregistrer", name="save")
    def save(self, action):
        data, errors = self.extractData()
        if errors:
            return
        self.saved = data
        with self.attempt():
            if data["article"] == "722/723-6":
                raise InvalidInput(field="article", value=data["article"])


class IYear(Interface):
    year = schema.Int(title="Année budgétaire")


class YearForm(Form):
    schema = IYear


@pytest.fixture
def form(functional):
    request = functional["request"]
    alsoProvides(request, ICoreLayer, IPloneFormLayer)

    def make(**typed):
        request.form.clear()
        request.form.update({f"form.widgets.{key}": typed[key] for key in typed})
        if typed:
            request.form["form.buttons.save"] = "Enregistrer"
            request.method = request.environ["REQUEST_METHOD"] = "POST"
        made = BudgetForm(functional["portal"], request)
        made.update()
        return made

    return make


def test_a_field_has_label_help_and_a_mark_when_it_may_stay_empty(form):
    html = unescape(form().render())
    assert '<label class="form-label" for="form-widgets-article">' in html
    assert 'aria-describedby="form-widgets-article-help"' in html
    assert html.count("(facultatif)") == 1


def test_an_error_stands_on_top_and_at_its_field_and_keeps_what_was_typed(form):
    html = unescape(form(amount="184.500.00", article="x").render())
    assert "Une information est à corriger." in html
    assert 'href="#formfield-form-widgets-amount"' in html
    assert 'id="form-widgets-amount-error"' in html
    assert 'aria-invalid="true"' in html
    assert html.count("Indiquez un nombre, par exemple 184 500,00") == 2
    assert 'value="184.500.00"' in html


def test_a_missing_answer_is_asked_for_in_french(form):
    html = unescape(form(amount="", article="x").render())
    assert "Cette information est nécessaire." in html


def test_the_refusal_of_a_rule_stands_at_the_field_it_names(form):
    made = form(amount="184 500,00", article="722/723-6")
    html = unescape(made.render())
    assert 'id="form-widgets-article-error"' in html
    assert "« 722/723-6 »" in html


def test_an_amount_is_read_as_it_is_written_in_belgium(form):
    assert str(form(amount="184 500,50", article="x").saved["amount"]) == "184500.50"


def test_a_form_carries_the_token_against_forged_requests(form):
    assert 'name="_authenticator"' in form().render()


def test_a_form_without_rich_text_loads_no_script_of_plone(form):
    assert not form().wants_patterns


def test_a_year_is_written_without_grouping_and_read_either_way(functional):
    request = functional["request"]
    alsoProvides(request, ICoreLayer, IPloneFormLayer)
    request.form.clear()
    made = YearForm(functional["portal"], request)
    made.update()
    converter = IDataConverter(made.widgets["year"])
    assert converter.toWidgetValue(2026) == "2026"
    assert converter.toWidgetValue(None) == ""
    assert converter.toFieldValue("2026") == 2026
