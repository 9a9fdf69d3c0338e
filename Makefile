# Thin: every target is one command of the program or of its tests.
PYTHON ?= python3
DATA   ?= data
MINUTES ?= 1
STAMP   = .venv/installed
# Compiled at once, as pip does where it copies: also for a user who may not write, or no bytecode.
CODE    = scraper parsers schema output

.PHONY: run crawl replay test lint pytest test-browser test-contract soak fuzz bench coverage docs release lock clean

run: $(STAMP)            ## the whole pipeline on the bundled sample site, into data/sample
	.venv/bin/eduscol run --mirror tests/fixtures/site --fiches tests/fixtures/fiches/onisep.xml \
	  --fiches tests/fixtures/fiches/thin_pages.xml --data $(DATA)/sample

crawl: $(STAMP)          ## the same on the live site: make crawl CONTACT=you@example.org
	.venv/bin/eduscol run --contact "$(CONTACT)" --fiches onisep --official-list ministere --data $(DATA)/live

replay: run              ## publish the sample site and make it again in a process of other hashes
	PYTHONHASHSEED=1 .venv/bin/eduscol replay --data $(DATA)/sample
	PYTHONHASHSEED=2 .venv/bin/eduscol replay --data $(DATA)/sample

test: $(STAMP)-dev       ## ruff, mypy, import contract, pytest; side by side
	$(MAKE) --no-print-directory -j2 lint pytest

lint: $(STAMP)-dev       ## ruff, mypy, import contract
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

pytest: $(STAMP)-dev     ## the tests without the rest
	.venv/bin/python -m pytest

test-browser: $(STAMP)-dev  ## the static pages and Datasette in a real Chromium (Debian: apt-get install chromium)
	EDUSCOL_BROWSER=1 .venv/bin/python -m pytest -n0 tests/browser

test-contract: $(STAMP)-dev  ## the published contract in TypeScript, ajv, Datasette and others (needs node and npm)
	cd tests/contract && npm install --no-audit --no-fund --no-package-lock --silent
	EDUSCOL_CONTRACT=1 .venv/bin/python -m pytest -n0 tests/contract

soak: $(STAMP)-dev       ## the long tests: kills at every step, thousands of generated pages
	EDUSCOL_SOAK=1 .venv/bin/python -m pytest -o faulthandler_timeout=0 $$(grep -rl --include='test_*.py' 'import SOAK' tests)

fuzz: $(STAMP)-dev       ## any bytes to reader, robots, WARC and source files: make fuzz MINUTES=30 (each, by two engines)
	.venv/bin/python -m pip install --quiet -r tests/fuzz/requirements.txt
	for engine in atheris hypothesis; do for target in reader robots warc sources; do \
	  .venv/bin/python -m tests.fuzz $$target --engine $$engine --minutes $(MINUTES) || exit 1; done; done

bench: $(STAMP)-dev      ## crawling, reading, publishing beside others (fetches Scrapy, with parsel, for that)
	.venv/bin/python -m tests.benchmarks
	.venv/bin/python -m tests.benchmarks.reading
	.venv/bin/python -m tests.benchmarks.publishing
	.venv/bin/python -m tests.benchmarks.readings

coverage: $(STAMP)-dev   ## the tests with the lines they reach
	.venv/bin/python -m pytest --cov=scraper --cov=parsers --cov=output --cov=schema --cov-report=term:skip-covered

docs: $(STAMP)-dev       ## the generated pages of docs/, the outputs in README and docs/, output/data/operator_schemas.json
	.venv/bin/python -m tests.support.generated_pages
	.venv/bin/python -m tests.support.document_blocks

release: replay $(STAMP)-dev  ## schema, version and changelog of a release: make release VERSION=1.0.0
	.venv/bin/python -m tests.support.release $(VERSION)

lock:                    ## needs uv; writes no index address
	uv pip compile --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  --no-emit-find-links --group build pyproject.toml -o requirements.lock
	uv pip compile --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  --no-emit-find-links --group build --group test pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv dist

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv

$(STAMP): requirements.lock pyproject.toml | .venv/bin/python
	.venv/bin/python -m pip install --quiet --require-hashes -r requirements.lock
	.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	.venv/bin/python -m compileall -q $(CODE)
	touch $@

$(STAMP)-dev: requirements-dev.lock pyproject.toml | .venv/bin/python
	.venv/bin/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	.venv/bin/python -m compileall -q $(CODE)
	touch $(STAMP) $@
