"""Fits the weights of a linear-chain conditional random field with CRFsuite (pip install python-crfsuite).

The program reads the weights (Sources/KGProfiles/Tagging); it needs neither Python nor CRFsuite.

A file of sequences has one token a line, its label and its features separated by tabs; an empty line ends a
sequence. A line that begins with "# " before a sequence is the sequence's group: what is left out together.
"""
import collections
import os
import tempfile

import pycrfsuite

REACH = 2  # tokens on each side whose features count; SequenceModel.reach
LEAST = 0.01  # weights below it decide nothing, and are a third of a model
OWN = "@"  # begins the names of features that count for their own token only

Sequence = collections.namedtuple("Sequence", "group labels features")


def read(lines):
    """The sequences of a file."""
    group, labels, features = "", [], []
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# ") and not labels:
            group = line[2:]
        elif line:
            label, *own = line.split("\t")
            labels.append(label)
            features.append(own)
        elif labels:
            yield Sequence(group, labels, features)
            labels, features = [], []
    if labels:
        yield Sequence(group, labels, features)


def attributes(features, alone=OWN):
    """The attributes of each token: the features of it and of its neighbours, with their distance.

    Features that begin with `alone`, a text or a tuple of texts, count for their own token only.
    """
    spread = [[name for name in names if not name.startswith(alone)] for names in features]
    tokens = []
    for place, names in enumerate(features):
        near = range(max(place - REACH, 0), min(place + REACH + 1, len(features)))
        token = [f"{other - place}\t{name}" for other in near for name in spread[other]]
        tokens.append(token + [f"0\t{name}" for name in names if name.startswith(alone)])
    return tokens


class Fit:
    """A model fitted to sequences: labels others, and has its weights as rows."""

    def __init__(self, sequences, c1=1.0, c2=0.01, iterations=80, alone=OWN):
        self.alone = alone
        trainer = pycrfsuite.Trainer(verbose=False)
        for sequence in sequences:
            trainer.append(attributes(sequence.features, alone), sequence.labels)
        trainer.set_params({"c1": c1, "c2": c2, "max_iterations": iterations, "feature.possible_transitions": True})
        handle, path = tempfile.mkstemp()
        os.close(handle)
        try:
            trainer.train(path)
            self.tagger = pycrfsuite.Tagger()
            self.tagger.open(path)
        finally:
            os.remove(path)

    def labels(self, features):
        """The labels of a sequence."""
        return self.tagger.tag(attributes(features, self.alone))

    def rows(self):
        """Rows (feature, offset, label, weight) of the model, after the row of the labels."""
        info = self.tagger.info()
        rows = [["labels", *sorted(info.labels)]]
        for (previous, label), weight in sorted(info.transitions.items()):
            rows.append(["transition", previous, label, f"{weight:.4g}"])
        for (attribute, label), weight in sorted(info.state_features.items()):
            if abs(weight) < LEAST:
                continue
            offset, feature = attribute.split("\t", 1)
            rows.append([feature, offset, label, f"{weight:.4g}"])
        return rows


def fit(sequences, c1=1.0, c2=0.01, iterations=80, alone=OWN):
    """Rows (feature, offset, label, weight) of a model, after the row of the labels."""
    return Fit(sequences, c1, c2, iterations, alone).rows()


def write(rows, path, comment):
    """Writes a model, with a comment that says how it is made again."""
    with open(path, "w", encoding="utf8") as file:
        file.write(f"# {comment} Columns: feature, offset, label, weight.\n")
        for row in rows:
            file.write("\t".join(row) + "\n")
