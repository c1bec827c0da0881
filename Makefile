# The commands that README names. Everything a command needs is set up by the command itself.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$p; break; }; done)
ifeq ($(strip $(PYTHON)),)
$(error Cần Python 3.11 trở lên / Python 3.11 or later is needed)
endif

ENVIRONMENT := $(PYTHON) tools/environment.py
VENV_PYTHON := .venv/bin/python
PORT ?= 8501
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help run test check format bench fuzz screenshots

help: ## these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: ## serve the dashboard on http://localhost:8501
	@$(ENVIRONMENT) requirements.txt
	@$(VENV_PYTHON) -m grassroots serve --port $(PORT)

test: ## all tests, those in a real browser too
	@$(ENVIRONMENT) requirements-dev.txt
	@$(VENV_PYTHON) -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

check: ## formatting, lint, types and the layers' rules
	@$(ENVIRONMENT) requirements-dev.txt
	@$(VENV_PYTHON) -m ruff format --check .
	@$(VENV_PYTHON) -m ruff check .
	@$(VENV_PYTHON) -m mypy
	@$(VENV_PYTHON) -m pytest tests/test_layers.py

format: ## put the code into its one format
	@$(ENVIRONMENT) requirements-dev.txt
	@$(VENV_PYTHON) -m ruff check --fix --quiet . || true
	@$(VENV_PYTHON) -m ruff format .

bench: ## rerun times, bytes, memory, loading speed and exports on the sample
	@$(ENVIRONMENT) requirements-dev.txt
	@$(VENV_PYTHON) -m bench.loading
	@$(VENV_PYTHON) -m bench $(ARGS)
	@$(VENV_PYTHON) -m bench.maps
	@$(VENV_PYTHON) -m bench.exports

fuzz: ## thousands of spoilt files through the reader; ARGS="--count 500" for fewer
	@$(ENVIRONMENT) requirements-dev.txt
	@$(VENV_PYTHON) -m tools.fuzz $(ARGS)

screenshots: ## every page at three sizes in both languages, into build/screenshots
	@$(ENVIRONMENT) requirements-dev.txt
	@$(VENV_PYTHON) -m tools.screenshots $(ARGS)
