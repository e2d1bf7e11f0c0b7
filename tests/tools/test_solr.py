"""How Solr is started and stopped, and what is said when it can not be."""

from pathlib import Path
import pytest
import socket
import solr
import solr_assembly
import solr_cloud
import subprocess


def test_a_busy_port_is_told_before_anything_is_built(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(solr.SolrError, match=f"Port {port}.*another port"):
            solr.start(tmp_path, port, tmp_path / "solr.log")


def test_a_solr_that_ends_at_once_is_told_with_its_last_words(tmp_path, monkeypatch):
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'No memory left.'\nexit 3\n")
    java.chmod(0o755)
    monkeypatch.setattr(solr, "build", lambda: tmp_path)
    monkeypatch.setattr(solr.java_home, "find_java", lambda *_: java)
    with pytest.raises(solr.SolrError, match=r"status 3.*No memory left"):
        solr.start(tmp_path / "home", solr.free_port(), tmp_path / "solr.log")


def test_another_lock_is_another_folder(tmp_path):
    here = solr_assembly.program_folder()
    assert here.name.startswith("9.10.1-")
    other = tmp_path / "solr.lock"
    other.write_bytes(solr_assembly.LOCK.read_bytes() + b"# changed\n")
    assert solr_assembly.program_folder(other) != here


def test_our_configuration_is_laid_into_a_home_and_data_stay(tmp_path):
    data = tmp_path / "demo-agents" / "data"
    data.mkdir(parents=True)
    for _ in range(2):
        solr_assembly.prepare_home(tmp_path)
    name = solr_assembly.configset_name()
    assert (tmp_path / "configsets" / name / "conf" / "schema.xml").exists()
    assert (tmp_path / "solr.xml").exists()
    assert data.is_dir()


def test_a_stopped_solr_is_gone(tmp_path):
    running = solr.SolrProcess(subprocess.Popen(["/bin/sleep", "600"]), 0)
    running.stop()
    assert not Path(f"/proc/{running.pid}").exists()
    running.stop()


def test_the_nodes_of_a_cloud_have_ports_of_their_own(tmp_path):
    cloud = solr_cloud.Cloud.on_free_ports(tmp_path, 3)
    assert len({*cloud.ports, cloud.zookeeper_port}) == 4
    assert cloud.urls.split() == [
        f"http://127.0.0.1:{port}/solr" for port in cloud.ports
    ]
    cloud.stop()


def test_a_busy_port_of_zookeeper_is_told(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(solr.SolrError, match=f"Port {port}"):
            solr_cloud.start_zookeeper(tmp_path, port)
