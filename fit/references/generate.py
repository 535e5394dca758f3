#!/usr/bin/env python3
"""Generates labelled references in many styles.

    generate.py ACL_ARCHIVE --without GOLD_FOLDER --count 120 > corpus.jsonl

Lists of references share their template and habits: numbering, marks, links, line ends, noise. Each line is an object:
text, marks and fields (ranges with a kind), style, list, hidesVenues. The same seed gives the same references.
"""
import argparse
import json
import pathlib
import random
import re
import sys

import composed
import material
import tables
from habits import Habits
from marked_text import Text
from names import HAN_FORMS, Names

LIST_LENGTHS = (4, 12)
COMPOSED_LENGTHS = (2, 5)  # many styles count more than many references of one
MARKS = {"**": "strong", "*": "emphasis", "@": "link", "`": "code", "_": "underline"}
PARTS = re.compile(r"\{\w\}|\*\*|\*|@|`|_|\\n|\\t|[^{*@`_\\]+")


class Generator:
    def __init__(self, found, seed):
        self.random = random.Random(seed)
        self.titles = found.titles
        self.phrases = tables.phrases()
        self.venues = list(tables.venues())
        self.names = Names(self.random, found.people, self.phrases, tables.han_surnames())

    def chance(self, share):
        return self.random.random() < share

    def phrase(self, kind):
        return self.random.choice(self.phrases[kind])

    # Values

    def filled(self, pattern):
        """A phrase with words of titles, fields and letters in its places."""
        title = self.random.choice(self.titles)
        words = [word for word in title.split() if word[0].isupper() and word.isalpha()] or ["Deep"]

        def value(match):
            word = self.random.choice(words)
            return {
                "v": lambda: self.random.choice(self.venue(None)), "Y": lambda: str(self.year()),
                "M": lambda: self.phrase("month"), "C": lambda: self.phrase("place"),
                "n": lambda: " ".join(self.names.person()), "za": lambda: self.phrase("zh a"),
                "zb": lambda: self.phrase("zh b"), "zm": lambda: self.native_title("zh"),
                "ja": lambda: self.phrase("ja a"),
                "f": lambda: self.phrase("field"), "w": lambda: word, "t": lambda: title, "ab": lambda: word[:2],
                "abc": lambda: word[:3].upper() + word[3:5],
                "x": lambda: self.random.choice(self.phrases["letters"][0]),
            }[match.group(1)]()
        return re.sub(r"\{(\w+)\}", value, pattern)

    def year(self):
        return self.random.randint(1992, 2026)

    def native_title(self, language):
        parts = self.phrase(f"{language} m")
        return re.sub(r"\{([ab])\}", lambda match: self.phrase(f"{language} {match.group(1)}"), parts)

    def title(self, style, habits):
        language = HAN_FORMS.get(style.names)
        if language and habits.native_share > self.random.random():
            return self.native_title(language)
        title = self.random.choice(self.titles)
        if self.chance(0.2) and ":" not in title:
            title = self.filled(self.phrase("system")) + ": " + title
        elif self.chance(0.04):
            title += self.random.choice((" V2", " 2.0", " – " + title.split()[-1], " with 3D", "?", "!"))
        elif self.chance(0.03):
            title = self.filled("{w} {w}")
        elif self.chance(0.02):
            title = self.filled(self.phrase("quoting"))
        elif self.chance(0.01):
            title = title.split(":")[0] + self.random.choice(("? ", "! ")) + self.random.choice(self.titles)
        if habits.is_lower_case:
            head, gap, rest = title.partition(" ")
            title = head + gap + re.sub(r"\b[A-Z][a-z]+\b", lambda match: match.group().lower(), rest)
        return title

    def venue(self, style):
        """Full and short name; the style decides about the language."""
        language = style and HAN_FORMS.get(style.names)
        if language and self.chance(0.9):
            name = self.phrase(f"{language} venue")
            return name, name
        if self.chance(0.3):
            name = self.filled(self.phrase("venue"))
            short = "".join(word[0] for word in name.split() if word[0].isupper())
            return name, short if len(short) > 2 and self.chance(0.7) else name
        kind, name, aliases = self.random.choice(self.venues)
        short = self.random.choice([alias for alias in aliases if len(alias) < 14] or [name])
        if kind == "journal" and self.chance(0.3):
            abbreviated = self._abbreviated(name)
            return abbreviated, abbreviated
        if kind == "conference" and self.chance(0.45):
            name = self._with_lead(name)
        elif kind == "conference" and self.chance(0.15):
            short = f"{short} " + self.random.choice(
                ("Workshop", "Findings", "Workshops", "Demo", "Datasets and Benchmarks Track"))
        elif kind == "conference" and self.chance(0.05):
            short = self.filled("{f} Workshop") + self.random.choice((" @ ", " at ", ", ")) + short
        return name, short

    def _abbreviated(self, name):
        stop = self.random.choice((".", ".", ""))

        def cut(word):
            return word if len(word) < 6 or word.isupper() else word[:self.random.randint(3, 5)] + stop
        return " ".join(cut(word) for word in name.split() if word not in ("of", "on", "and", "the", "in"))

    def _with_lead(self, name):
        number, year = self.random.randint(4, 49), self.random.randint(2005, 2025)
        return self.random.choice((
            "Proceedings of the ", "Proc. of the ", f"Proceedings of the {number}th ", f"Proceedings of the {year} ",
            "IEEE/CVF ", "The ", f"The {number}th ", "Annual ", f"{number}th ", "Proc. ")) + name

    def values(self):
        number = lambda low, high: str(self.random.randint(low, high))
        first = self.random.randint(1, 9000)
        last = first + self.random.randint(4, 20)
        pages = f"e{first}" if self.chance(0.2) else f"{first}{self.random.choice(('-', '–', '–', '--'))}{last}"
        doi = f"10.{number(1000, 9999)}/{number(10**6, 4 * 10**6)}"
        return {
            "N": number(1, 80), "I": number(1, 12), "P": pages, "C": self.phrase("place"), "M": self.phrase("month"),
            "D": self.random.choice((f"https://doi.org/{doi}", doi, "")), "X": self.arxiv(), "K": self.key(),
        }

    def key(self):
        """What a list calls a reference: [QF20], [Qui20a], [QFD+20]."""
        families = [self.names.person()[1] for _ in range(self.random.randint(1, 4))]
        letters = families[0][:3] if len(families) == 1 else "".join(family[0] for family in families)
        return letters + self.random.choice(("", "", "+")) + str(self.year())[2:] + self.random.choice(("", "", "a", "b"))

    def arxiv(self):
        return f"{self.random.randint(1500, 2512)}.{self.random.randint(1, 20000):05d}"

    # References

    def reference(self, style, habits, place):
        """A reference of a list; `place` counts from 1."""
        values = self.values()
        year = self.year()
        full, short = self.venue(style)
        field = "venue"
        if style.names not in HAN_FORMS and self.chance(0.07):
            full = short = self.phrase("preprint").replace("{x}", self.arxiv())
        elif style.names not in HAN_FORMS and self.chance(0.04):
            full = short = self.filled(self.phrase("unpublished"))
            field = None
        text = Text()
        text.add(re.sub("n", str(place), habits.number))
        active = []
        for part in PARTS.findall(style.template):
            if part in MARKS:
                mark = MARKS[part]
                active.remove(mark) if mark in active else active.append(mark)
            elif part == "{A}":
                self.add_authors(text, style, habits, active)
                if habits.is_noisy and self.chance(0.06):
                    text.add(" " + self.phrase("between"), marks=active)
            elif part == "{T}":
                text.add(self.title(style, habits), "title", active)
                if habits.has_subtitles and "{T}" in style.template.split("\\n")[0]:
                    text.add("\n" + self.filled(self.phrase("subtitle")))
                if habits.is_noisy and self.chance(0.04):
                    text.add(" " + self.phrase("between"))
            elif part in ("{V}", "{v}"):
                text.add(full if part == "{V}" else short, field, active)
            elif part == "{R}":
                text.add(full if "Proc" in full else "Proceedings of the " + full, field, active)
            elif part in ("{Y}", "{y}"):
                text.add(str(year)[2 if part == "{y}" else 0:], "year", active)
            elif part == "{B}":
                text.add(self.phrase("publisher"), marks=active)
            elif part == "{E}":
                text.add(self.editors(style, habits), marks=active)
            elif part[0] == "{":
                text.add(values[part[1]], marks=active)
            else:
                part = {"\\n": "\n", "\\t": "\t"}.get(part, part)
                text.add(part[1:] if part[0] == "." and text.last in ".?!" else part, marks=active)
        self.add_noise(text, habits)
        return self.finished(text, style, habits)

    def editors(self, style, habits):
        count = self.random.randint(1, 3)
        return " and ".join(self.names.name(style.names, False, habits) for _ in range(count))

    def add_authors(self, text, style, habits, active):
        if style.names == "given-family" and self.chance(0.02):
            text.add(self.filled(self.phrase("team")), marks=active)
            return
        count = min(1 + int(self.random.expovariate(0.3)), 16)
        printed = self.random.randint(1, 6) if count > 3 and self.chance(0.15) else count
        printed = min(printed, count)
        owner = self.random.randrange(count)
        separator = (" " if habits.loose_commas else "") + style.separator
        for index in range(printed):
            if index:
                text.add(self._separator(index, count, separator, style, habits), marks=active)
            marks = list(active)
            if habits.owner_mark and index == owner:
                marks.append(habits.owner_mark)
            if habits.links_authors and self.chance(0.7):
                marks.append("link")
            text.add(self.names.name(style.names, index == 0, habits), "author", marks)
            if habits.is_noisy and self.chance(0.25):
                own = self.chance(0.6)
                text.add(habits.name_mark if own else self.phrase("other mark"), marks=active)
        if printed < count:
            text.add("等" if style.names == "han" else self.phrase("others"), marks=active)
        elif style.names == "han" and self.chance(0.1):
            text.add("等")

    def _separator(self, index, count, separator, style, habits):
        if index < count - 1:
            return separator
        last = habits.last_separator
        # Two names have no comma before “and”.
        if count == 2 and style.names != "family-initials":
            last = last.replace(", and", " and").replace(", &", " &")
        return last

    def add_noise(self, text, habits):
        if habits.is_noisy and self.chance(0.5):
            text.add(self.random.choice((" ", ". ", ", ", "\n", "; ")))
            text.add(self.filled(self.phrase("note")), marks=["strong"] if self.chance(0.3) else [])
        if habits.has_links:
            self.add_links(text, habits)
        if habits.has_descriptions and self.chance(0.7):
            text.add("\n" + self.filled(self.phrase("description")))

    def add_links(self, text, habits):
        text.add(habits.link_gap)
        for word in self.random.sample(self.phrases["link"], self.random.randint(1, 4)):
            before, after = habits.link_form.split("{l}")
            text.add(before)
            text.add(word, marks=["link"] if self.chance(0.8) else [])
            text.add(after + " ")

    def line(self, number):
        """A line of a profile that is no reference: all of its tokens are of no field."""
        text = Text()
        text.add(self.filled(self.phrase("line")), marks=["strong"] if self.chance(0.1) else [])
        if self.chance(0.2):
            text.add(self.random.choice((" ", "\n", ". ")) + self.filled(self.phrase("line")))
        return {"text": text.text, "marks": text.marks, "fields": [], "hidesVenues": self.chance(0.3), "style": "none",
                "list": f"none-{number // 8}"}

    def finished(self, text, style, habits):
        characters = list(text.text.rstrip())
        if habits.is_wrapped and not style.names in HAN_FORMS and self.chance(0.8):
            self.wrap(characters)
        end = len(characters)
        self.take_stops(text, characters)
        self.take_short_names(text, characters)
        # Plain text and many PDFs have no marks.
        marks = [] if habits.is_plain else [[a, min(b, end), kind] for a, b, kind in text.marks if a < end]
        return {
            "text": "".join(characters), "marks": marks,
            "fields": [[a, min(b, end), kind] for a, b, kind in text.fields if a < end],
            "hidesVenues": habits.hides_venues,
        }

    def take_stops(self, text, characters):
        """The stop after an initial is part of the name, whatever else it ends."""
        for field in text.fields:
            last = "".join(characters[field[1] - 2:field[1] + 1])
            if field[2] == "author" and re.fullmatch(r"\W[A-Z]\.", last):
                field[1] += 1

    def take_short_names(self, text, characters):
        """The short name in brackets after a venue is part of it, whatever marks are between."""
        venues = [field for field in text.fields if field[2] == "venue"]
        for long, short in zip(venues, venues[1:]):
            if characters[long[1]:short[0]] == list(" (") and characters[short[1]:short[1] + 1] == [")"]:
                long[1] = short[1] + 1
                text.fields.remove(short)

    def wrap(self, characters):
        """Breaks lines at spaces, as in a text or PDF."""
        width, last = self.random.randint(50, 110), 0
        space = 0
        for place, character in enumerate(characters):
            if character in " \n":
                if place - last > width and space > last:
                    characters[space] = "\n"
                    last = space
                if character == "\n":
                    last = place
                space = place


def corpus(generator, count, composed_count, line_count):
    """References in lists, and lines of profiles that are no references."""
    yield from lists(generator, count, composed_count)
    for number in range(line_count):
        yield generator.line(number)


def lists(generator, count, composed_count):
    """`count` references of each style and `composed_count` of composed ones, in lists."""
    number = 0
    for name, templates in tables.styles().items():
        made = 0
        while made < count:
            number += 1
            found = one_list(generator, templates, count - made, f"{name}-{number}")
            made += len(found)
            yield from found
    made = 0
    while made < composed_count:
        number += 1
        templates = composed.styles(generator.random)
        found = one_list(
            generator, templates, composed_count - made, f"{composed.NAME}-{number}", COMPOSED_LENGTHS)
        made += len(found)
        yield from found


def one_list(generator, templates, limit, list_name, lengths=LIST_LENGTHS):
    """The references of a list, most of them by one of some templates."""
    main = generator.random.choice(templates)
    habits = Habits.choose(generator.random, main, generator.phrases)
    found = []
    for place in range(1, 1 + min(generator.random.randint(*lengths), limit)):
        style = main if generator.chance(0.8) else generator.random.choice(templates)
        found.append(generator.reference(style, habits, place))
    for reference in found:
        reference.update(style=main.name, list=list_name)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=pathlib.Path)
    parser.add_argument("--without", type=pathlib.Path, action="append", default=[])
    parser.add_argument("--count", type=int, default=60, help="references of each style")
    parser.add_argument("--composed", type=int, default=9000, help="references of composed styles")
    parser.add_argument("--lines", type=int, default=900, help="lines that are no references")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = material.read(options.archive, material.known(options.without))
    generator = Generator(found, options.seed)
    for reference in corpus(generator, options.count, options.composed, options.lines):
        sys.stdout.write(json.dumps(reference, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
