"""Forms that look like the suite and show a refusal of a rule at its field."""

from collections.abc import Iterator
from collections.abc import Sequence
from communes.core.errors.form import domain_errors_to_form
from communes.core.parts.domain.values import Crumb
from communes.core.web.body import WrongValue
from plone.autoform.form import AutoExtensibleForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import form


class Form(AutoExtensibleForm, form.Form):
    """A form of a solution: set ``schema``, ``label``, buttons; call ``attempt``.

    ``trail`` (list of Crumb), ``identity`` and ``description`` head the page;
    ``cancel_url`` leads back; ``help_title`` and ``help_text`` stand at the side.
    """

    template = ViewPageTemplateFile("templates/form.pt")
    schema = None
    ignoreContext = True  # noqa: N815
    identity = ""
    help_title = ""
    help_text = ""
    enable_form_tabbing = False

    @property
    def trail(self) -> Sequence[Crumb]:
        """The places above the page; a solution says its own."""
        return ()

    @property
    def cancel_url(self) -> str:
        """Where « Annuler » leads."""
        return self.context.absolute_url()

    @property
    def wants_patterns(self) -> bool:
        """Whether one of the fields needs Plone's scripts (a rich text)."""
        return any(_is_rich(widget) for widget in all_widgets(self))

    def extractData(self, setErrors: bool = True) -> tuple:  # noqa: N802, N803
        """Return what was typed, as values, and what is wrong with it.

        :raises WrongValue: a date is of a year no calendar has.
        """
        try:
            return super().extractData(setErrors)
        except OverflowError as wrong:
            # The widget of Plone reads any number of digits.
            name, expected = "une date", "un jour du calendrier"
            raise WrongValue(name=name, expected=expected) from wrong

    def attempt(self):
        """Run a use case in ``with self.attempt():`` inside a button's handler.

        A refusal of a rule stands at the field it names, or on top of the form;
        nothing that was typed is lost and nothing is written.
        """
        return domain_errors_to_form(self)


class EditForm(Form):
    """A form that starts from what its context holds."""

    ignoreContext = False  # noqa: N815


def all_widgets(view) -> Iterator:
    """Yield the widgets of a form and of its groups, in the order they are shown."""
    yield from view.widgets.values()
    for group in getattr(view, "groups", None) or ():
        if getattr(group, "widgets", None) is not None:
            yield from group.widgets.values()


def problems_of(view) -> list:
    """Return the errors of a form and of its groups, in the order they are shown."""
    forms = [view, *(getattr(view, "groups", None) or ())]
    lists = (one.widgets.errors for one in forms if getattr(one, "widgets", None))
    return [error for errors in lists for error in errors or ()]


def _is_rich(widget) -> bool:
    kinds = (
        "richtext",
        "legaltext",
        "textareacontentbrowser",
        "contentbrowser",
        "ajaxselect",
    )
    return type(widget).__name__.lower().removesuffix("widget") in kinds
