"""Views that write, then refuse with the error the request names."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import NotAllowed
from communes.core.errors.domain import Reason
from communes.core.errors.domain import RuleRefused
from communes.core.errors.form import domain_errors_to_form
from communes.core.importing.domain import ImportRefused
from communes.core.importing.domain import refused
from communes.core.importing.domain import Report
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from Products.Five.browser import BrowserView
from z3c.form import button
from z3c.form.field import Fields
from z3c.form.form import Form
from ZODB.POSException import ConflictError
from zope import schema
from zope.interface import alsoProvides
from zope.interface import Interface


class UnknownAssembly(Missing):
    """The assembly named does not exist."""

    code = "unknown_assembly"


HOSTILE = "<script>alert(1)</script>"
ERRORS = {
    "invalid": InvalidInput(field="amount", value=HOSTILE),
    "forbidden": NotAllowed(),
    "missing": UnknownAssembly(name="college"),
    "missing-itself": Missing(name="college"),
    "conflict": Conflict(name="2026-12-03"),
    "rule": RuleRefused(
        Reason("too_late", "Le délai de ${days} jours est passé.", {"days": 7}),
        Reason("no_decision", "La décision manque."),
    ),
    "rows": ImportRefused(
        Report((refused(3, "point 3", Reason("double", "Double.")),), dry_run=False)
    ),
    "fault": RuntimeError("secret"),
    "busy": ConflictError("0x0123"),
}


def write_then_refuse(site, request):
    alsoProvides(request, IDisableCSRFProtection)
    site.description = "half done"
    raise ERRORS[request.form["error"]]


class RefusingService(Service):
    """A service as any solution writes it."""

    def reply(self):
        write_then_refuse(self.context, self.request)


class RefusingView(BrowserView):
    """A view as any solution writes it."""

    def __call__(self):
        write_then_refuse(self.context, self.request)


class IAmount(Interface):
    """One field, which a refusal may name."""

    amount = schema.TextLine(title="Montant")


class RefusingForm(Form):
    """A form as any solution writes it."""

    fields = Fields(IAmount)
    ignoreContext = True  # noqa: N815 - the name is z3c.form's

    @button.buttonAndHandler("Enregistrer", name="save")
    def save(self, action):
        with domain_errors_to_form(self):
            write_then_refuse(self.context, self.request)
