# make demo      builds kg, reads the sample profiles, asks a question, draws a picture
# make test      runs all tests
# make score     scores extraction on Tests/Gold, and on a FOLDER of documents/ and records/
# make fit       fits the weights of extraction (pip install python-crfsuite): references, and Tests/Gold with
#                other folders of documents/ and records/
# make left-out  scores each of these documents with weights fitted without its family
# make install   installs the command under PREFIX (/usr/local)
# make bench     measures
# make fuzz      feeds parsers and readers with damaged documents, a minute each
# make lint      checks the layout of the sources
PREFIX ?= /usr/local
SWIFT ?= swift
# Metadata of composed types is made by calls instead of from mangled names: resolving the names takes a
# millisecond of each start, since the runtime searches all conformances.
BUILD = $(SWIFT) build -c release --static-swift-stdlib \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
KG = .build/release/kg
DB = graph-data/kg.sqlite

.PHONY: demo test score fit left-out install bench fuzz lint setup build clean

demo: build
	rm -f $(DB) $(DB)-wal $(DB)-shm
	$(KG) ingest --db $(DB) graph-data/profiles
	$(KG) query --db $(DB) "coauthors of Fengwei Yu"
	$(KG) export --db $(DB) --around "Fengwei Yu" --format dot -o exports/fengwei-yu.dot
	$(KG) export --db $(DB) --around "Fengwei Yu" --format svg -o exports/fengwei-yu.svg

build: setup
	$(BUILD) --product kg

setup:
	@scripts/system-packages

test: setup
	SWIFT=$(SWIFT) scripts/test $(TESTS)

# `make score FOLDER=../profiles` or `make score ../profiles`
FOLDER ?= $(word 2,$(MAKECMDGOALS))

score: setup
	$(BUILD) --product kg-bench
	.build/release/kg-bench score $(or $(FOLDER),Tests/Gold $(wildcard ../shared/gold/real))

# The metadata of the ACL Anthology, 2016 and later; documents whose people and titles are left out.
ACL ?= ../shared/data/acl/acl-2016-2019.tar.xz
GOLD ?= Tests/Gold $(wildcard ../shared/gold/real)
FIT := .build/fit

# Made anew each time: the features may have changed.
.PHONY: $(FIT)/lines.jsonl $(FIT)/entries.jsonl
$(FIT)/lines.jsonl: setup
	$(BUILD) --product kg-bench
	mkdir -p $(FIT)
	.build/release/kg-bench lines $(GOLD) > $@

# Positions and degrees in layouts made at random.
$(FIT)/entries.jsonl: $(FIT)/lines.jsonl
	rm -rf $(FIT)/entries
	fit/entries/generate.py $(FIT)/entries
	.build/release/kg-bench lines $(FIT)/entries > $@

fit: $(FIT)/lines.jsonl $(FIT)/entries.jsonl
	fit/lines.py $< Sources/KGProfiles/Models/line-model.tsv
	fit/fields.py $^ --model Sources/KGProfiles/Models/field-model.tsv
	fit/references/fit.py $(ACL) .build/release/kg-bench $(addprefix --without ,$(GOLD))

left-out: $(FIT)/lines.jsonl $(FIT)/entries.jsonl
	fit/lines.py $< --write-folds $(FIT)/left-out
	fit/fields.py $^ --write-folds $(FIT)/left-out
	.build/release/kg-bench score --left-out $(FIT)/left-out $(GOLD)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 -s $(KG) $(DESTDIR)$(PREFIX)/bin/kg

bench: demo
	$(BUILD) --product kg-bench
	bench/start-up
	bench/compare.py --scale 1m
	bench/queries.py --scale 1m
	.build/release/kg-bench extract Tests/Gold/documents

fuzz:
	fuzz/run 60

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

clean:
	rm -rf .build
