# Every verb of the house. `make help` explains them.
PYTHON ?= python3.11
PROFILE ?= demo
VENV = .build/venv/bin
BUILD = $(PYTHON) tools/build.py
export PROFILE

.DEFAULT_GOAL := help
.PHONY: help build run test test-domain lint walls format i18n news lock openapi examples pictures bench bench-search bench-relevance bench-faults bench-deliberations bench-publications bench-web bench-pst bench-newsletter year new-solution new-commune check clean

help: ## explain every verb
	@$(PYTHON) tools/verbs.py $(MAKEFILE_LIST)

build: ## build the house: bin/instance, bin/worker, bin/zeoserver
	@$(BUILD) --lock run --config buildout.cfg

run: build ## run database, Solr, web and worker; creates the commune PROFILE=demo at first
	@$(VENV)/python tools/run.py

build-test: # what the tests need, without the house's own processes
	@$(BUILD) --lock test --config buildout.cfg --config test.cfg
	@$(VENV)/python tools/solr.py build
	@$(VENV)/python tools/artifacts.py requirements/verapdf.lock > /dev/null

test: build-test ## run every test; one closing line, one exit status
	@bin/pytest $(ARGS)

test-domain: build-test ## run the pure rules only, in seconds
	@bin/pytest -k "domain" -p no:zope.pytestlayer $(ARGS)

test-%: build-test ## run the tests of one solution: make test-deliberations
	@bin/pytest src/communes.$* $(ARGS)

build-lint:
	@$(BUILD) --lock lint

lint: build-lint walls ## check style, types of the domain, XML, and the walls
	@$(VENV)/ruff format --check --quiet . || { echo "make format mends this"; exit 1; }
	@$(VENV)/ruff check --quiet .
	@$(VENV)/python tools/check_domain_types.py
	@$(VENV)/python tools/check_markup.py

walls: build-lint ## check who may import whom (.importlinter)
	@$(VENV)/python tools/check_walls.py

format: build-lint ## put code, XML and ZCML into the house's form
	@$(VENV)/ruff format --quiet .
	@$(VENV)/ruff check --quiet --fix .
	@$(VENV)/python tools/check_markup.py --write

i18n: build-lint ## collect the sentences of every distribution into its catalogues
	@$(VENV)/python tools/catalogues.py

news: build-lint ## show the changelog that the fragments of news/ would make
	@$(VENV)/towncrier build --draft --version next

lock: build-lint ## resolve requirements/*.in anew, with the sums of every file
	@$(VENV)/python tools/lock.py

openapi: build-test ## write docs/reference/openapi.json from the services
	@$(VENV)/python tools/openapi.py

examples: build-test ## write the HTTP examples of the docs from the tests of the services
	@COMMUNES_WRITE_EXAMPLES=1 bin/pytest src -k "test_services" $(ARGS)

pictures: build-test ## take the pictures of docs/pictures from the stories
	@COMMUNES_PICTURES=1 bin/pytest tests/stories/test_pictures.py $(ARGS)

bench: build-test ## measure starts and pages beside a stock Plone, in one run
	@$(VENV)/python tools/bench.py --cold --requests 60 --write

bench-search: build-test ## measure the search beside bare Solr, ZCatalog and stock collective.solr
	@$(VENV)/python tools/bench_search.py --write $(ARGS)

bench-relevance: build-test ## judge 107 questions beside stock collective.solr and ZCatalog
	@bin/pytest -q src/communes.search/communes/search/tests/test_relevance.py $(ARGS)

bench-faults: build-test ## kill, hang and fill the search under 1,000 objects, change rights on 10,000
	@COMMUNES_FAULT_OBJECTS=1000 COMMUNES_RIGHTS_OBJECTS=10000 bin/pytest -s \
		src/communes.search/communes/search/tests/test_faults_house.py \
		src/communes.search/communes/search/tests/test_rights_large.py $(ARGS)

bench-exchange: build-test ## kill two houses under 1,000 messages: all done once, in order
	@COMMUNES_FAULT_MESSAGES=1000 bin/pytest -s \
		src/communes.exchange/communes/exchange/tests/test_faults_exchange.py $(ARGS)

bench-deliberations: build-test ## measure the deliberations beside the bare engines and a stock Plone
	@$(VENV)/python tools/bench_deliberations.py --write $(ARGS)

bench-publications: build-test ## measure the portal, with and without a proxy, beside a stock Plone
	@$(VENV)/python tools/bench_publications.py --write $(ARGS)

bench-web: build-test ## measure the website, with and without a proxy, beside a stock Plone
	@$(VENV)/python tools/bench_web.py --write $(ARGS)

bench-pst: build-test ## measure tree, timeline and reports beside a stock Plone and bare engines
	@$(VENV)/python tools/bench_pst.py --write $(ARGS)

bench-newsletter: build-test ## send an issue to 20,000 addresses, its worker killed three times
	@$(VENV)/python tools/bench_newsletter.py --write $(ARGS)

year: build-test ## play a year of a commune: 45 meetings of the college, 11 of the council
	@COMMUNES_YEAR=full bin/pytest -s \
		src/communes.deliberations/communes/deliberations/tests/test_api_year.py $(ARGS)

new-solution: ## make src/communes.NAME: make new-solution NAME=cimetieres
	@$(PYTHON) tools/new_solution.py $(NAME)

new-commune: ## make profiles/SLUG: make new-commune SLUG=rocheval NIS=99902
	@$(PYTHON) tools/new_commune.py $(SLUG) $(NIS)

check: lint test ## what CI runs, nothing else

clean: ## remove what was built (not var/, not the downloads)
	@rm -rf .build bin
