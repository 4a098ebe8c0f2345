# `make demo` and `make test` do all the set-up; `make check` runs everything that CI runs.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
BROWSER := .venv/.browser
RECORD := build/demo.db

TRAINING := build/training
DOCUMENTS ?= 10000

.PHONY: demo test test-all lint eval bench gate check clean lock train

# The environment, made anew whenever the lock file changes.
$(READY): requirements.lock pyproject.toml
	@echo "Making the environment in .venv (about half a minute) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

# What drives a browser: large, and of use to the slow tests of the pages alone.
$(BROWSER): browser.lock $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r browser.lock
	@touch $(BROWSER)

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

test-all: $(BROWSER)
	@$(BIN)/python -m pytest -q

lint: $(BROWSER)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

eval: $(READY)
	@$(BIN)/python -m eval

bench: $(READY)
	@OMP_NUM_THREADS=1 $(BIN)/python -m bench $(DOCUMENTS)

gate: $(READY)
	@$(BIN)/python -m eval --gate

check: lint demo gate test-all

# The weights, from the sentences; PLV=PLV_train.tsv adds the benchmark's training half. PyTorch's
# build for processors alone has an index of its own: name it with PIP_EXTRA_INDEX_URL.
$(TRAINING)/.ready: training/requirements.lock training/base.lock
	@$(PYTHON) -m venv $(TRAINING)
	@$(TRAINING)/bin/pip install --quiet --require-hashes -r training/requirements.lock
	@$(TRAINING)/bin/pip install --quiet --no-deps --require-hashes -r training/base.lock
	@touch $@

train: $(READY) $(TRAINING)/.ready
	@$(TRAINING)/bin/python -m training.train $(if $(PLV),--plv $(PLV)) --out dragoman/data/models
	@$(BIN)/python -m training.confidence

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet pyproject.toml --extra web --group dev -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --group browser --constraints requirements.lock -o browser.lock

clean:
	rm -rf .venv build
