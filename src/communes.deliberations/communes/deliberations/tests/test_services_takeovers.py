"""Programs bring an export and follow it; nobody else does."""

from communes.deliberations.api import taking_over as work
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from communes.deliberations.tests.test_api_takeover import Job
from communes.deliberations.tests.test_api_takeover import packed
from plone import api
import pytest
import transaction


URL = "deliberations/conseil/@deliberations-takeovers"


class Carrier(Program):
    """Sends a zip as it is."""

    def bring(self, data: bytes, kind: str = "application/zip") -> tuple[int, dict]:
        sent = {**self.headers, "Content-Type": kind}
        answer = self.app.request(
            f"{self.site}/{URL}?name=export.zip&service=finances",
            method="POST",
            body=data,
            headers=sent,
            expect_errors=True,
        )
        return answer.status_int, answer.json


@pytest.fixture
def integrator(town_web):
    api.user.create("integrateur@example.be", "integrateur", "Secret-123456")
    api.user.grant_roles("integrateur", roles=["Manager"])
    transaction.commit()
    return Carrier(town_web, "integrateur")


def worked(id):
    """Play the worker."""
    transaction.begin()
    job = Job(builders.assembly(), type("Made", (), {"id": id}))
    with api.env.adopt_roles(["Manager"]):
        work.TakeoverWork().run(api.portal.get(), job)
    transaction.commit()


def test_an_export_is_brought_checked_and_written(integrator):
    status, made = integrator.bring(packed({"a-cahier"}).getvalue())
    assert (status, made["state"], made["service"]) == (202, "checking", "finances")
    assert integrator.post(made["@id"], {"act": "write"})[0] == 422
    worked(made["id"])
    status, checked = integrator.get(made["@id"])
    assert (status, checked["state"]) == (200, "ready")
    status, written = integrator.post(made["@id"], {"act": "write"})
    assert (status, written["state"]) == (200, "writing")
    worked(made["id"])
    status, done = integrator.get(made["@id"])
    integrator.example("takeovers-get")
    assert done["counts"] == {"created": 6, "refused": 2}
    assert integrator.get(URL)[1]["items_total"] == 1
    assert integrator.ask("DELETE", made["@id"])[0] == 204
    assert integrator.get(made["@id"])[0] == 404


def test_what_is_no_export_is_refused(integrator):
    status, answer = integrator.bring(b"no zip")
    assert (status, answer["error"]["code"]) == (400, "unreadable_export")
    assert integrator.bring(packed().getvalue(), "text/plain")[0] == 400
    assert integrator.post(URL, {"source": "ailleurs"})[0] == 400
    assert integrator.post(URL, {"url": "https://pm.example.be"})[0] == 400
    assert integrator.post(f"{URL}/inconnue", {"act": "write"})[0] == 404
    assert integrator.post(f"{URL}/inconnue", {"act": "oublier"})[0] == 400
    assert integrator.ask("DELETE", f"{URL}/inconnue")[0] == 404


def test_nobody_else_brings_or_reads(town_web):
    for account in ("createur", "directeur-general", "conseiller"):
        program = Carrier(town_web, account)
        assert program.get(URL)[0] in (401, 403)
        assert program.bring(packed().getvalue())[0] in (401, 403)
