# All that people and machines do with this repository.  `make` alone lists it.
#
# KB_NO_APT=1     install nothing through apt
# KB_PYTHON=PATH  the Python (3.11 or newer) that makes .venv

SHELL := /bin/sh
.DEFAULT_GOAL := help
BIN := .venv/bin
CODE := build_tools tests benchmarks
PORT ?= 8000
FUZZ ?= 20
STORM ?= 50

.PHONY: help site serve test check bench lint messages lock setup clean fuzz storm sbom weights environment tesseract browser

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

site: setup ## set everything up and build the site into site/
	@$(BIN)/kb build
	@echo 'The site is in site/: open site/index.html in a browser.'
	@echo 'To see it as readers will, run: make serve'

serve: setup ## build, show on this computer only, build again on every change (PORT=8000)
	@$(BIN)/kb serve --port $(PORT)

test: setup browser ## set everything up and run the tests (ARGS="-k words" runs some)
	@$(BIN)/python -m pytest $(ARGS)

check: environment ## check every file of the bank; warnings fail too
	@$(BIN)/kb check --strict

fuzz: setup ## draw FUZZ times as many new hostile texts as the tests of every day (FUZZ=20)
	@KB_FUZZ=$(FUZZ) $(BIN)/python -m pytest tests/faults/test_rendering.py tests/faults/test_readers.py $(ARGS)

storm: setup ## kill STORM builds, let every write fail in every way (STORM=50)
	@KB_STORM=$(STORM) $(BIN)/python -m pytest -s tests/faults/test_storm.py $(ARGS)

sbom: environment ## write what the tool is made of to build/sbom.json (CycloneDX)
	@$(BIN)/python -m build_tools.setup.sbom requirements.lock build/sbom.json
	@echo 'build/sbom.json lists every package of requirements.lock.'

weights: environment ## learn from the labelled texts what words say; after a change of the vocabulary
	@$(BIN)/python -m benchmarks.learn --write

bench: setup ## measure and print tables; takes long
	@for script in $$(grep -l '^if __name__' benchmarks/*.py); do \
	    name=$$(basename "$$script" .py); echo "== $$name"; \
	    $(BIN)/python -m "benchmarks.$$name" || exit 1; \
	done

lint: environment ## look for mistakes in code and workflows; all tools run, also after one found some
	@failed=; \
	$(BIN)/ruff check $(CODE) || failed=1; \
	$(BIN)/ruff format --check $(CODE) || failed=1; \
	$(BIN)/mypy || failed=1; \
	$(BIN)/zizmor --offline --quiet --persona pedantic .github/workflows || failed=1; \
	test -z "$$failed"

messages: environment ## take the interface's words to the translators' catalogues
	@$(BIN)/pybabel -q extract -F babel.cfg -k N_ --no-location --sort-output -o build_tools/locale/kb.pot build_tools
	@$(BIN)/pybabel -q update -D kb -i build_tools/locale/kb.pot -d build_tools/locale --no-fuzzy-matching --ignore-obsolete

lock: ## pin the dependencies of pyproject.toml (UPGRADE=1 takes newer versions); needs uv
	@sh build_tools/setup/lock.sh $(if $(UPGRADE),--upgrade)

setup: environment tesseract ## make .venv, install Tesseract where it is missing, and nothing else

clean: ## delete what was built; readings (.cache) and .venv stay
	rm -rf build site site.* .mypy_cache .ruff_cache .pytest_cache .hypothesis

environment:
	@sh build_tools/setup/environment.sh

tesseract:
	@sh build_tools/setup/system.sh tesseract

browser:
	@sh build_tools/setup/system.sh browser fonts
