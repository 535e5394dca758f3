"""The tables of this folder and of the program: tab-separated, `#` begins a comment, `|` separates values."""
import collections
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

Style = collections.namedtuple("Style", "name names separator last_separator template")


def rows(path):
    for line in path.read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def phrases():
    """The values of each kind of `phrases.tsv`."""
    return {kind: values.split("|") for kind, values in rows(HERE / "phrases.tsv")}


def styles():
    """The templates of each style of `styles.tsv`."""
    found = collections.defaultdict(list)
    for row in rows(HERE / "styles.tsv"):
        style = Style(*row)
        found[style.name].append(style)
    return found


def venues():
    """Kind, full name and short names of each venue that the program knows."""
    for _, kind, name, aliases, *_ in rows(ROOT / "Sources/KGLexicon/Data/venues.tsv"):
        yield kind, name, [alias for alias in aliases.split("|") if alias]


def han_surnames():
    """The frequent surnames in Han characters."""
    table = list(rows(ROOT / "Sources/KGModel/Names/Data/surnames.tsv"))
    single = next(names for kind, names in table if kind == "single")
    compound = next(names for kind, names in table if kind == "compound")
    return list(single[:150]) * 4 + list(single[150:]) + compound.split("|")[:20]
