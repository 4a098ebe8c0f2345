# `make demo` and `make test` do all the set-up; `make check` runs everything that CI runs.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
RECORD := build/demo.db

.PHONY: demo test test-all lint eval bench gate check clean lock

# The environment, made anew whenever the lock file changes.
$(READY): requirements.lock pyproject.toml
	@echo "Making the environment in .venv (about half a minute) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: $(READY)
	@mkdir -p build
	@$(BIN)/dragoman build samples --record $(RECORD)
	@$(BIN)/dragoman dossier PRK PSE --record $(RECORD)
	@echo
	@echo "That was the dossier of North Korea and Palestine. Try next:"
	@echo "  $(BIN)/dragoman dossier Iran 'Saudi Arabia' --record $(RECORD)"
	@echo "  $(BIN)/dragoman events PRK IRN --record $(RECORD)"
	@echo "  $(BIN)/dragoman build YOUR_FOLDER --record mine.db"
	@echo
	@echo "To look at it in a browser, run this and open http://127.0.0.1:8765/"
	@echo "  $(BIN)/dragoman serve --record $(RECORD)"

test: $(READY)
	@$(BIN)/python -m pytest -q -m "not slow"

test-all: $(READY)
	@$(BIN)/python -m pytest -q

lint: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

eval: $(READY)
	@$(BIN)/python -m eval

bench: $(READY)
	@OMP_NUM_THREADS=1 $(BIN)/python -m bench

gate: $(READY)
	@$(BIN)/python -m eval --gate

check: lint demo gate test-all

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet pyproject.toml --extra web --group dev -o requirements.lock

clean:
	rm -rf .venv build
