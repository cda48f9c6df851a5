# Three plain entry points for people: make chat, make run, make test. The rest is for those who work on Footnote.
.PHONY: chat run test check bench lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input

chat: $(VENV)/.ready
	@$(BIN)/footnote chat

run: $(VENV)/.ready
	@$(BIN)/footnote run

test: check
	@$(BIN)/pytest --numprocesses 2 --dist loadgroup

check: $(VENV)/.ready-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache | tail -n 2

bench: $(VENV)/.ready-bench
	@$(BIN)/python -m benchmarks

# The lock files hold versions and hashes only, never the address they came from.
lock: $(VENV)/.ready
	@$(PIP) install uv
	@$(BIN)/uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-annotate --quiet --upgrade --output-file requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --extra build --extra dev --extra fast --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --no-annotate --quiet --constraint requirements.lock \
		--output-file requirements-dev.lock
	@$(BIN)/uv pip compile pyproject.toml --extra build --extra dev --extra fast --extra bench --universal \
		--python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet \
		--constraint requirements-dev.lock --output-file requirements-bench.lock

clean:
	rm -rf $(VENV) .footnote build dist *.egg-info .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Footnote needs Python 3.11 or later; name yours with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python's venv module does not work here; on Debian: apt install python3-venv" >&2; exit 2; }

$(VENV)/.ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Setting up Footnote in $(VENV) (once) ..." >&2
	@$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --no-index --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@echo "Setting up the workshop in $(VENV) (once) ..." >&2
	@$(PIP) install --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

$(VENV)/.ready-bench: requirements-bench.lock $(VENV)/.ready-dev
	@echo "Setting up what is measured against in $(VENV) (once) ..." >&2
	@$(PIP) install --require-hashes --only-binary :all: -r requirements-bench.lock
	@touch $@
