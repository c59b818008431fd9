# Parley. `make demo` and `make test` work on a fresh clone with Python 3.12 or newer, or with uv.
SHELL := /bin/bash
BIN := .venv/bin
TESTS ?= tests
WORKERS ?= 2

# The first Python that starts and is new enough: $(PYTHON), those on the path, those of pyenv.
FINDPY = for p in $(PYTHON) python3.12 python3.13 python3.14 python3 python \
  $${PYENV_ROOT:-$$HOME/.pyenv}/versions/3.1[2-9]*/bin/python; do \
  "$$p" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] < (3, 12))' >/dev/null 2>&1 && \
  { echo "$$p"; exit 0; }; done; exit 1

.PHONY: odd help demo serve test lint format bench levers boundscheck constraints clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/.installed  ## compare four responses to one rumour (10,000 accounts)
	@$(BIN)/parley demo

serve: .venv/.installed  ## open the app in a browser (ARGS='--port 8051 --results DIR')
	@$(BIN)/parley serve --open $(ARGS)

test: .venv/.installed  ## run the tests
	@$(BIN)/pytest -q -n $(WORKERS) --dist loadfile $(TESTS)

lint: .venv/.installed  ## style, types, floors and house rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest -q tests/health

format: .venv/.installed  ## put the code into house style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: .venv/.installed  ## measure speed and memory (ARGS=--quick: small sizes)
	@$(BIN)/python -m experiments.benchmarks $(ARGS)

odd: .venv/.installed  ## make the tables of ODD.md anew from the code
	@$(BIN)/python tests/odd_tables.py

levers: .venv/.installed  ## try every lever of the model and name those that do not work
	@$(BIN)/parley doctor --levers --workers $(WORKERS)

boundscheck: .venv/.installed  ## run the tests with every array access of the kernels checked
	@NUMBA_BOUNDSCHECK=1 NUMBA_CACHE_DIR=$${TMPDIR:-/tmp}/parley-boundscheck $(BIN)/pytest -q -n $(WORKERS) --dist loadfile $(TESTS)

constraints: .venv/.installed  ## resolve the newest versions afresh and pin them (names and versions only)
	@fresh=$$(mktemp -d) && trap 'rm -rf "$$fresh"' EXIT && $(BIN)/python -m venv "$$fresh" && \
	"$$fresh/bin/python" -m pip install -q --disable-pip-version-check '.[test,peers]' && \
	"$$fresh/bin/python" -m pip list --format=freeze --exclude parley --exclude pip > "$$fresh/pins" && \
	cp "$$fresh/pins" constraints.txt

clean:  ## remove the environment and all caches (results stay)
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.installed: pyproject.toml constraints.txt
	@py=$$($(FINDPY)) || py=; \
	if uv --version >/dev/null 2>&1; then \
	  uv venv -q --allow-existing --python "$${py:-3.12}" .venv && \
	  uv pip install -q --compile-bytecode --python $(BIN)/python -c constraints.txt -e '.[test]'; \
	elif [ -n "$$py" ]; then \
	  "$$py" -m venv .venv && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[test]'; \
	else echo 'Parley needs Python 3.12 or newer, or uv (pip install uv).' >&2; exit 1; fi
	@touch $@
