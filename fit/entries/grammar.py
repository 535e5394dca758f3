"""Texts made of the symbols of `words.tsv`."""
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SYMBOL = re.compile(r"\{([\w ]+)\}")
KNOWN = 0.5  # share of organizations from the program's table


def rows(path):
    for line in path.read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


class Grammar:
    def __init__(self, random):
        self.random = random
        self.rules = {}
        for symbol, language, alternatives in rows(HERE / "words.tsv"):
            self.rules.setdefault((symbol, language), []).extend(alternatives.split("|"))
        self.known = self._known()

    def _known(self):
        """Names of the organizations that the program knows, by language and kind."""
        found, is_company = {}, False
        path = ROOT / "Sources/KGLexicon/Data/organizations.tsv"
        for line in path.read_text(encoding="utf8").splitlines():
            if line.startswith("#"):
                is_company = line.startswith("# Companies")
            elif line:
                _, english, chinese, short, *_ = line.split("\t")
                names = {"*": english.split("|")[:2] + short.split("|")[:1], "zh": chinese.split("|")}
                for language, own in names.items():
                    found.setdefault((language, is_company), []).extend(name for name in own if name)
        return found

    def text(self, symbol, language):
        """A text for a symbol in a language, or in English where the language has none."""
        alternatives = self.rules.get((symbol, language)) or self.rules[(symbol, "*")]
        chosen = self.random.choice(alternatives)
        return SYMBOL.sub(lambda match: self.text(match.group(1), language), chosen)

    def organization(self, kind, language):
        """The name of a company, university or institute; half of them are known to the program."""
        known = self.known.get((language, kind == "company"))
        if known and self.random.random() < KNOWN:
            return self.random.choice(known)
        return self.text(kind, language)
