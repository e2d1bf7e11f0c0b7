"""``POST``, ``PATCH``, ``DELETE``: newsletters, issues, sendings and subscribers."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api import contents
from communes.web.api import sending
from communes.web.api import subscribers as people
from communes.web.api.issues import create_issue
from communes.web.api.issues import delete_issue
from communes.web.api.issues import edit_issue
from communes.web.api.newsletters import create_newsletter
from communes.web.api.newsletters import edit_newsletter
from communes.web.services.naming import Named
from communes.web.services.newsletters.serialise import issue_json
from communes.web.services.newsletters.serialise import newsletter_json
from communes.web.services.newsletters.serialise import sending_json
from datetime import date
from datetime import datetime
from datetime import UTC
from plone import api
from typing import Any


ACTS = ("test", "send", "plan", "redraft", "stop", "resume", "online", "again", "drop")
_PEOPLE = ("people", "source", "day", "dry_run")


class NewslettersPost(WritingService):
    """Makes a newsletter, once per external id."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        known = contents.by_external_id(body.value(given, "external_id", str, ""))
        if known is not None:
            # Who may not see it is not told that it is there.
            return newsletter_json(contents.by_uid(known.UID()))
        name = body.value(given, "name", str, "")
        values = {key: one for key, one in given.items() if key != "name"}
        made = create_newsletter(self.context, values, name)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", made.absolute_url())
        return newsletter_json(made)


class NewsletterPatch(WritingService):
    """Changes a newsletter; ``topics`` are sent whole."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        edit_newsletter(self.context, given, read)
        return newsletter_json(self.context)


class IssuesPost(WritingService):
    """Makes an issue."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        made = create_issue(self.context, given)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", made.absolute_url())
        return issue_json(made)


class IssuePatch(WritingService):
    """Changes an issue that has not left; ``blocks`` are sent whole."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        edit_issue(self.context, given, read)
        return issue_json(self.context)


class IssueDelete(WritingService):
    """Takes an issue away that has not left."""

    def write(self) -> Any:
        delete_issue(self.context)
        return self.reply_no_content()


class SendingPost(WritingService):
    """Does one act: tries it, plans it, sends it, holds it, decides about a letter."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("act", "address", "moment", "letter"))
        act = body.value(given, "act", str)
        if act not in ACTS:
            raise body.UnknownKey(field="act", name=act, expected=", ".join(ACTS))
        self._do(act, given)
        return sending_json(self.context)

    def _do(self, act: str, given: dict[str, Any]) -> None:
        site, issue = api.portal.get(), self.context
        if act == "test":
            sending.send_test(issue, body.value(given, "address", str))
        elif act == "send":
            sending.plan(site, issue)
        elif act == "plan":
            sending.plan(site, issue, _moment(given))
        elif act in ("again", "drop"):
            letter = body.value(given, "letter", str)
            sending.decide(site, issue, letter, act == "again")
        else:
            simple = {
                "redraft": sending.redraft,
                "stop": sending.stop,
                "resume": sending.resume,
                "online": sending.put_online,
            }
            simple[act](issue)


class SubscribersPost(WritingService):
    """Puts people on the list who agreed elsewhere, with the proof; tried first."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, _PEOPLE)
        rows = body.value(given, "people", list)
        if not all(isinstance(one, dict) for one in rows):
            raise body.WrongValue(field="people", name="people", expected="des objets")
        report = people.bring_in_rows(
            api.portal.get(),
            self.context,
            rows,
            body.value(given, "source", str, ""),
            _day(given),
            body.value(given, "dry_run", bool, True),
        )
        return report.as_dict()


class SubscriberDelete(Named, WritingService):
    """Takes one off the list at their request, and forgets the address."""

    def write(self) -> Any:
        people.erase(api.portal.get(), self.context, self.uid)
        return self.reply_no_content()


def _moment(given: dict[str, Any]) -> datetime:
    try:
        found = datetime.fromisoformat(body.value(given, "moment", str))
    except ValueError as error:
        raise body.WrongValue(field="moment", name="moment", expected=_ISO) from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _day(given: dict[str, Any]) -> date | None:
    said = body.value(given, "day", str, "")
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise body.WrongValue(field="day", name="day", expected=_ISO) from error


_ISO = "une date ISO 8601"
