# 村播课. `make` builds the course, `make test` tests everything; both set up what they need.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: build check test lint bench fuzz lock clean
.DEFAULT_GOAL := build

build: .venv/run.done
	@$(BIN)/cunbo build

check: .venv/run.done
	@$(BIN)/cunbo check

test: .venv/dev.done
	@tests/need-chromium
	@$(BIN)/pytest

lint: .venv/dev.done
	@$(BIN)/ruff check cunbo tests benchmarks
	@$(BIN)/ruff format --check cunbo tests benchmarks
	@$(BIN)/mypy

bench: .venv/bench.done
	@tests/need-chromium
	@benchmarks/need-libraries
	@$(BIN)/python -m benchmarks

fuzz: .venv/dev.done
	@$(BIN)/python -m tests.fuzz

# After a change of dependencies: pins versions and hashes, names no registry.
lock: .venv/dev.done
	$(PIP) uv
	for set in run dev bench; do \
	  $(BIN)/uv pip compile pyproject.toml requirements/build.in $$(test $$set = run || echo --extra $$set) \
	    --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    --no-emit-index-url --upgrade --quiet --output-file requirements/$$set.lock; \
	done

clean:
	rm -rf .venv build site

.venv/venv.done:
	@echo "准备 Python 环境（第一次要几分钟）……"
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { \
	  echo "这台机器少 python3-venv，现在装……"; \
	  as_root=$$(test "$$(id -u)" = 0 || echo sudo); \
	  $$as_root apt-get update -qq && $$as_root apt-get install -y -qq python3-venv >/dev/null && \
	  $(PYTHON) -m venv --clear .venv; }
	@touch $@

.venv/%.done: requirements/%.lock pyproject.toml .venv/venv.done
	@echo "装需要的软件包……"
	@$(PIP) --require-hashes -r $<
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@
