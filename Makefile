# okr-assistant. `make demo` first; `make help` lists the rest.
#
# Everything is installed into .venv, from locks with hashes, and again only when a lock has changed:
# the second run of any target needs no network.

PYTHON ?= python3
UV_VERSION ?= 0.13.9
BENCH_ARGS ?=
SERVICE_ARGS ?=
EVALS_ARGS ?=
INSTRUCTIONS_ARGS ?=
TEST_ARGS ?=
LOCK_ARGS ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
COMPILE := build/uv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock" $(LOCK_ARGS)

.PHONY: demo test lint evals docs bench instructions lock help clean

# A traceback exits with 1 too, but has drafted nothing: so the draft must not be empty.
demo: .venv/.project ## draft OKRs from examples/strategi.md, and say what to do next
	@draft=$$(OKR_MODEL= $(BIN)/okr draft examples/strategi.md); code=$$?; \
	printf '%s\n' "$$draft"; \
	test $$code -le 1 || exit $$code; \
	test -n "$$draft" || { echo "okr draft wrote nothing" >&2; exit 1; }
	@cat examples/next-steps.txt

test: .venv/.dev ## run the tests on every core (TEST_ARGS="-k numbers")
	$(BIN)/python -m pytest -n auto $(TEST_ARGS)

lint: .venv/.dev ## style, formatting, types, and which way imports point
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.dev ## measure the checker, then the service (BENCH_ARGS and SERVICE_ARGS are handed on)
	$(BIN)/python -m evals.bench $(BENCH_ARGS)
	$(BIN)/python -m evals.service $(SERVICE_ARGS)

evals: .venv/.dev ## how good the checker and the drafts are, on labelled documents
	$(BIN)/python -m evals $(EVALS_ARGS)

docs: .venv/.project ## write docs/rules.md anew from the rules
	@mkdir -p docs
	$(BIN)/okr rules --all > docs/rules.md

instructions: .venv/.project ## machine instructions a set costs, against the committed figure (needs valgrind)
	$(BIN)/python -m evals.instructions $(INSTRUCTIONS_ARGS)

lock: build/uv/bin/uv ## renew the locks after a change in pyproject.toml (LOCK_ARGS=--upgrade for newer versions)
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

clean: ## remove all that make has made, .venv too
	rm -rf .venv build dist evals/out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.made:
	@command -v "$(PYTHON)" >/dev/null || { \
	echo "There is no $(PYTHON) here: install Python 3.11, 3.12 or 3.13, or name one: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || { \
	echo "okr-assistant needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is another: name one with make PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	echo "$(PYTHON) lacks the venv module: on Debian and Ubuntu, apt install python3-venv" >&2; exit 1; }
	@rm -rf .venv
	@"$(PYTHON)" -m venv .venv
	@touch $@

.venv/.runtime: requirements.lock | .venv/.made
	@echo "Installing what requirements.lock names into .venv; the first time takes about a minute." >&2
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

.venv/.project: pyproject.toml .venv/.runtime
	@$(PIP) install --no-build-isolation --no-deps --no-index -e .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.project
	@echo "Installing the tools that requirements-dev.lock names into .venv." >&2
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

build/uv/bin/uv:
	@"$(PYTHON)" -m venv build/uv
	@build/uv/bin/python -m pip --disable-pip-version-check -qq install uv==$(UV_VERSION)
