"""A program that creates items: many_items.py URL LOGIN PASSWORD NAME COUNT."""

from integrator import Integrator
from running_house import Account
import sys
from town import draft_item


if __name__ == "__main__":
    url, login, password, name, count = sys.argv[1:]
    program = Integrator(url, Account(login, password, ""))
    for number in range(int(count)):
        print(draft_item(program, f"Point {name}-{number} du service"), flush=True)
