"""``make help`` explains every verb that the Makefile has."""

import re
import verbs
import words


def test_every_verb_is_explained():
    makefile = (words.ROOT / "Makefile").read_text(encoding="utf-8")
    explained = {name for name, _ in verbs.verbs(makefile)}
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE).group(1).split()
    assert set(phony) <= explained
