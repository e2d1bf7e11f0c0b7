"""The edge of the web: a refusal raised by any view or service becomes an answer.

A service of plone.restapi or a view only lets the refusal go by. Publishing aborts
the transaction, so nothing half done is kept. Errors that are not refusals pass
untouched: hiding them would hide faults. (The publisher takes any class called
``NotFound`` for its own and never asks us: our family is called ``Missing``.)
"""

from communes.core.errors.domain import DomainError
from communes.core.errors.families import status_of
from communes.core.errors.rest import as_json
from communes.core.errors.rest import sentence_of
from communes.core.parts.domain.values import Notice
import json
from plone.rest.interfaces import IAPIRequest
from plone.rest.interfaces import ICORSPolicy
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.browser.interfaces import IBrowserView
from zope.component import queryMultiAdapter


class Refusal(BrowserView):
    """Answers a refusal: JSON to a program, a page with the sentence to a person."""

    page = ViewPageTemplateFile("refusal.pt")

    def __call__(self) -> str:
        """Answer with the status of the family."""
        refusal, response = self.context, self.request.response
        response.setStatus(status_of(refusal), lock=1)
        if IAPIRequest.providedBy(self.request):
            return self._json(refusal)
        # The page is drawn around the object it happened on, not around an error.
        place = self.__parent__
        while IBrowserView.providedBy(place):
            place = place.context
        self.context = place
        return self.page(notice=Notice(sentence_of(refusal, self.request), "late"))

    def _json(self, refusal: DomainError) -> str:
        policy = queryMultiAdapter((refusal, self.request), ICORSPolicy)
        if policy is not None:
            policy.process_simple_request()
        self.request.response.setHeader("Content-Type", "application/json")
        body = as_json(refusal, self.request)
        return json.dumps(body, ensure_ascii=False, default=str)
