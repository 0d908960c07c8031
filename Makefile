# One environment, two doors: `make run` opens the dashboard, `make test` runs every test.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

COMPILE = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links

# The functions whose first argument is a sentence (of `plural` and `counted`, the first two;
# of `sense`, the second, in the sense that the first says).
SAID_BY = --no-default-keywords -k _ -k mark -k sense:1c,2 -k say -k rule -k plural:1,2 -k counted:1,2

.DEFAULT_GOAL := help
.PHONY: help setup run test lint format bench screenshots catalogues lock clean

help: ## What can be made here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(BIN)/istirak ## Build .venv with the command at .venv/bin/istirak

run: $(BIN)/istirak ## Open the dashboard
	@$(BIN)/istirak

test: $(VENV)/dev.stamp ## Run every test
	@$(BIN)/python -m pytest

lint: $(VENV)/dev.stamp ## Check lint, formatting, types and import rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/dev.stamp ## Format the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/dev.stamp bench/.venv/stamp ## Measure beside other programs, and write docs/performance.md
	@ISTIRAK_BENCH_REFERENCES=bench/.venv/bin $(BIN)/python bench/run.py

bench/.venv/stamp: bench/requirements.lock
	@$(PYTHON) -m venv bench/.venv
	@bench/.venv/bin/python -m pip install --quiet --require-hashes -r bench/requirements.lock
	@touch $@

screenshots: $(VENV)/dev.stamp ## Draw the pictures of the documentation
	@$(BIN)/python docs/screenshots.py

catalogues: $(VENV)/dev.stamp ## Collect the sentences to translate, and compile what is translated
	@PYTHONPATH=docs $(BIN)/pybabel --quiet extract -F babel.cfg $(SAID_BY) --no-location \
		--sort-output -o $(VENV)/istirak.pot seed store tui
	@for language in az ru; do $(BIN)/pybabel --quiet update -D istirak -d tui/locales -l $$language --init-missing \
		-i $(VENV)/istirak.pot --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date; done
	@$(BIN)/pybabel --quiet compile -D istirak -d tui/locales

lock: $(VENV)/dev.stamp ## Pin the newest dependencies that fit, with hashes
	@$(COMPILE) pyproject.toml --group build -o requirements.lock
	@$(COMPILE) pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock
	@$(COMPILE) bench/requirements.in -o bench/requirements.lock

clean: ## Remove what was built here (never the register: see `istirak locate`)
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("istirak needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv $(VENV)

$(BIN)/istirak: requirements.lock pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	@$(BIN)/python -m compileall -q seed store tui
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(BIN)/istirak
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@
