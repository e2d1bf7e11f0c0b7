"""Catalogues keep what was translated and notice what the code says anew."""

import ast
import catalogues
from pathlib import Path
import po
import sentences


def test_a_catalogue_is_read_as_it_was_written(tmp_path):
    entries = [
        po.Entry("« ${name} » \\ manque", msgstr='"fehlt"', references={"a.py"}),
        po.Entry("label_on", "Allumée", "An", {"a.py", "b.pt"}, fuzzy=True),
    ]
    path = tmp_path / "de" / "LC_MESSAGES" / "communes.lamps.po"
    po.write(path, "communes.lamps", "de", entries)
    assert list(po.read(path).values()) == sorted(entries, key=lambda one: one.msgid)


def test_a_translation_stays_and_is_fuzzy_when_the_french_changed():
    wanted = [po.Entry("label_on", "Allumée"), po.Entry("label_off", "Éteinte")]
    before = {
        "label_on": po.Entry("label_on", "Allumé", "An"),
        "label_off": po.Entry("label_off", "Éteinte", "Aus"),
    }
    german = catalogues.translated(wanted, before, "de")
    assert [(one.msgstr, one.fuzzy) for one in german] == [("An", True), ("Aus", False)]


def test_french_says_what_the_code_says():
    wanted = [po.Entry("label_on", "Allumée"), po.Entry("Rien n'est allumé.")]
    before = {"label_on": po.Entry("label_on", "Allumé", "Allumé")}
    french = catalogues.translated(wanted, before, "fr")
    assert [one.msgstr for one in french] == ["Allumée", "Rien n'est allumé."]


CODE = """
class LampState(StrEnum):
    ON = "on"

LAMP_STATE_LABELS = MappingProxyType({LampState.ON: "Allumée"})

class NoLamp(Missing):
    code = "no_lamp"
    template = "La lampe « ${name} » " "manque."

@dataclass
class LampSettings:
    watts: int = field(default=5, metadata={"doc": "Puissance en watts."})

def twice(sentence):
    return because("twice", sentence)

def check():
    yield because("dark", "Il fait noir : allumez.")
    yield twice("Cette lampe est donnée deux fois.")
    yield Reason("late", sentence_of_today())
"""


def code() -> sentences.Module:
    return sentences.Module(Path("lamp.py"), ast.parse(CODE))


def test_the_sentences_of_rules_are_collected():
    assert {one.msgid: one.default for one in sentences.collected([code()])} == {
        "label_lamp_state_on": "Allumée",
        "La lampe « ${name} » manque.": "",
        "setting_lamp_settings_watts": "Puissance en watts.",
        "Il fait noir : allumez.": "",
        "Cette lampe est donnée deux fois.": "",
    }


def test_a_reason_whose_sentence_is_computed_is_found():
    (computed,) = sentences.computed_reasons(code())
    assert ast.unparse(computed) == "Reason('late', sentence_of_today())"
