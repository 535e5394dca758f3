#!/usr/bin/env python3
"""Fits the model of fields (Sources/KGProfiles/Models/field-model.tsv).

    kg-bench lines FOLDER… > LINES
    fit/fields.py LINES… --model MODEL         writes the model
    fit/fields.py LINES… --write-folds FOLDER  the models for kg-bench score --left-out

The labels come from the records of the documents: the texts of the fields are looked for in the lines of the
entry that has most of them. Generated documents (`entries/`) state their labels, and are never left out.
"""
import argparse
import itertools
import json
import os
import sys

import lines as line_labels
import sequence_model
from lines import folded, values

FIELDS = {"organization": "organization", "unit": "unit", "role": "role", "degree": "degree", "field": "subject"}
ITERATIONS = 130  # more fit the layouts of the documents too closely: .880 left out becomes .877 with 250
COPIES = 3  # of each list: with all organizations that are known, with some of them and with none
ABOVE = 12  # lines above an entry among which the organization of successive positions is looked for


class EntryTokens:
    """A list of the program, with the labels that the records give its tokens."""

    def __init__(self, item, owners):
        self.lines = item["lines"]
        self.tokens = item["tokens"]
        self.owners = [owners[n] for n in self.lines]
        self.labels = ["O"] * len(self.tokens)
        self.texts = [folded(t["text"]) for t in self.tokens]

    def label(self):
        seen = []
        for line, owner in enumerate(self.owners):
            if owner is not None and owner.has_period and owner not in seen:
                seen.append(owner)
                self.mark(owner, line)

    def tokens_of(self, lines):
        return [n for n, t in enumerate(self.tokens) if t["line"] in lines]

    def mark(self, entry, first):
        own = self.tokens_of({n for n, owner in enumerate(self.owners) if owner is entry})
        for field, label in FIELDS.items():
            own_text, *others = [folded(v) for v in values(entry.record, field)] or [""]
            texts = [text for text in [own_text, *sorted(others, key=len, reverse=True)] if text]
            if any(self.place(text, label, own) for text in texts):
                continue
            if field in ("organization", "role"):
                self.place_above(texts, label, first)
        self.mark_period(entry, own)

    def place_above(self, texts, label, first):
        """What an entry shares with those above it, or has from the heading."""
        for line in range(first - 1, max(-1, first - ABOVE), -1):
            tokens = self.tokens_of({line})
            found = "".join(self.texts[n] for n in tokens if self.labels[n].endswith(label))
            for text in texts:
                if len(text) < 2:
                    continue
                if found and (text in found or found in text) or self.owners[line] is None \
                        and self.place(text, label, tokens):
                    return

    def place(self, text, label, tokens):
        """Labels the first unlabelled tokens whose text this is; whether there are any."""
        for start, first in enumerate(tokens):
            if not self.texts[first] or not text.startswith(self.texts[first]):
                continue
            joined, end = "", start
            while end < len(tokens) and len(joined) < len(text):
                joined += self.texts[tokens[end]]
                end += 1
            run = tokens[start:end]
            if joined != text or any(self.labels[n] != "O" for n in run):
                continue
            while not self.texts[run[-1]]:
                run.pop()
            self.set(run, label)
            return True
        return False

    def set(self, run, label):
        for n in run:
            self.labels[n] = "I-" + label
        self.labels[run[0]] = "B-" + label

    def mark_period(self, entry, tokens):
        years = [v[:4] for field in ("start", "end") for v in values(entry.record, field)]
        runs, previous = [], None
        for n in tokens:
            if "date" in self.tokens[n]["features"]:
                if previous == n - 1 and self.tokens[n]["line"] == self.tokens[previous]["line"]:
                    runs[-1].append(n)
                else:
                    runs.append([n])
                previous = n
        best = None
        for run in runs:
            text = "".join(self.texts[n] for n in run)
            count = sum(y in text or y[2:] in text for y in years)
            if count and all(self.labels[n] == "O" for n in run) and (best is None or count > best[0]):
                best = (count, run)
        if best:
            self.set(best[1], "period")


class StatedFields:
    """The fields of a generated document, which states them itself: for each letter the number of its text and its label."""

    def __init__(self, path):
        self.letters, self.places = "", []
        with open(path, encoding="utf8") as file:
            pieces = [piece for line in json.load(file) for piece in line]
        for number, (text, label) in enumerate(pieces):
            letters = folded(text)
            self.letters += letters
            self.places += [(number, label)] * len(letters)

    def label(self, entries):
        for line in range(len(entries.lines)):
            tokens = entries.tokens_of({line})
            place = self.letters.find("".join(entries.texts[n] for n in tokens))
            if place >= 0:
                self.label_line(entries, tokens, place)

    def label_line(self, entries, tokens, place):
        """Labels the tokens of a line whose letters begin at a place; signs belong to the text around them."""
        runs = []   # (number and label of a text, its first token, its last)
        for n in tokens:
            if not entries.texts[n]:
                continue
            own = self.places[place]
            place += len(entries.texts[n])
            if runs and runs[-1][0] == own:
                runs[-1] = (own, runs[-1][1], n)
            else:
                runs.append((own, n, n))
        for (_, label), first, last in runs:
            if label:
                entries.set(range(first, last + 1), label)


def sequences(paths):
    for line in itertools.chain.from_iterable(open(path, encoding="utf8") for path in paths):
        item = json.loads(line)
        if not item["lists"]:
            continue
        record = next((r for r in line_labels.records(item["record"]) if r["document"] == item["document"]), None)
        if record is None:
            continue
        document = line_labels.Document(item, record, with_optional=True)
        document.label()
        group = item["folder"] + " " + line_labels.family(item, record)
        path = os.path.join(item["folder"], "fields", os.path.basename(item["record"]))
        given = StatedFields(path) if os.path.exists(path) else None
        # Half of the organizations of generated documents are unknown in any case.
        for found in item["lists"][::COPIES] if given else item["lists"]:
            entries = EntryTokens(found, document.owner)
            if given:
                given.label(entries)
            else:
                entries.label()
            yield sequence_model.Sequence(group, entries.labels, [t["features"] for t in entries.tokens]), item, entries


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", nargs="+")
    parser.add_argument("--model")
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--write-folds", metavar="FOLDER", help="writes the models for kg-bench score --left-out")
    parser.add_argument("--c1", type=float, default=0.1)
    parser.add_argument("--c2", type=float, default=2.5)
    parser.add_argument("--show", help="prints the tokens of documents whose name contains this")
    arguments = parser.parse_args()
    found = list(sequences(arguments.lines))
    if arguments.show:
        for sequence, item, entries in found[::2]:
            if arguments.show in item["document"]:
                last = None
                for label, token in zip(sequence.labels, entries.tokens):
                    if token["line"] != last:
                        print()
                        last = token["line"]
                    print(token["text"] + ("" if label == "O" else f"/{label}"), end=" ")
                print()
        return
    if arguments.write_folds:
        groups = line_labels.fold_table(arguments.write_folds)
        for fold in sorted(set(groups.values())):
            rows = sequence_model.fit(
                [s for s, item, _ in found if groups.get((item["record"], item["document"])) != fold], c1=arguments.c1, c2=arguments.c2, iterations=ITERATIONS)
            sequence_model.write(rows, os.path.join(arguments.write_folds, f"fields-{fold}.tsv"),
                                 "Fitted without a part of the documents.")
        return
    sequence_model.write(sequence_model.fit([s for s, _, _ in found], c1=arguments.c1, c2=arguments.c2, iterations=ITERATIONS), arguments.model,
                         "The model of fields, made by `make fit`.")


if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(__file__))
    main()
