"""How z3c.form speaks through our parts: macros, the frame of a field, messages."""

from communes.core.i18n import _
from communes.core.interfaces import ICoreLayer
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Problem
from communes.core.shell.form.base import problems_of
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.error import ErrorViewMessage
from z3c.form.interfaces import ISelectWidget
from z3c.form.widget import StaticWidgetAttribute
from zope.component.hooks import getSite
from zope.interface import Interface
from zope.schema.interfaces import ConstraintNotSatisfied
from zope.schema.interfaces import RequiredMissing


#: Widgets made of several controls: their label is the name of a group.
_GROUPS = ("radio", "checkbox", "orderedselect", "multi")


class FormMacros(BrowserView):
    """``@@ploneform-macros`` of our layer."""

    def __getitem__(self, key: str):
        return self.index.macros[key]

    def problems(self, view) -> list[Problem]:
        """Return the lines of the error summary of a form."""
        return [_problem(error) for error in problems_of(view)]

    def notice(self, status: str) -> Notice:
        """Return what the form says after it was sent."""
        return Notice(status, "info")

    def action(self, button) -> Action:
        """Return the button of a form as a part; the first one is the main one."""
        return Action(button.title, primary=_is_main(button), method="submit",
                      name=button.name, value=button.value or button.title)  # fmt: skip


class _Framed(BrowserView):
    """The frame of a field, rendered in the site: a widget is no place."""

    template = ViewPageTemplateFile("templates/widget.pt")


class FieldFrame:
    """``@@ploneform-render-widget``: label, help, control and error of a widget."""

    def __init__(self, context, request) -> None:
        self.context = context
        self.request = request

    def __call__(self) -> str:
        return _Framed(getSite(), self.request).template(frame=self)

    def control(self) -> str:
        """Return the control, tied to its help and error for screen readers."""
        widget = self.context
        attributes = getattr(widget, "attributes", None)
        if widget.mode == "input" and isinstance(attributes, dict):
            attributes.update(self._states())
        return widget.render()

    @property
    def grouped(self) -> bool:
        """Whether the label names several controls."""
        name = type(self.context).__name__.lower()
        return any(name.startswith(kind) for kind in _GROUPS)

    @property
    def control_id(self) -> str:
        """The control the label belongs to; a file widget has it inside."""
        is_file = type(self.context).__name__.lower().startswith("named")
        return f"{self.context.id}-input" if is_file else self.context.id

    @property
    def single(self) -> bool:
        """Whether the widget is one box that carries its own label."""
        return type(self.context).__name__.lower().startswith("singlecheckbox")

    @property
    def help(self) -> str:
        """Return the sentence below the label; a single box carries its own."""
        if self.single:
            return ""
        return getattr(self.context, "description", None) or (
            self.context.field.description if self.context.field else ""
        )

    @property
    def message(self) -> str:
        """Return what is wrong, or an empty string."""
        error = self.context.error
        return message_of(error) if error else ""

    def _states(self) -> dict[str, str]:
        identifiers = [f"{self.context.id}-help"] if self.help else []
        states = {}
        if self.context.error:
            identifiers.append(f"{self.context.id}-error")
            states["aria-invalid"] = "true"
        if identifiers:
            states["aria-describedby"] = " ".join(identifiers)
        return states


def message_of(error) -> str:
    """Return the sentence of an error view, of one error or of several."""
    inner = getattr(error.error, "errors", None)
    if inner and not getattr(error, "message", None):
        return message_of(inner[0])
    return getattr(error, "message", "") or ""


def _problem(error) -> Problem:
    widget = getattr(error, "widget", None)
    if widget is None:
        return Problem(message_of(error))
    return Problem(message_of(error), widget.label or "", f"formfield-{widget.id}")


def _is_main(button) -> bool:
    names = list(button.form.buttons) if getattr(button, "form", None) else []
    return bool(names) and button.name.rsplit(".", 1)[-1] == names[0]


NothingChosen = StaticWidgetAttribute(
    _("select_nothing", default="–"), request=ICoreLayer, widget=ISelectWidget
)
ChooseOne = StaticWidgetAttribute(
    _("select_prompt", default="Choisissez…"),
    request=ICoreLayer,
    widget=ISelectWidget,
)
RequiredMessage = ErrorViewMessage(
    _("error_required", default="Cette information est nécessaire."),
    error=RequiredMissing,
    request=ICoreLayer,
    widget=Interface,
    field=Interface,
    form=Interface,
    content=Interface,
)
ConstraintMessage = ErrorViewMessage(
    _("error_constraint", default="Cette valeur n'est pas dans la forme attendue."),
    error=ConstraintNotSatisfied,
    request=ICoreLayer,
    widget=Interface,
    field=Interface,
    form=Interface,
    content=Interface,
)
