"""Forms that look like the suite and show a refusal of a rule at its field."""

from collections.abc import Iterator
from collections.abc import Sequence
from communes.core.errors.domain import DomainError
from communes.core.errors.domain import RuleRefused
from communes.core.i18n import _
from communes.core.parts.domain.values import Crumb
from contextlib import contextmanager
from plone.autoform.form import AutoExtensibleForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import form
from z3c.form.interfaces import IErrorViewSnippet
from zope.component import getMultiAdapter
from zope.i18nmessageid import Message
from zope.interface import Invalid


class Form(AutoExtensibleForm, form.Form):
    """A form of a solution: set ``schema``, ``label``, buttons; call ``attempt``.

    ``trail`` (list of Crumb), ``identity`` and ``description`` head the page;
    ``cancel_url`` leads back; ``help_title`` and ``help_text`` stand at the side.
    """

    template = ViewPageTemplateFile("templates/form.pt")
    schema = None
    ignoreContext = True
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

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Run a use case; a refusal of a rule becomes messages of this form.

        Nothing that was typed is lost. Ask ``self.refused`` afterwards.
        """
        try:
            yield
        except DomainError as error:
            self.refuse(error)

    @property
    def refused(self) -> bool:
        """Whether something stands in the error summary."""
        return bool(problems_of(self))

    def refuse(self, error: DomainError) -> None:
        """Put the refusal at the field it names, or on top of the form."""
        reasons = (
            getattr(error, "reasons", ()) if isinstance(error, RuleRefused) else ()
        )
        for reason in reasons or (error.reason,):
            message = Message(
                reason.code,
                domain=reason.i18n_domain,
                default=reason.template,
                mapping={key: str(value) for key, value in reason.values.items()},
            )
            self._add_error(message, error.field)
        self.status = _("form_refused", default="Rien n'a été enregistré.")

    def _add_error(self, message: Message, field: str | None) -> None:
        owner, widget = _owner_of(self, field)
        invalid = Invalid(message)
        view = getMultiAdapter(
            (invalid, self.request, widget, widget and widget.field, owner, None),
            IErrorViewSnippet,
        )
        view.update()
        if widget is not None:
            widget.error = view
        owner.widgets.errors += (view,)


class EditForm(Form):
    """A form that starts from what its context holds."""

    ignoreContext = False


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


def _owner_of(view, field: str | None) -> tuple:
    forms = [view, *(getattr(view, "groups", None) or ())]
    for one in forms:
        for name, widget in one.widgets.items():
            if field and name.rsplit(".", 1)[-1] == field:
                return one, widget
    return view, None


def _is_rich(widget) -> bool:
    kinds = ("richtext", "textareacontentbrowser", "contentbrowser", "ajaxselect")
    return type(widget).__name__.lower().removesuffix("widget") in kinds
