# make demo    set up, build the bundled case, serve it          PORT=8001 HOST=127.0.0.1 OPEN=1
# make demo.db only build it                                     TEXT=DIR anchors it to the articles found there
# make test    set up both Datasettes, run all tests             ARGS="-k pattern" JOBS=2
# make check   formatting, lint, types, generated docs           make fix mends what can be mended
# make annotator  another library (npm) looks for every exported quotation; nothing else here needs npm
# make docs    write the generated pages                         make bench, make quality: the measures

PYTHON ?= python3
PORT ?= 8001
HOST ?= 127.0.0.1
OPEN ?= 1
TEXT ?=
ARGS ?=
JOBS ?= 2

# The stable Datasette does everything; the alpha is a second leg of the tests.
STABLE := .venv
ALPHA := .venv-alpha
# frictionless brings rich, and beside rich 15 Datasette fails where it should answer 404: validators get a house of
# their own. stix2-validator 3.3.1 lacks the schemas that it checks by.
VALIDATORS := .venv-validators
# Plugins for hosts change every address, so they are installed beside the environments: only some tests look there.
HOSTING := .venv-hosting
STABLE_DATASETTE := datasette==0.65.5
ALPHA_DATASETTE := datasette==1.0a41
PIP := -m pip --disable-pip-version-check -q
CASE := cases/kadhimi-2021/case.yml
GENERATED := docs/cli.md docs/tables.md docs/case-file.md

.DEFAULT_GOAL := help
.PHONY: help demo test check fix docs bench quality annotator clean
.DELETE_ON_ERROR:

help:
	@sed -n 's/^# //p' Makefile

$(STABLE)/installed: setup.py pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' \
		|| { echo "Python 3.10 or newer is needed: make PYTHON=python3.12 ..." >&2; exit 1; }
	@echo "Setting up $(STABLE) ..."
	@$(PYTHON) -m venv $(STABLE) \
		|| { echo "No venv module: install it (on Debian: python3-venv)." >&2; exit 1; }
	@$(STABLE)/bin/python $(PIP) install -e . "$(STABLE_DATASETTE)"
	@# Compiled once here, where the environment forbids Python to keep what it compiles at each start.
	@echo '{"doc_id": 1, "text": "Ann Smith said: it is late."}' | PYTHONDONTWRITEBYTECODE= $(STABLE)/bin/hearsay-to-sqlite attributions - >/dev/null
	@touch $@

$(STABLE)/tests: $(STABLE)/installed
	@echo "Setting up the test tools ..."
	@$(STABLE)/bin/python $(PIP) install -e ".[dev]" "$(STABLE_DATASETTE)"
	@touch $@

$(ALPHA)/tests: setup.py pyproject.toml $(STABLE)/installed
	@echo "Setting up $(ALPHA) ..."
	@$(PYTHON) -m venv $(ALPHA)
	@$(ALPHA)/bin/python $(PIP) install -e ".[test]" "$(ALPHA_DATASETTE)"
	@touch $@

$(VALIDATORS)/installed: Makefile
	@echo "Setting up $(VALIDATORS) ..."
	@$(PYTHON) -m venv $(VALIDATORS)
	@$(VALIDATORS)/bin/python $(PIP) install "extruct>=0.18" "frictionless>=5.18" "pandas>=2" "pymisp>=2.5" "stix2-validator==3.2.0"
	@touch $@

$(HOSTING)/installed: Makefile plugin/datasette_hearsay/publishing/files.py $(STABLE)/installed
	@echo "Setting up $(HOSTING) ..."
	@$(STABLE)/bin/python $(PIP) install --upgrade --target $(HOSTING) --no-deps asgi-gzip==0.3 \
		$$($(STABLE)/bin/python -c "from datasette_hearsay.publishing.files import HOSTING; print(*HOSTING)")
	@touch $@

demo.db: $(STABLE)/installed $(shell find cases loaders plugin/datasette_hearsay/sql -name '*.yml' -o -name '*.py' -o -name '*.sql')
	@$(STABLE)/bin/hearsay-to-sqlite build $(CASE) $@ $(if $(TEXT),--text "$(TEXT)")

demo: demo.db
	@$(STABLE)/bin/datasette hearsay serve demo.db --metadata metadata.yml \
		--host "$(HOST)" --port "$(PORT)" $(if $(filter 0,$(OPEN)),--no-open,--open)

test: $(STABLE)/tests $(ALPHA)/tests $(VALIDATORS)/installed $(HOSTING)/installed
	@HEARSAY_ALPHA="$(CURDIR)/$(ALPHA)/bin/python" HEARSAY_VALIDATORS="$(CURDIR)/$(VALIDATORS)/bin/python" \
		HEARSAY_HOSTING="$(CURDIR)/$(HOSTING)" \
		$(STABLE)/bin/python -m pytest -q -n $(JOBS) --dist loadfile $(ARGS)

check: $(STABLE)/tests
	@$(STABLE)/bin/ruff format --check .
	@$(STABLE)/bin/ruff check .
	@$(STABLE)/bin/mypy
	@$(STABLE)/bin/cog --check $(GENERATED)

fix: $(STABLE)/tests
	@$(STABLE)/bin/ruff format .
	@$(STABLE)/bin/ruff check --fix .

docs: $(STABLE)/tests
	@$(STABLE)/bin/cog -r $(GENERATED)

bench: $(STABLE)/tests
	@$(STABLE)/bin/python -m benchmarks $(ARGS)

quality: $(STABLE)/tests
	@$(STABLE)/bin/python -m pytest -q -s tests/quality

ANNOTATOR := .cache/annotator
$(ANNOTATOR)/node_modules: tests/annotator/package.json
	@mkdir -p $(ANNOTATOR) && cp $< $(ANNOTATOR)/
	@npm install --prefix $(ANNOTATOR) --no-audit --no-fund --ignore-scripts --silent
	@touch $@

annotator: $(STABLE)/tests $(ANNOTATOR)/node_modules
	@HEARSAY_ANNOTATOR="$(CURDIR)/$(ANNOTATOR)" $(STABLE)/bin/python -m pytest -q tests/contract/test_annotator.py

clean:
	rm -rf $(STABLE) $(ALPHA) $(VALIDATORS) $(HOSTING) $(ANNOTATOR) demo.db build dist \
		plugin/datasette_hearsay/static/vega.js
