from communes.core.theme.api import citizens_script
from communes.core.theme.api import PUBLIC_STYLES
from communes.core.theme.api import STATIC
from communes.core.theme.api import STYLES
from communes.core.theme.bundles import needed
from communes.core.theme.bundles import script
from communes.core.theme.bundles import styles
import pytest
import re


SHEETS = tuple(STATIC / f"css/{name}.css" for name in (*STYLES, *PUBLIC_STYLES))


@pytest.fixture
def plone(tmp_path):
    sheet = tmp_path / "plone.css"
    sheet.write_text(
        '@charset "UTF-8";/*! a {{{ */:root{--bs-a:1}.btn,.carousel{color:red}'
        "@media print{.carousel{color:red}p,li:is(.btn,.x){margin:0}}@font-face{src:x}"
        '.carousel::after{content:"}"}q::before{content:"{"}#portal-x p{color:red}'
    )
    return sheet


def test_one_sheet_holds_every_rule_of_ours(plone):
    text = styles(SHEETS, plone).at("/site/++x")
    for path in SHEETS:
        rules = re.findall(r"^(\.[\w-]+)\{", path.read_text(), re.MULTILINE)
        assert all(f"{one}{{" in text for one in rules), path.name
    assert text.count("{") == text.count("}") + 1  # the brace that a text holds
    assert "@import" not in text and "/*" not in text
    fonts = re.findall(r'url\("([^"]+)"\)', text)
    assert fonts and all(one.startswith("/site/++x/fonts/") for one in fonts)


def test_of_plone_stays_what_our_pages_can_show(plone):
    known = {"btn"}
    found = needed(
        plone.read_text().replace("/*! a {{{ */", ""),
        lambda one: set(re.findall(r"\.(\w+)", one)) <= known,
    )
    assert found == (
        ':root{--bs-a:1}.btn{color:red}@media print{p{margin:0}}q::before{content:"{"}'
    )


def test_one_module_imports_nothing_and_starts_all():
    text = citizens_script().at("")
    assert not re.search(r"^(import|export)\b", text, re.MULTILINE)
    for name in ("watchMenus", "watchForms", "watchSuggestions", "watchErrors"):
        assert f"function {name}(root)" in text and f"{name}(document);" in text
    # What others import stands above them, once.
    assert text.count("const in_words = ") == 1
    assert text.index("const in_words = ") < text.index("const in_suggest = ")
    assert "watchWork" not in text


def test_every_module_of_ours_can_be_bundled():
    assert "watchWork(document);" in script(STATIC / "js/page.js").at("")


def test_a_module_written_otherwise_is_refused(tmp_path):
    odd = tmp_path / "odd.js"
    odd.write_text('import all from "./page.js";\n')
    with pytest.raises(ValueError, match=r"odd\.js"):
        script(odd)


def test_the_version_changes_with_any_file(plone, tmp_path):
    more = tmp_path / "more.css"
    more.write_text(".more{color:red}\n")
    assert styles(SHEETS, plone).version != styles((*SHEETS, more), plone).version
