"""What is asked to be done by a page: once, by POST, with the site's own token."""

from communes.core.errors.domain import DomainError
from communes.core.errors.families import status_of
from communes.core.errors.rest import sentence_of
from communes.core.parts.domain.reading import whole
import json
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
import transaction
from zExceptions import Forbidden
from zope.i18n import translate


class Act(BrowserView):
    """Base of what changes something: override ``act`` and ``back``.

    A form without script is answered by the page it came from, with a message; a
    script (``Accept: application/json``) by JSON. A refusal writes nothing.
    """

    def __call__(self) -> str:
        if self.request.method != "POST":
            raise Forbidden("POST")
        CheckAuthenticator(self.request)
        try:
            answer = self.act() or {}
        except DomainError as error:
            return self._refused(error)
        return self._done(answer)

    def act(self) -> dict:
        """Do it; return what a script may use, with ``message`` for the person."""
        raise NotImplementedError

    def back(self) -> str:
        """Return the address of the page to show afterwards."""
        return self.context.absolute_url()

    def given(self, name: str, default: str = "") -> str:
        """Return one value of the form as text."""
        value = self.request.form.get(name, default)
        return value if isinstance(value, str) else default

    def many(self, name: str) -> list[str]:
        """Return all values of the form under one name."""
        value = self.request.form.get(name, [])
        # "?x:int=1" or "?x.a:record=1" make the publisher hand over other kinds.
        found = value if isinstance(value, (list, tuple)) else [value]
        return [one for one in found if isinstance(one, str)]

    @property
    def revision(self) -> int | None:
        """The revision the person read, None when the form does not say."""
        return whole(self.given("revision"), None)

    @property
    def scripted(self) -> bool:
        """Whether a script asks rather than a form."""
        return "application/json" in (self.request.getHeader("Accept") or "")

    def _done(self, answer: dict) -> str:
        message = answer.get("message")
        if self.scripted:
            said = translate(message, context=self.request) if message else ""
            return self._json({**answer, "message": said})
        if message:
            api.portal.show_message(message, self.request)
        self.request.response.redirect(self.back())
        return ""

    def _refused(self, error: DomainError) -> str:
        transaction.doom()
        said = sentence_of(error, self.request)
        if self.scripted:
            self.request.response.setStatus(status_of(error), lock=1)
            return self._json({"message": said})
        api.portal.show_message(said, self.request, type="error")
        self.request.response.redirect(self.back())
        return ""

    def _json(self, answer: dict) -> str:
        self.request.response.setHeader("Content-Type", "application/json")
        return json.dumps(answer, ensure_ascii=False)
