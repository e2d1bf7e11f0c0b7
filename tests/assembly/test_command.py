"""The command of the operator: what it prints, and what it records for who starts."""

from communes.policy.commands.apply import main
from communes.policy.commands.apply import record
import json


def test_the_command_prints_every_problem_and_fails(app, demo, capsys, edit):
    edit('nis = "99901"', "nis = 99901")
    edit('brand_colour = "#0b5d6b"', 'brand_color = "#6b2d5c"')

    assert main(app, [str(demo)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all("demo/commune.toml : " in line for line in lines)


def test_the_command_says_that_nothing_had_to_change(app, demo, capsys):
    assert main(app, [str(demo)]) == 0
    assert "Rien à changer" in capsys.readouterr().out


def test_the_demonstration_accounts_are_recorded_one_for_each_role(reports, tmp_path):
    found = json.loads(
        record(reports["demo"], "demo", str(tmp_path)).read_text("utf-8")
    )

    assert found["sites"] == ["/demo/agents", "/demo/www"]
    assert [account["role"] for account in found["accounts"]] == [
        "Créatrice (Travaux et voirie)",
        "Chef de service (Travaux et voirie)",
        "Directeur général",
        "Premier échevin",
        "Conseillère communale",
        "Observateur (Service des finances)",
        "Webmestre (Communication)",
        "Intégratrice",
        "Directrice financière",
    ]
    assert all(account["password"] for account in found["accounts"])


def test_nothing_is_recorded_without_a_data_folder(reports):
    assert record(reports["demo"], "demo", None) is None
