# One environment, two doors: `make run` opens the dashboard, `make test` runs every test.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help setup run test lint format screenshots lock clean

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

screenshots: $(VENV)/dev.stamp ## Draw the pictures of the documentation
	@$(BIN)/python docs/screenshots.py

lock: $(VENV)/dev.stamp ## Pin the newest dependencies that fit, with hashes
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-emit-find-links pyproject.toml --group build -o requirements.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-emit-find-links -c requirements.lock \
		pyproject.toml --group build --group dev -o requirements-dev.lock

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
