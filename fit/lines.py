#!/usr/bin/env python3
"""Fits the model of lines (Sources/KGProfiles/Models/line-model.tsv).

    kg-bench lines FOLDER… > LINES
    fit/lines.py LINES --left-out    the share of lines labelled right in groups that were left out
    fit/lines.py LINES MODEL         writes the model

The labels come from the records of the documents: the first line of an entry is B-kind, its other lines are
I-kind, all other lines are O.
"""
import argparse
import collections
import json
import os
import random as random_numbers
import re
import sys
import unicodedata

import sequence_model

KINDS = {"papers": "paper", "patents": "patent", "awards": "award", "projects": "project",
         "affiliations": "position", "education": "degree"}
DATED = ("affiliations", "education")
LONGEST_ENTRY = 6  # lines above and below the line of an entry's title that may belong to it
BEGINNING = 30     # letters and digits of the beginning of a title that stand for it
# Sections in which a title is mentioned for another reason, where it has an entry elsewhere.
ASIDE = {"paper": {"awards", "news", "talks", "service"}, "award": {"publications", "about", "news"},
         "project": {"publications", "awards"}, "patent": {"awards", "projects"}}
# Sections in which organizations and dates are those of something else.
NO_CAREER = {"news", "talks", "people", "publications", "awards", "interests"}
SHORTEST_KEY = 4   # letters and digits of a title that is searched for


def folded(text):
    """Letters and digits only, in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum())


def values(entry, field):
    own = entry.get(field)
    accepted = (entry.get("accept") or {}).get(field) or []
    return [v for v in [own, *accepted] if isinstance(v, str) and v]


class Entry:
    """An entry of a record, with the texts that show which lines it stands in."""

    def __init__(self, kind, record):
        self.kind = KINDS[kind]
        self.record = record
        self.keys, self.evidence = [], []
        if kind in DATED:
            self.keys = [folded(v) for v in values(record, "organization")]
            for field in ("role", "degree", "field", "unit"):
                self.evidence += [(folded(v), 2) for v in values(record, field)]
            for field in ("start", "end"):
                self.evidence += [(v[:4], 2) for v in values(record, field)]
            self.evidence += [(folded(name), 1) for name in record.get("advisers") or []]
        else:
            name = "name" if kind == "projects" else "title"
            self.keys = [folded(v) for v in values(record, name)]
            for author in record.get("authors") or []:
                last = folded(author.split()[-1]) if author.split() else ""
                self.evidence.append((last if len(last) > 2 else folded(author), 1))
            self.evidence += [(folded(v), 2) for v in values(record, "venue")]
            self.evidence += [(folded(v), 2) for v in values(record, "number")]
            if isinstance(record.get("year"), int):
                self.evidence.append((str(record["year"]), 1))
        self.keys = [key for key in self.keys if len(key) >= (2 if self.has_period else SHORTEST_KEY)]
        self.evidence = [e for e in self.evidence if len(e[0]) > 1]

    @property
    def has_period(self):
        return self.kind in ("position", "degree")

    def support(self, text):
        """How strongly a line's folded text points to this entry."""
        return sum(weight for value, weight in self.evidence if value in text)


class Document:
    def __init__(self, item, record, with_optional=False):
        self.lines = item["lines"]
        self.text = [folded(line["text"]) for line in self.lines]
        self.owner = [None] * len(self.lines)   # the entry of each line
        self.first = set()
        self.entries = [Entry(kind, entry) for kind in KINDS for entry in record.get(kind) or []
                        if not entry.get("optional") or with_optional and kind in DATED]
        self.joined, self.line_of = "", []
        for number, text in enumerate(self.text):
            self.joined += text
            self.line_of += [number] * len(text)

    def is_prose(self, number):
        line = self.lines[number]
        text = line["text"]
        han = len(re.findall(r"[\u3400-\u9fff]", text))
        features = line["features"]
        is_sentence = "block=paragraph" in features and "ends=stop" in features \
            and (len(text.split()) > 7 or han > 14) and line["section"][:1] in ([], ["about"])
        return (is_sentence or len(text.split()) > 30 or han > 60) and "begins date" not in features \
            and "ends date" not in features

    def places(self, key):
        start = self.joined.find(key)
        while start >= 0:
            yield self.line_of[start], self.line_of[start + len(key) - 1]
            start = self.joined.find(key, start + 1)

    def label(self):
        for entry in self.entries:
            if not entry.has_period:
                self.place_titled(entry)
        for entry in sorted((e for e in self.entries if e.has_period), key=lambda e: -len(e.evidence)):
            self.place_dated(entry)
        self.extend()
        labels = []
        for number, entry in enumerate(self.owner):
            if entry is None:
                labels.append("O")
            else:
                labels.append(("B-" if number in self.first else "I-") + entry.kind)
        return labels

    def is_in(self, sections, number):
        return bool(set(self.lines[number]["section"][:1]) & sections)

    def place_titled(self, entry):
        for key in entry.keys:
            # A title that other columns interrupt is found by its beginning.
            places = list(self.places(key)) or list(self.places(key[:BEGINNING])) if len(key) > BEGINNING \
                else list(self.places(key))
            aside = ASIDE[entry.kind]
            if any(not self.is_in(aside, first) for first, _ in places):
                places = [place for place in places if not self.is_in(aside, place[0])]
            for first, last in places:
                if self.is_in({"news", "about", "talks", "interests"}, first):
                    continue
                if entry.kind in ("award", "project") and self.is_prose(first):
                    continue
                if last - first > 4 or any(self.owner[n] for n in range(first, last + 1)):
                    continue
                for n in range(first, last + 1):
                    self.owner[n] = entry
                self.first.add(first)

    def place_dated(self, entry):
        """The window of lines that has the organization and most of the rest; without the organization, the rest."""
        best = None
        for number, text in enumerate(self.text):
            if self.owner[number] or self.is_prose(number) or self.lines[number]["isHeading"] and not entry.support(text) \
                    and not any(k in text for k in entry.keys):
                continue
            for size in range(1, 5):
                window = range(number, min(number + size, len(self.text)))
                if len(window) < size or any(
                        self.owner[n] or self.is_prose(n) or self.is_in(NO_CAREER, n) for n in window):
                    break
                joined = "".join(self.text[n] for n in window)
                named = any(key in joined for key in entry.keys)
                blocks = self.lines[window[-1]]["block"] - self.lines[number]["block"]
                support = entry.support(joined) + (3 if named else 0) - 0.6 * (size - 1) - 0.3 * blocks
                if support >= 3 and (best is None or support > best[0]):
                    best = (support, window)
        if best:
            for n in best[1]:
                self.owner[n] = entry
            self.first.add(best[1][0])

    def extend(self):
        """Lines beside an entry's own, in the same block or with its evidence, belong to it, too."""
        for _ in range(LONGEST_ENTRY):
            for number in list(self.first):
                self.extend_up(number)
            for number in range(1, len(self.lines)):
                self.extend_down(number)

    def extend_up(self, number):
        above, entry = number - 1, self.owner[number]
        if above < 0 or self.owner[above] or self.lines[above]["isHeading"]:
            return
        same = self.lines[above]["block"] == self.lines[number]["block"]
        if not same and self.lines[above]["block"] < self.lines[number]["block"] - 1:
            return
        previous = next((self.owner[n] for n in range(above, -1, -1) if self.owner[n]), None)
        support = entry.support(self.text[above])
        other = previous.support(self.text[above]) if previous else 0
        alone = same and not any(
            self.owner[n] and self.owner[n] is not entry for n in range(len(self.lines))
            if self.lines[n]["block"] == self.lines[number]["block"])
        if support > max(other, 1 if same else 2) or alone and above >= number - LONGEST_ENTRY and support >= other:
            self.owner[above] = entry
            self.first.discard(number)
            self.first.add(above)

    def extend_down(self, number):
        entry = self.owner[number - 1]
        if entry is None or self.owner[number] or self.lines[number]["isHeading"]:
            return
        same = self.lines[number]["block"] == self.lines[number - 1]["block"]
        if same or entry.support(self.text[number]) >= 3:
            self.owner[number] = entry


def records(path):
    with open(path, encoding="utf8") as file:
        found = json.load(file)
    return found if isinstance(found, list) else [found]


def sequences(path):
    for line in open(path, encoding="utf8"):
        item = json.loads(line)
        if not item["lines"]:
            continue
        record = next((r for r in records(item["record"]) if r["document"] == item["document"]), None)
        if record is None:
            continue
        document = Document(item, record)
        labels = document.label()
        if record.get("papers_complete") is False:
            labels = cut(labels, item["lines"])
        kept = [n for n, label in enumerate(labels) if label is not None]
        group = item["folder"] + " " + family(item, record)
        yield sequence_model.Sequence(
            group, [labels[n] for n in kept], [item["lines"][n]["features"] for n in kept]), item, kept


def family(item, record):
    """What is left out together: documents made in one template, or, where the record states none, those of one person."""
    stated = record.get("family")
    if stated:
        return f"{stated['template']} {stated['form']}"
    return item["document"].split("/")[0]


def cut(labels, lines):
    """Without the lines of publications after the last that was annotated."""
    last = max((n for n, label in enumerate(labels) if label == "I-paper" or label == "B-paper"), default=None)
    if last is None:
        return labels
    out = list(labels)
    for n in range(last + 1, len(labels)):
        if labels[n] == "O" and "publications" in lines[n]["section"]:
            out[n] = None
    return out


SECTIONS = ["publications", "awards", "experience", "education", "projects", "patents", "service", "teaching",
            "talks", "skills", "news", "none"]
COPIES = 1          # of each document whose headings are disturbed
# Features that count for their own line only: those of the lines around are nearly the same.
ALONE = ("near ", "part ", "section", "same ")
HIDDEN, WRONG = 0.5, 0.25   # shares of the sections of a copy whose heading is unknown, or about something else


def disturbed(sequence, random):
    """A copy in which headings are unknown or wrong: what lines are must follow from the lines, too."""
    features, given, current = [], None, None
    for own in sequence.features:
        section = next((f for f in own if f.startswith("section+start=")), "=none,").split("=")[1].split(",")[0]
        if section != given or "block=heading" in own:
            chance = random.random()
            current = "none" if chance < HIDDEN else random.choice(SECTIONS) if chance < HIDDEN + WRONG else section
            given = section
        features.append(own if current == section else [
            f for f in (moved(feature, section, current) for feature in own) if f] +
            (["no section"] if current == "none" else [f"section={current}"]))
    return sequence._replace(features=features)


def moved(feature, section, other):
    """A feature in a section of another kind; none for what states the section itself."""
    if feature.startswith(("section=", "title=")) or feature in ("no section", "is title"):
        return None
    if feature.startswith("section+"):
        return feature.replace(f"={section},", f"={other},", 1)
    return feature


def with_copies(found):
    random = random_numbers.Random(1)
    return found + [disturbed(s, random) for _ in range(COPIES) for s in found]


def fold_of_groups(found, folds):
    return {group: n % folds for n, group in enumerate(sorted({s.group for s, _, _ in found}))}


def write_folds(found, folds, folder, **options):
    """A model for each part of the groups, fitted without them, and a table of the documents of each part."""
    os.makedirs(folder, exist_ok=True)
    number = fold_of_groups(found, folds)
    with open(os.path.join(folder, "documents.tsv"), "w", encoding="utf8") as file:
        for s, item, _ in found:
            file.write(f"{item['record']}\t{item['document']}\t{number[s.group]}\n")
    for fold in range(folds):
        rows = sequence_model.fit(with_copies([s for s, _, _ in found if number[s.group] != fold]), **options)
        sequence_model.write(rows, os.path.join(folder, f"lines-{fold}.tsv"), "Fitted without a part of the documents.")


def fold_table(folder):
    """The number of the part of each document, as `write_folds` has stated it."""
    with open(os.path.join(folder, "documents.tsv"), encoding="utf8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file)
        return {(record, document): int(number) for record, document, number in rows}


def left_out(found, folds, **options):
    """Labels every sequence with a model that was fitted without its group."""
    number = fold_of_groups(found, folds)
    for fold in range(folds):
        model = sequence_model.Fit(with_copies([s for s, _, _ in found if number[s.group] != fold]), **options)
        for s, item, kept in found:
            if number[s.group] == fold:
                yield s, item, kept, model.labels(s.features)


def figures(results):
    """Precision and recall of entries by kind: an entry is right if its first line has the right label."""
    right, stated, gold = collections.Counter(), collections.Counter(), collections.Counter()
    for sequence, _, _, labels in results:
        for own, other in zip(sequence.labels, labels):
            gold[own] += 1
            stated[other] += 1
            right[own] += own == other
    return right, stated, gold


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines")
    parser.add_argument("model", nargs="?")
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--write-folds", metavar="FOLDER", help="writes the models for kg-bench score --left-out")
    parser.add_argument("--c1", type=float, default=0.1)
    parser.add_argument("--c2", type=float, default=1.0)
    parser.add_argument("--show", help="prints the lines of documents whose name contains this")
    arguments = parser.parse_args()
    found = list(sequences(arguments.lines))
    if arguments.show:
        for sequence, item, kept in found:
            if arguments.show in item["document"]:
                for label, n in zip(sequence.labels, kept):
                    print(f"{label:12}", item["lines"][n]["block"], item["lines"][n]["text"][:100].replace("\t", "⇥"))
        return
    if arguments.write_folds:
        return write_folds(found, arguments.folds, arguments.write_folds, c1=arguments.c1, c2=arguments.c2, alone=ALONE)
    if arguments.left_out:
        results = list(left_out(found, arguments.folds, c1=arguments.c1, c2=arguments.c2, alone=ALONE))
        for part in ("Tests/Gold", "real"):
            own = [r for r in results if part in r[1]["folder"]]
            right, stated, gold = figures(own)
            print(part, f"{sum(right.values()) / max(sum(gold.values()), 1):.3f} of {sum(gold.values())} lines")
            for label in sorted(gold):
                print(f"  {label:12} P {right[label] / max(stated[label], 1):.3f}  R {right[label] / gold[label]:.3f}  {gold[label]}")
        return
    sequence_model.write(
        sequence_model.fit(with_copies([s for s, _, _ in found]), c1=arguments.c1, c2=arguments.c2, alone=ALONE), arguments.model,
        "The model of lines, made by `make fit`.")


if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(__file__))
    main()
