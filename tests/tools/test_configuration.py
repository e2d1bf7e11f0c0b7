"""A house runs on its own ports and in its own folder without being rebuilt."""

import configuration
from pathlib import Path
import pytest
import words


def test_ports_and_folder_of_one_house_replace_those_of_the_build():
    text = f"listen = 127.0.0.1:8080\npath {words.ROOT}/var/filestorage/Data.fs\n"
    ports = {**configuration.PORTS, "web": 9090}
    found = configuration.translated(text, Path("/srv/valmont"), ports)
    assert found == "listen = 127.0.0.1:9090\npath /srv/valmont/filestorage/Data.fs\n"


def test_a_port_that_is_no_port_is_refused(monkeypatch):
    monkeypatch.setenv("COMMUNES_ZEO_PORT", "http")
    with pytest.raises(words.Failure, match=r"COMMUNES_ZEO_PORT is “http”"):
        configuration.chosen_ports()


def test_the_ports_replaced_are_those_of_the_build():
    base = (words.ROOT / "base.cfg").read_text(encoding="utf-8")
    for name, port in configuration.PORTS.items():
        assert f"{name}-port = {port}\n" in base


def test_the_copies_name_no_port_or_folder_of_the_build(tmp_path: Path):
    ports = {name: port + 20000 for name, port in configuration.PORTS.items()}
    etc = configuration.write(tmp_path, ports)
    for name in configuration.FILES:
        text = (etc / name).read_text()
        assert str(words.ROOT / "var") not in text
        for port in configuration.PORTS.values():
            assert f"127.0.0.1:{port}\n" not in text
