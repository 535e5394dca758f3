#!/usr/bin/env python3
"""Generates lists of positions and degrees in layouts made at random, for the model of fields.

    generate.py FOLDER --count 450

writes FOLDER/documents, FOLDER/fields with the labelled texts of each line, and empty FOLDER/records. A list keeps its
layout: order of the fields, separators, line ends, marks, style of dates. The same seed gives the same documents.
"""
import argparse
import html
import json
import pathlib
import random

from grammar import Grammar
from layouts import BRACKETS, GAP, LINE, MISSING, Layout
from periods import Periods

LANGUAGES = ["*"] * 11 + ["zh"] * 6 + ["ja", "ko", "de", "fr", "es"]
FORMS = ["bullets", "bullets", "paragraphs", "headings", "table", "text", "text", "html list", "html paragraphs"]
PERSON = {"name": None, "names": [], "homepages": [], "identifiers": []}
# Shares of degrees, periods, lists and documents with a trait.
WITHOUT_SUBJECT, TWO_PERIODS, WITH_DETAILS, DETAILED, OPEN_DEGREES = 0.1, 0.04, 0.4, 0.7, 0.5
WITH_HEADER, STACKED, CAPITALS, BLANK_LINES = 0.5, 0.4, 0.5, 0.7
HEADED = ("period", "organization", "title", "unit", "place")
KINDS = ("affiliations", "education", "papers", "patents", "awards", "projects")


class Line:
    """A line of a document: pieces of text, each with its label or none."""

    def __init__(self):
        self.pieces = []   # (text, label, mark)

    def add(self, text, label=None, mark=None):
        self.pieces.append((text, label, mark))

    @property
    def text(self):
        return "".join(text for text, _, _ in self.pieces)

    @property
    def is_empty(self):
        return not self.text.strip()


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.grammar = Grammar(self.random)

    def chance(self, share):
        return self.random.random() < share

    # Values

    def organization(self, section, language):
        kinds = ["university"] * 6 + ["institute"] if section == "education" else \
            ["company"] * 4 + ["university"] * 3 + ["institute"]
        return self.grammar.organization(self.random.choice(kinds), language)

    def title(self, section, language, has_own_subject):
        """The pieces of a role, or of a degree with its subject."""
        text = self.grammar.text
        if section == "experience":
            return [(text("role", language), "role")]
        degree = (text(self.random.choice(("doctor", "master", "bachelor")), language), "degree")
        if has_own_subject or self.chance(WITHOUT_SUBJECT):
            return [degree]
        subject = (text("subject", language), "subject")
        if language in ("zh", "ja", "ko"):
            return self.random.choice(([subject, degree], [subject, (" ", None), degree], [degree, ("，", None), subject],
                                       [degree, ("（", None), subject, ("）", None)], [subject, ("专业，" if language == "zh" else ", ", None), degree]))
        joined = {"de": " in ", "fr": " en ", "es": " en "}.get(language, " in ")
        return self.random.choice(([degree, (joined, None), subject], [degree, (joined, None), subject], [degree, (", ", None), subject],
                                   [degree, (" (", None), subject, (")", None)], [degree, (" ", None), subject], [subject, (", ", None), degree],
                                   [degree, (" – ", None), subject], [degree, (": ", None), subject]))

    def fields(self, section, language, layout, periods):
        has_own_subject = "subject" in layout.order
        values = {
            "organization": [(self.organization(section, language), "organization")],
            "title": self.title(section, language, has_own_subject),
            "unit": [(self.grammar.text("department" if section == "education" else "unit", language), "unit")],
            "subject": [(self.grammar.text("subject", language), "subject")],
            "place": [(self.grammar.text("place", language), None)],
            "note": [(self.grammar.text("note", language), None)],
            "period": [(periods.period(allows_open=section == "experience" or self.chance(OPEN_DEGREES)), "period")],
        }
        if section == "experience" and self.chance(TWO_PERIODS) and language == "*":
            values["period"] += [(self.random.choice(("; ", " and ", ", ")), None), (periods.period(False), "period")]
        return {slot: value for slot, value in values.items() if not self.chance(MISSING.get(slot, 0))}

    # Entries

    def lines(self, values, layout, slots, separators):
        """The lines of an entry, or of a part of one."""
        lines, line, opened = [], Line(), None
        before = LINE
        for slot, separator in zip(slots, [LINE] + separators):
            if slot in values:
                if LINE in (separator, before):
                    line = Line()
                    lines.append(line)
                elif separator == "at":
                    line.add(self.grammar.text("at", layout.language))
                else:
                    line.add(separator)
                    opened = BRACKETS.get(separator.strip())
                for text, label in values[slot]:
                    line.add(text, label, layout.marks.get(slot) if label else None)
                if opened:
                    line.add(opened)
                    opened = None
                before = ""
            elif separator == LINE:
                before = LINE
        return [line for line in lines if not line.is_empty]

    def entry(self, section, language, layout, periods):
        values = self.fields(section, language, layout, periods)
        if not layout.is_grouped or section == "education":
            return self.lines(values, layout, layout.order, layout.separators)
        shared = [slot for slot in layout.order if slot in ("organization", "place", "unit")]
        lines = self.lines(values, layout, shared, [", "] * (len(shared) - 1))
        own = [slot for slot in layout.order if slot in ("title", "period")]
        separators = layout.title_separators
        for _ in range(self.random.choice((1, 1, 2, 2, 3))):
            lines += self.lines(self.fields(section, language, layout, periods), layout, own, separators)
        return lines

    def details(self, section, language):
        symbol = "study" if section == "education" else "detail"
        lines = []
        for _ in range(self.random.choice((1, 1, 2, 3))):
            line = Line()
            line.add(self.grammar.text(symbol, language))
            lines.append(line)
        return lines

    def section(self, section, language, form):
        layout = Layout(self.random, language, section == "education")
        periods = Periods(self.random, language)
        has_details = self.chance(WITH_DETAILS)
        count = self.random.randint(2, 4) if section == "education" else self.random.randint(2, 7)
        entries = [([self.header(language, layout)], [])] if form == "table" and self.chance(WITH_HEADER) else []
        for _ in range(count):
            lines = self.entry(section, language, layout, periods)
            details = self.details(section, language) if has_details and self.chance(DETAILED) else []
            if lines:
                entries.append((lines, details))
        return self.grammar.text(section, language), entries

    def header(self, language, layout):
        """The names of the columns of a table."""
        line = Line()
        for slot in layout.order:
            if slot in HEADED:
                line.add(GAP if line.pieces else "")
                line.add(self.grammar.text(slot + " header", language))
        return line

    def document(self, number):
        language = self.random.choice(LANGUAGES)
        form = self.random.choice(FORMS)
        name = self.grammar.text("given", "*") + " " + self.grammar.text("family", "*")
        sections = [self.section(section, language, form) for section in ("experience", "education")]
        self.random.shuffle(sections)
        extension, text = PRINTERS[form](self, name, sections)
        lines = [[[text, label] for text, label, _ in line.pieces] for _, entries in sections
                 for lines, details in entries for line in lines + details]
        return f"{number:04}{extension}", text, lines

    # Forms

    def markdown(self, line):
        out = ""
        for text, label, mark in line.pieces:
            if mark == "link":
                out += f"[{text}](https://{len(text)}.example)" if "[" not in text else text
            else:
                out += f"{mark}{text}{mark}" if mark else text
        return out.replace(GAP, " &emsp; ")

    def as_bullets(self, name, sections):
        out = [f"# {name}", ""]
        for heading, entries in sections:
            out += [f"## {heading}", ""]
            for lines, details in entries:
                out.append("- " + "  \n  ".join(map(self.markdown, lines)))
                out += ["  - " + self.markdown(line) for line in details]
            out.append("")
        return ".md", "\n".join(out)

    def as_paragraphs(self, name, sections):
        out = [f"# {name}", ""]
        for heading, entries in sections:
            out += [f"## {heading}", ""]
            for lines, details in entries:
                out += ["  \n".join(map(self.markdown, lines)), ""]
                out += ["- " + self.markdown(line) for line in details] + [""] * bool(details)
        return ".md", "\n".join(out)

    def as_headings(self, name, sections):
        out = [f"# {name}", ""]
        for heading, entries in sections:
            out += [f"## {heading}", ""]
            for lines, details in entries:
                out += ["### " + self.markdown(lines[0]), ""]
                out += [self.markdown(line) + "  " for line in lines[1:]] + [""] * (len(lines) > 1)
                out += ["- " + self.markdown(line) for line in details] + [""]
        return ".md", "\n".join(out)

    def as_table(self, name, sections):
        stacks = self.chance(STACKED)   # the second cell holds all other lines
        out = [f"<h1>{html.escape(name)}</h1>"]
        for heading, entries in sections:
            out += [f"<h2>{html.escape(heading)}</h2>", "<table>"]
            for lines, details in entries:
                own = [self.hypertext(line) for line in lines]
                if stacks and len(own) > 1:
                    own[1:] = ["<br>".join(own[1:])]
                out.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in own).replace(GAP, "</td><td>") + "</tr>")
            out.append("</table>")
        return ".html", "\n".join(out)

    def hypertext(self, line):
        out = ""
        for text, label, mark in line.pieces:
            own = html.escape(text)
            tag = {"**": "b", "*": "i", "link": "a"}.get(mark)
            out += f"<{tag}>{own}</{tag}>" if tag else own
        return out

    def as_html_list(self, name, sections):
        out = [f"<h1>{html.escape(name)}</h1>"]
        for heading, entries in sections:
            out += [f"<h2>{html.escape(heading)}</h2>", "<ul>"]
            for lines, details in entries:
                own = "<br>".join(self.hypertext(line).replace(GAP, " &emsp; ") for line in lines)
                nested = "".join(f"<li>{self.hypertext(line)}</li>" for line in details)
                out.append(f"<li>{own}{'<ul>' + nested + '</ul>' if nested else ''}</li>")
            out.append("</ul>")
        return ".html", "\n".join(out)

    def as_html_paragraphs(self, name, sections):
        out = [f"<h1>{html.escape(name)}</h1>"]
        for heading, entries in sections:
            out.append(f"<h2>{html.escape(heading)}</h2>")
            for lines, details in entries:
                out.append("<p>" + "<br>".join(self.hypertext(line).replace(GAP, " &emsp; ") for line in lines) + "</p>")
                out += [f"<p>{self.hypertext(line)}</p>" for line in details]
        return ".html", "\n".join(out)

    def as_text(self, name, sections):
        out = [name, ""]
        width = self.random.choice((70, 80, 90, 100))
        has_blank_lines = self.chance(BLANK_LINES)
        for heading, entries in sections:
            out += [heading.upper() if self.chance(CAPITALS) else heading, ""]
            for lines, details in entries:
                for line in lines:
                    left, gap, right = line.text.partition(GAP)
                    out.append(left + " " * max(3, width - len(left) - len(right)) + right if gap else left)
                out += ["  • " + line.text for line in details]
                out += [""] * has_blank_lines
            out.append("")
        return ".txt", "\n".join(out)


PRINTERS = {"bullets": Generator.as_bullets, "paragraphs": Generator.as_paragraphs, "headings": Generator.as_headings,
            "table": Generator.as_table, "text": Generator.as_text, "html list": Generator.as_html_list,
            "html paragraphs": Generator.as_html_paragraphs}


def write(folder, document, value):
    path = folder / (document.replace(".", "_") + ".json")
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=450)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for name in ("documents", "records", "fields"):
        (arguments.folder / name).mkdir(parents=True, exist_ok=True)
    generator = Generator(arguments.seed)
    for number in range(arguments.count):
        document, text, lines = generator.document(number)
        (arguments.folder / "documents" / document).write_text(text, encoding="utf8")
        write(arguments.folder / "fields", document, lines)
        write(arguments.folder / "records", document, {"document": document, "person": PERSON, **{kind: [] for kind in KINDS}})


if __name__ == "__main__":
    main()
