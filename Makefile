# Reprise: everything starts here.
#
#   make reproduce    fetch the data, build, run every experiment, draw every figure, compare the digests
#                     (ONLY=001 for one document, ONLY=001/batch-32 for one experiment and its figures;
#                     FRESH=1 runs what is up to date again too: after a change of a kernel, see whether a bit moved)
#   make build        leaves the tool at .build/release/reprise
#   make test         build and run all tests: properties, gradient checks, goldens
#   make check        what CI does: tests, lint, a short run compared with its committed digest, make verify
#   make verify       train one epoch again of every experiment that is finished, from a state that its archive keeps,
#                     and compare all bits (minutes; SEED=1 chooses other epochs; without archives nothing is verified)
#   make bench        products against OpenBLAS; with PYTHON=<a Python that has torch> also convolutions, training and networks
#   make lint         style, and that every import is declared in Package.swift
#   make exhaustive   prove the elementary functions on all 2^32 inputs (minutes)
#   make architectures  what the kernels compute on ARM (plain and with vectors), RISC-V and big-endian s390x, under emulation
#   make torture      a short run with every fault at every file call, and power losses; each must end in the same bytes (minutes)
#   make fuzz         feed all that reads foreign bytes with garbled ones (TIME=600: seconds in all; TARGET=png for one of them;
#                     RUNS=10000000: inputs of each target instead of a time)
#   make sanitize     the tests under AddressSanitizer and under ThreadSanitizer
#   make gradcheck    the gradient-check table
#   make conformance  train RepDL's published LeNet on MNIST and compare with its three published digests
#   make run CONFIG=configs/001/batch-32.yaml
#   make plots        draw the figures of finished runs
#   make report       judge every claim and write plots/index.html
#   make clean        remove build products and results that are not committed

ONLY ?=
FRESH ?=
SEED ?= 0
CONFIG ?= configs/001/batch-32.yaml
TIME ?= 600
TARGET ?=
RUNS ?=
TOOL = .build/release/reprise

.PHONY: reproduce build test check verify bench exhaustive architectures torture fuzz sanitize gradcheck conformance run plots report clean lint format setup data

reproduce: build data
	$(TOOL) reproduce $(if $(filter 1,$(FRESH)),--fresh) $(ONLY)

build: setup
	swift build -c release --product reprise

# Tests run as they are shipped, optimized: the debug build's kernels are a hundred times slower.
test: setup data
	swift build -c release --build-tests
	swift test -c release --skip-build --disable-xctest

check: test lint gradcheck
	scripts/short-run.sh
	$(MAKE) verify

# An epoch of 004/adversarial alone takes longer than those of all others together.
verify: build data
	$(TOOL) verify --sample 1 --seed $(SEED) --limit 300

bench: build
	swift build -c release --product benchmarks
	.build/release/benchmarks

exhaustive: setup
	swift build -c release --product exhaustive
	.build/release/exhaustive

architectures:
	scripts/architectures.sh

torture: build
	swift build -c release --product FaultInjection
	swift build -c release --product torture
	.build/release/torture

fuzz: setup
	TIME=$(TIME) TARGET=$(TARGET) RUNS=$(RUNS) scripts/fuzz.sh

sanitize: setup data
	scripts/sanitize.sh

gradcheck: build
	$(TOOL) gradcheck

conformance: build data
	$(TOOL) run configs/conformance/repdl-lenet.yaml

run: build data
	$(TOOL) run $(CONFIG)

plots: build data
	$(TOOL) plot $(ONLY)

report: build data
	$(TOOL) report

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks
	scripts/check-imports.py

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks

clean:
	rm -rf .build
	rm -rf results/*/
	find plots -name '*.png' -delete

setup:
	@scripts/setup.sh

data: setup
	@scripts/setup.sh data
