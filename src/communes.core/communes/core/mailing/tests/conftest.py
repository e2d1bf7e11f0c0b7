"""A site with a list, an address to send from, and a mail server of its own."""

from communes.core.jobs.tests.bare import registered
from communes.core.mailing.interfaces import IMailingLists
from communes.core.mailing.tests.lists import Newsletter
from communes.core.mailing.tests.sink import mail_server
from plone import api
import pytest


@pytest.fixture
def sink():
    with mail_server() as server:
        yield server


@pytest.fixture
def site(integration, sink, tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    portal = integration["portal"]
    record = api.portal.set_registry_record
    record("plone.email_from_address", "info@valmont.example")
    record("plone.email_from_name", "Commune de Valmont")
    record("plone.smtp_host", "127.0.0.1")
    record("plone.smtp_port", sink.port)
    with registered(Newsletter(), IMailingLists, "lettre"):
        yield portal
