"""Every sentence of the code stands in its catalogue; ``make i18n`` puts it there."""

import catalogues
from gettext import GNUTranslations
import po
import pytest
from pythongettext.msgfmt import Msgfmt
import re
import sentences


PACKAGES = catalogues.packages()
KIT = sentences.modules(catalogues.KIT)
CURE = "run make i18n"


@pytest.fixture(params=PACKAGES, scope="module")
def domain(request):
    return request.param


@pytest.fixture(scope="module")
def modules(domain):
    return sentences.modules(PACKAGES[domain])


@pytest.fixture(scope="module")
def catalogue(domain):
    return po.read(PACKAGES[domain] / "locales" / f"{domain}.pot")


def test_every_sentence_of_the_code_is_in_the_catalogue(modules, catalogue):
    said = {one.msgid: one.default for one in sentences.collected(modules, KIT)}
    for module in modules:
        for _, msgid, default in sentences.messages(module):
            said[msgid] = default
    known = {msgid: catalogue[msgid].default for msgid in said if msgid in catalogue}
    assert known == said, CURE


def test_every_message_has_a_name_and_a_french_default(modules):
    bare = [
        f"{module.path}:{call.lineno}"
        for module in modules
        for call, msgid, default in sentences.messages(module)
        if not msgid or not default
    ]
    assert bare == []


def test_one_name_has_one_sentence(modules):
    said = {}
    for module in modules:
        for _, msgid, default in sentences.messages(module):
            said.setdefault(msgid, set()).add(default)
    for one in sentences.collected(modules, KIT):
        said.setdefault(one.msgid, set()).add(one.default)
    assert {msgid: one for msgid, one in said.items() if len(one) > 1} == {}


def test_every_name_of_a_template_is_in_the_catalogue(domain, catalogue):
    missing = {
        (path.name, msgid)
        for path in PACKAGES[domain].rglob("*.pt")
        if "tests" not in path.parts
        for msgid in names(path.read_text(encoding="utf-8"))
        if msgid not in catalogue
    }
    assert missing == set(), CURE


def names(template: str) -> set[str]:
    found = set(re.findall(r'i18n:translate="([^"]+)"', template))
    for attributes in re.findall(r'i18n:attributes="([^"]+)"', template):
        pairs = (pair.split() for pair in attributes.split(";"))
        found |= {pair[1] for pair in pairs if len(pair) == 2}
    return found


def test_the_french_catalogue_says_what_the_code_says(domain, catalogue):
    folder = PACKAGES[domain] / "locales" / "fr" / "LC_MESSAGES"
    french = po.read(folder / f"{domain}.po")
    said = {msgid: entry.msgstr for msgid, entry in french.items()}
    assert said == {msgid: entry.french for msgid, entry in catalogue.items()}, CURE
    assert "" not in said.values()


def test_a_reason_is_said_in_words_that_can_be_collected(modules):
    computed = [
        f"{module.path}:{call.lineno}"
        for module in modules
        # The base of every refusal makes its reason from the template of its class.
        if not module.path.match("core/errors/domain.py")
        for call in sentences.computed_reasons(module)
    ]
    assert computed == []


def test_every_distribution_registers_its_catalogues(domain):
    zcml = (PACKAGES[domain] / "configure.zcml").read_text(encoding="utf-8")
    assert '<i18n:registerTranslations directory="locales" />' in zcml


def test_a_catalogue_compiles_to_what_it_says(domain, catalogue):
    folder = PACKAGES[domain] / "locales" / "fr" / "LC_MESSAGES"
    with (folder / f"{domain}.po").open("rb") as source:
        compiled = GNUTranslations(Msgfmt(source, name=domain).getAsFile())
    read = {msgid: compiled.gettext(msgid) for msgid in catalogue}
    assert read == {msgid: entry.french for msgid, entry in catalogue.items()}
