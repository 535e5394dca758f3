#!/usr/bin/env python3
"""Fits the model of references and writes Sources/KGProfiles/Models/reference-model.tsv.

    fit.py ACL_ARCHIVE KG_BENCH --without GOLD_FOLDER

Measures first: a third of the styles at a time is left out, and references of these styles are read by a model that was
fitted to the others. Composed styles and lines that are no references are always fitted to. `--measure-only` stops there.
"""
import argparse
import collections
import multiprocessing
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import composed
import scores
import sequence_model
import tables

MODEL = tables.ROOT / "Sources/KGProfiles/Models/reference-model.tsv"
ROTATIONS = 3
NOT_STYLES = {composed.NAME, "none"}
# With a c1 of 1 the model has a fifth more weights and reads no better.
SETTINGS = {"c1": 1.5, "c2": 0.01, "iterations": 90}
SEED = 1
FOUND = []  # the references with their features, and the lines of the corpus that they are from; set once
CORPUS = []
KG_BENCH = ""


def sequences(options):
    """Generated references with the features that the program sees, and the lines of the corpus."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as corpus:
        command = [sys.executable, HERE / "generate.py", options.archive, "--seed", str(options.seed)]
        for folder in options.without:
            command += ["--without", folder]
        subprocess.run(command, stdout=corpus, check=True)
        process = subprocess.Popen(
            [options.kg_bench, "references", corpus.name], stdout=subprocess.PIPE, text=True, encoding="utf8")
        found = list(sequence_model.read(process.stdout))
        if process.wait():
            sys.exit(process.returncode)
        lines = pathlib.Path(corpus.name).read_text(encoding="utf8").rstrip("\n").split("\n")
    if len(found) != len(lines):
        sys.exit(f"{len(lines)} references were generated, and {len(found)} have tokens")
    return found, lines


def style(sequence):
    return sequence.group.split("\t")[0]


def rotation(number):
    """The styles of a rotation, and the labels of their references as the program reads them with a model that was
    fitted to the others."""
    held_out = set(names(FOUND)[number::ROTATIONS])
    rows = sequence_model.fit([one for one in FOUND if style(one) not in held_out], **SETTINGS)
    own = [place for place, one in enumerate(FOUND) if style(one) in held_out]
    with tempfile.TemporaryDirectory() as folder:
        model, corpus = pathlib.Path(folder, "model.tsv"), pathlib.Path(folder, "corpus.jsonl")
        sequence_model.write(rows, model, "A model without some styles.")
        corpus.write_text("\n".join(CORPUS[place] for place in own), encoding="utf8")
        read = subprocess.run([KG_BENCH, "references", corpus, "--model", model], stdout=subprocess.PIPE, text=True,
                              encoding="utf8", check=True).stdout.rstrip("\n").split("\n")
    return held_out, [(style(FOUND[place]), FOUND[place].labels, labels.split("\t")) for place, labels in zip(own, read)]


def names(found):
    """The styles in an order that the seed decides."""
    sorted_names = sorted({style(sequence) for sequence in found} - NOT_STYLES)
    random.Random(SEED).shuffle(sorted_names)
    return sorted_names


def measure():
    """Prints how well references of styles are read that were left out."""
    total, by_style = scores.Scores(), collections.defaultdict(scores.Scores)
    print(scores.HEADER)
    # Processes that are forked have the references already.
    with multiprocessing.get_context("fork").Pool(min(ROTATIONS, multiprocessing.cpu_count())) as pool:
        for number, (held_out, read) in enumerate(pool.imap(rotation, range(ROTATIONS)), 1):
            own = scores.Scores()
            for name, labels, predicted in read:
                for tally in (own, total, by_style[name]):
                    tally.add(labels, predicted)
            print(own.row(f"rotation {number}, {len(held_out)} styles left out"), flush=True)
    print(total.row("all rotations"))
    for name, tally in sorted(by_style.items(), key=lambda item: item[1].mean):
        print(tally.row("  " + name))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=pathlib.Path)
    parser.add_argument("kg_bench", type=pathlib.Path)
    parser.add_argument("--without", type=pathlib.Path, action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure-only", action="store_true")
    parser.add_argument("--no-measure", action="store_true")
    options = parser.parse_args()
    global FOUND, CORPUS, KG_BENCH, SEED
    (FOUND, CORPUS), KG_BENCH, SEED = sequences(options), options.kg_bench, options.seed
    if not options.no_measure:
        measure()
    if not options.measure_only:
        rows = sequence_model.fit(FOUND, **SETTINGS)
        sequence_model.write(rows, MODEL, "The weights by which references are read; `make fit` writes them.")
        print(f"{MODEL.relative_to(tables.ROOT)}: {len(rows)} rows, {MODEL.stat().st_size // 1000} KB")


if __name__ == "__main__":
    main()
