"""A language is added by a catalogue alone; what it lacks is said in French."""

import catalogues
import os
import po
import shutil
import subprocess
import sys


DOMAIN = "communes.deliberations"
# A process of its own: whether catalogues are compiled is decided at the first import.
ASK = """
import sys
from communes.core.errors.i18n import to_message
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.labels import ITEM_STATE_LABELS
from communes.deliberations.i18n import label
from zope.configuration import xmlconfig
from zope.i18n import translate

xmlconfig.string(f'''
<configure xmlns:i18n="http://namespaces.zope.org/i18n">
  <include package="zope.i18n" file="meta.zcml" />
  <i18n:registerTranslations directory="{sys.argv[1]}" />
</configure>''')
sentence = "Ce document ne peut pas encore être signé : ${why}."
refused = because("refused", sentence, why="leer")
for message in (
    label(ITEM_STATE_LABELS, "validated"),
    label(ITEM_STATE_LABELS, "proposed"),
    to_message(refused),
):
    print(translate(message, target_language="de"))
"""


def test_german_needs_a_catalogue_and_no_code(tmp_path):
    locales = tmp_path / "locales"
    shutil.copytree(catalogues.packages()[DOMAIN] / "locales", locales)
    german = po.read(locales / f"{DOMAIN}.pot")
    german["label_item_state_validated"].msgstr = "Validiert"
    german[
        "Ce document ne peut pas encore être signé : ${why}."
    ].msgstr = "Noch nicht zu unterzeichnen: ${why}."
    folder = locales / "de" / "LC_MESSAGES"
    po.write(folder / f"{DOMAIN}.po", DOMAIN, "de", german.values())
    environment = {**os.environ, "zope_i18n_compile_mo_files": "true"}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    environment["PYTHONIOENCODING"] = "utf-8"
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(locales)],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.splitlines() == [
        "Validiert",
        "Proposé",
        "Noch nicht zu unterzeichnen: leer.",
    ], done.stderr
