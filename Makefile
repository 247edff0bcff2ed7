# 村播课. `make` builds the course, `make test` tests everything; both set up what they need.

PYTHON ?= python3
BIN := .venv/bin
RUN := $(BIN)/python -m
# Compiled modules are kept: each of the processes that tests start would compile all of ours anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: build check test judges lint bench fuzz lock clean
.DEFAULT_GOAL := build

build: need-run
	@$(RUN) cunbo build
	@command -v cunbo >/dev/null || echo "要用 cunbo 命令，在这个窗口里先运行一次：. $(BIN)/activate"

check: need-run
	@$(RUN) cunbo check

test: need-dev
	@tests/need-chromium
	@$(RUN) pytest -n auto --dist loadfile

# Programs of others say whether pages and sheets are right; slow, and much to install at first.
judges: need-dev need-judges
	@tests/need-chromium
	@tests/judges/need-programs
	@$(RUN) pytest -n auto --dist loadfile tests/judges -o python_files='judge_*.py'

lint: need-dev
	@$(RUN) ruff check cunbo drawing tests benchmarks
	@$(RUN) ruff format --check cunbo drawing tests benchmarks
	@$(RUN) mypy

bench: need-bench
	@tests/need-chromium
	@benchmarks/need-libraries
	@$(RUN) benchmarks

fuzz: need-dev
	@$(RUN) tests.fuzz

# After a change of dependencies: pins versions and hashes, names no registry.
lock: need-dev
	$(RUN) pip --disable-pip-version-check install --quiet uv
	for set in run dev bench judges; do \
	  $(BIN)/uv pip compile pyproject.toml requirements/build.in $$(test $$set = run || echo --extra $$set) \
	    --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    --no-emit-index-url --upgrade --quiet --output-file requirements/$$set.lock; \
	done

# What is published stays: only `cunbo build` knows which of it a build has made.
clean:
	rm -rf .venv build
	@test ! -e site || echo "site/ 没有删，里面可能有别的东西。不要了就自己删掉它。"

# The packages that requirements/%.lock lists, in an environment that runs from here.
need-%:
	@$(PYTHON) -c '' 2>/dev/null || { \
	  echo "没有找到能用的 $(PYTHON)。要 Python 3.11 以上，比如在 Debian、Ubuntu 上：sudo apt install python3"; \
	  echo "装在别的名字下面的，写明是哪一个：make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) requirements/environment.py $*
