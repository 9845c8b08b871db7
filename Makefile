# Chores of a checkout; all they do is in packaging/project.py (the same on Windows without make).
# `make test ARGS="tests/unit -k orders"` hands arguments on.

# The first Python here that the project supports; name another with `make PYTHON=/path/to/python`.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& echo $$p && break; done)
ARGS ?=
# `make simulate DAYS=10000 SEED=1`, `make kills COUNT=100`, `make load ORDERS=20000`
ARGS += $(if $(DAYS),--days $(DAYS)) $(if $(SEED),--seed $(SEED)) $(if $(COUNT),--count $(COUNT)) \
	$(if $(ORDERS),--orders $(ORDERS))

CHORES := run test cov lint assets translations screenshots bench simulate kills load package lock

.PHONY: help $(CHORES) clean
.NOTPARALLEL:

help:
	@echo "make run          the window in practice mode (offscreen with pictures where there is no display)"
	@echo "make test         everything tested; ARGS=tests/unit for a part"
	@echo "make lint         style, types, layers, lock"
	@echo "make assets       forms, translations, resources"
	@echo "make translations new words of the window into resources/i18n/*.ts"
	@echo "make screenshots  pictures of the pages in out/screenshots/"
	@echo "make bench        benchmarks"
	@echo "make simulate     days of a merchant with every fault; DAYS=10000 SEED=1, ARGS=--mutants"
	@echo "make kills        SIGKILL the real program at random moments; COUNT=100"
	@echo "make load         a busy day through the window, the gateway failing by turns; ORDERS=20000"
	@echo "make package      wheel and source distribution in dist/"
	@echo "make lock         choose the newest fitting versions anew"
	@echo "make cov          the coverage of the last whole test run"
	@echo "make clean        remove what was made (the environment too)"

$(CHORES):
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed and was not found." \
	"On Debian and Ubuntu: sudo apt-get install python3 python3-venv;" \
	"or name one: make $@ PYTHON=/path/to/python3.12" >&2; exit 3; }
	@"$(PYTHON)" packaging/project.py $@ $(ARGS)

clean:
	rm -rf .venv build dist out .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache \
	jdfulfil_desktop/gui/_generated jdfulfil_desktop/_resources
	find jdfulfil_desktop -name '*.mo' -delete
