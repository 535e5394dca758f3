"""Styles put together at random, so that the model depends less on the styles that have names.

Three kinds, each a space of forms: citations as journals and style guides have them, lists as on home pages and in CVs,
and fields in any order between any signs.
"""
from tables import Style

NAME = "composed"
KINDS = 0.4, 0.8  # shares of citations, and of citations and lists

# Names, with the signs between them that go with the form: between, before the last.
COMMAS = ((", ", ", "), (", ", " and "), (", ", ", and "), (", ", " & "), (", ", ", & "))
SEMICOLONS = (("; ", "; "), ("; ", " and "), ("; ", "; and "), ("; ", " & "))
RARE = ((" and ", " and "), (", ", " und "), (" · ", " · "), (" / ", " / "), (", ", " et "), (", ", " y "))
FULL_WIDTH = (("，", "，"), ("、", "、"))
FORMS = (
    ("given-family", 8), ("initials-family", 6), ("family-initials", 6), ("family-letters", 3), ("family-dotted", 3),
    ("family-letters-comma", 2), ("FAMILY-letters", 2), ("FAMILY-initials", 2), ("FAMILY-given", 1),
    ("given-FAMILY", 1), ("first-inverted", 3), ("first-initials", 2), ("inverted", 2), ("letters-family", 2),
    ("family-given", 1), ("family", 6),
)
INVERTED = {"inverted", "FAMILY-given"}  # with commas within and between names nobody can tell them apart
DOTTED = {"family-initials", "family-dotted", "FAMILY-initials", "first-initials"}  # end with the stop of an initial
FULL_WIDTH_SIGNS = str.maketrans({",": "，", ":": "：", "(": "（", ")": "）", ";": "；"})
NATIVE = ("han", "han", "kanji", "hangul")
NATIVE_SHARE = 0.12

# Citations: authors, year, title, container, details, end.
AUTHORS_END = (". ", ". ", ", ", ", ", ": ", ": ", "; ", ".", "\\n", " – ", ".— ", ",\\n", " ")
YEARS_AFTER_AUTHORS = (
    " ({Y}). ", " ({Y}). ", " ({Y}) ", " ({Y}) ", " ({Y}): ", " ({Y}), ", ", {Y}. ", ". {Y}. ", " {Y}. ", " [{Y}]. ",
    ". ({Y}). ", ", ({Y}). ", " {Y}, ", " {Y}: ", ". {Y}, ", ", {Y}, ", " ({Y}, {M}). ", " ({Y}, {M} {I}). ", " ({M} {Y}). ",
    " ({Y}a). ", " {Y}b. ", " {Y} ", "; {Y}; ", ". **{Y}**. ", " ({Y}) — ", ", \\n{Y}. ", " {Y}\\n",
)
TITLES = (
    ("{T}", ". "), ("{T}", ". "), ("{T}", ". "), ("{T}", ", "), ("{T}", ", "), ("*{T}*", ". "), ("*{T}*", ", "),
    ("“{T},” ", ""), ("\"{T},\" ", ""), ("“{T}.” ", ""), ("“{T}”, ", ""), ("\"{T}\". ", ""), ("“{T}” ", ""),
    ("'{T}', ", ""), ("‘{T}’, ", ""), ("‘{T}’. ", ""), ("**{T}**", ". "), ("**{T}**", ", "), ("@{T}@", ". "), ("@{T}@", ", "),
    ("« {T} », ", ""), ("„{T}“, ", ""), ("{T}[J]", ". "), ("{T} [C]", " // "), ("{T} [J]", ", "), ("{T}", " // "),
    ("{T}", " "), ("{T}", "; "), ("{T}", ": "), ("{T}", " – "), ("{T}", "\\n"), ("{T}", "."), ("*{T}*", " "),
    ("**{T}** ", ""), ("\"{T}\" ", ""), ("{T}", " / "), ("{T}", " - "),
)
LEADS = (
    ("", 18), ("In ", 5), ("In: ", 4), ("in ", 3), ("in: ", 2), ("In {E}, editors, ", 2), ("In {E} (eds.), ", 1),
    ("In {E} (Eds.), ", 1), ("In: {E} (eds.) ", 1), ("in {E}, eds., ", 1), ("//", 1), ("Presented at ", 1),
    ("Paper presented at ", 1), ("Presented at the ", 1), ("Paper presented at the ", 1), ("In the ", 1), ("at ", 1), ("To appear in ", 2),
    ("Accepted to ", 1), ("Published in ", 1), ("Appeared in ", 1), ("Accepted by ", 1), ("See ", 1), ("To be presented at ", 1),
)
CONTAINERS = (
    ("{V}", 8), ("*{V}*", 8), ("{v}", 3), ("*{v}*", 2), ("{V} ({v})", 2), ("*{V} ({v})*", 1), ("*{V}* ({v}'{y})", 0.5),
    ("{V} ({v} '{y})", 0.5), ("{V} ({v} {Y})", 0.5), ("{V}, abs/{X}", 0.3), ("{V} @ {C}", 0.2), ("**{V}**", 1), ("_{V}_", 1),
    ("**{v}**", 1), ("《{V}》", 0.3), ("“{V}”", 0.2),
)
VOLUMES = (
    " {N}", " {N}", ", {N}", ", vol. {N}", " **{N}**", ", **{N}**", ", *{N}*", " *{N}*", " Vol. {N}", ", v. {N}", ", Volume {N}", "; {N}",
    ". {N}", ". Vol. {N}", ", {N}", ". – Т. {N}", ". – Vol. {N}", ", Bd. {N}", ", t. {N}",
)
ISSUES = (
    "", "", "", "({I})", "({I})", " ({I})", ", no. {I}", ", {I}", ":{I}", ", Issue {I}", " (no. {I})", ", n. {I}", ", Nr. {I}", "/{I}",
    ", Iss. {I}", ". – №. {I}", ".{I}", " no. {I}", ", num. {I}",
)
PAGES = (
    "", ": {P}", ", {P}", ", pp. {P}", ":{P}", ", p. {P}", ", pp.{P}", ", pages {P}", "; {P}", " pp {P}", " {P}", ", S. {P}",
    ", Article {P}", ". {P}", " (pp. {P})", ", pp {P}", ". – С. {P}", ". pp. {P}", ". p. {P}",
)
YEARS_IN_DETAILS = (
    ", {Y}", ", {Y}", " ({Y})", " ({Y})", "; {Y}", ". {Y}", " {Y}", ", {M} {Y}", " ({M} {Y})", ", ({Y})", ". – {Y}", ", {M}, {Y}",
    ", {I} {M} {Y}", "; {M} {Y}", ". {Y} {M}", " [{Y}]",
)
YEARS_BEFORE_VOLUME = (" {Y};", " **{Y}**, ", ". {Y};", ". {Y} {M};", " {Y}, ", " ({Y}) ", ", {Y}, ", ", {Y}; ", " {Y}:", ". {Y}. ", " ({Y}), ")
PLACES = (
    "", "", "", "", "", ", {C}", ". {C}", " ({C})", ", {B}", ". {B}", ". {C}: {B}", ", {C}: {B}", " ({B}, {C})", ". {B}, {C}",
    ", {C}, {M}", "; {B}: {C}",
)
ENDS = (
    "", "", ".", ".", ".", ". {D}", ", doi: {D}", ". doi:{D}", ". https://doi.org/{D}", " [{D}]", " URL {D}.", ". Available at: {D}",
    ", arXiv:{X}", " [arXiv:{X}]", ". arXiv:{X}.", " (arXiv:{X})", ", doi:{D}.", ". DOI {D}",
)
KEYS = (("", 12), ("[{K}] ", 1), ("{K}. ", 0.3), ("[{K}]\\t", 0.3), ("{K}\\t", 0.2))

# Lists: a field a line, or fields between signs that stay the same.
LIST_ORDERS = (
    ("T A V", 10), ("A T V", 7), ("T V A", 4), ("V T A", 3), ("V A T", 1), ("A V T", 1), ("T V", 2), ("V T", 1),
)
LIST_SIGNS = (
    ("\\n", 12), (". ", 4), (", ", 4), (" | ", 2), (" - ", 2), (" — ", 2), (" – ", 2), ("; ", 1), (" / ", 1), (" · ", 1),
    ("\\t", 2), (" • ", 1), (" ", 1), (".\\n", 2), (",\\n", 1), (": ", 1), ("，", 1), ("。", 0.3), (" // ", 0.5), (" || ", 0.3),
)
LIST_TITLES = (
    ("{T}", 8), ("**{T}**", 6), ("@{T}@", 4), ("**@{T}@**", 2), ("*{T}*", 2), ("“{T}”", 1), ("\"{T}\"", 1), ("_{T}_", 0.5),
    ("`{T}`", 0.3), ("{T}.", 1), ("**{T}.**", 1), ("《{T}》", 0.3), ("Title: {T}", 0.3), ("#{T}", 0.1),
)
LIST_AUTHORS = (
    ("{A}", 14), ("*{A}*", 2), ("_{A}_", 0.3), ("with {A}", 1), ("(with {A})", 1), ("by {A}", 0.6), ("Authors: {A}", 0.5),
    ("joint with {A}", 0.4), ("({A})", 0.7), ("With {A}", 0.5), ("Joint work with {A}", 0.4), ("**{A}**", 0.3), ("[{A}]", 0.2),
)
LIST_VENUES = (
    ("{v}", 6), ("{V}", 6), ("*{V}*", 4), ("*{v}*", 3), ("**{v}**", 3), ("{V} ({v})", 4), ("*{V} ({v})*", 2), ("[{v}]", 1), ("({v})", 2),
    ("`{v}`", 1), ("In {V}", 2), ("In *{V}*", 2), ("in {v}", 1), ("In: {V}", 1), ("Published in {V}", 0.7), ("Accepted by {v}", 0.5),
    ("accepted to {v}", 0.5), ("To appear in {V}", 0.5), ("@{v}@", 0.5), ("Venue: {V}", 0.3), ("Proc. of {V}", 0.3), ("{v}: {V}", 0.7),
    ("{v} – {V}", 0.3), ("**{v}**, {V}", 0.5), ("at {v}", 0.4), ("{V}, {N}({I})", 1), ("*{V}* {N}:{P}", 0.7), ("{V}, vol. {N}, pp. {P}", 0.7),
    ("{V}, {C}", 1.5), ("In *{V}*, pages {P}", 0.7), ("{v}, {C}", 0.7), ("_{V}_", 0.4),
)
LIST_YEARS = (
    (" {Y}", 8), (", {Y}", 8), (" ({Y})", 5), ("'{y}", 2), (" '{y}", 1), ("{y}", 1), ("{Y}", 1), ("-{Y}", 0.7), (", {M} {Y}", 3), (" ({M} {Y})", 1),
    (". {Y}", 2), (" [{Y}]", 0.5), ("\\n{Y}", 1), ("\\t{Y}", 1), (", **{Y}**", 0.5), (" | {Y}", 0.5), ("/{Y}", 0.2), ("，{Y}", 0.5), (" — {Y}", 0.4),
    (", {Y}年", 0.2),
)
# What stands before the rest: a venue or a year for the eye.
BADGES = (
    ("[{v} {Y}]", 3), ("[{v}]", 2), ("`{v}`", 2), ("**{v}**", 1), ("({v})", 1), ("{v} {Y}", 3), ("{v}'{y}", 1), ("{v}", 4), ("{v}{y}", 1),
    ("[{v}'{y}]", 1), ("**{v} {Y}**", 2), ("{Y} {v}", 1), ("**[{v} {Y}]**", 1), ("`{v} {Y}`", 1), ("({v} {Y})", 1), ("[{v}, {Y}]", 0.5),
    ("{v}-{y}", 0.5), ("[{V}]", 0.5), ("{V}", 1), ("{V} {Y}", 1), ("{V}, {Y}", 1), ("**{v}**{Y}", 0.3), ("【{v} {Y}】", 0.3), ("<{v} {Y}>", 0.1),
)
BADGE_SIGNS = ((" ", 6), ("\\n", 4), (": ", 2), (" | ", 1), ("\\t", 1), (" - ", 1), (". ", 1), (", ", 0.5), (" – ", 0.5))
YEAR_BADGES = ("{Y}", "{Y}", "({Y})", "[{Y}]", "**{Y}**", "{Y}.", "{Y}:", "{M} {Y}", "{Y},", "{Y}/{I}")

# Fields in any order between any signs.
ORDERS = ("A T V", "A T V", "T A V", "T A V", "V T A", "V A T", "T V A", "A V T", "T V", "V T")
BETWEEN = (
    ". ", ". ", ", ", ", ", "\\n", "\\n", ": ", " | ", " - ", " — ", " – ", "; ", " / ", " · ", "\\t", " ", " ",
    " // ",
)
NATIVE_BETWEEN = ("，", "，", ", ", "。", ". ", "\\n", "：", " ", "、", " | ", "\\t", "；")
NATIVE_LIST_SEPARATORS = (("，", "，"), ("、", "、"), (", ", ", "), (",", ","), ("；", "；"), (" ", " "))
SET_OFF = (
    "{}", "{}", "{}", "{}", "**{}**", "*{}*", "@{}@", "“{}”", "\"{}\"", "**@{}@**", "@**{}**@", "'{}'", "「{}」",
    "《{}》", "“{},”", "`{}`", "{}[J]", "{}[C]",
)
VENUES = (
    "{V}", "{V}", "{v}", "{v}", "{V} ({v})", "*{V}*", "*{v}*", "**{v}**", "[{v}]", "({v})", "`{v}`", "In {V}",
    "In *{V}*", "in {V}", "In: {V}", "in {v}", "Published in {V}", "accepted by {v}",
    "《{V}》", "@{v}@", "In {V}, {C}", "In {E}, editors, {V}", "in: {E} (eds.), {V}", "In {E} (Eds.), *{V}*",
    "{E}, eds., {V}", "//{E}. {V}",
)
DETAILS = (
    "", "", "", ", vol. {N}", ", {N}({I})", " {N}({I}), {P}", ", pp. {P}", ", {P}", " **{N}**, {P}", ", {N}",
    ", vol. {N}, no. {I}, pp. {P}", ", {C}", " {N}", ", pages {P}, {C}", ", {C}, {M}",
)
YEARS = (" {Y}", " {Y}", ", {Y}", " ({Y})", "'{y}", "{y}", "-{y}", " '{y}", ", {M} {Y}", "{Y}", "")


def styles(random):
    """The templates of a list: one, or some that differ in what follows the title."""
    return Composer(random).styles()


class Composer:
    """Chooses the parts of a style."""

    def __init__(self, random):
        self.random, self.choose = random, random.choice
        self.is_native = self.chance(NATIVE_SHARE)

    def chance(self, share):
        return self.random.random() < share

    def weighted(self, values):
        return self.random.choices([value for value, _ in values], [weight for _, weight in values])[0]

    def styles(self):
        names, separator, last = self.names()
        kind = self.random.random()
        if kind < KINDS[0]:
            texts = self.citations(names)
        elif kind < KINDS[1]:
            texts = [self.listed()]
        else:
            texts = [self.free()]
        if self.chance(0.5 if self.is_native else 0.03):
            texts = [text.translate(FULL_WIDTH_SIGNS).replace("， ", "，").replace("： ", "：").replace("：//", "://") for text in texts]
        return [Style(NAME, names, separator, last, text) for text in texts]

    def names(self):
        if self.is_native:
            return self.choose(NATIVE), *self.choose(NATIVE_LIST_SEPARATORS)
        names = self.weighted(FORMS)
        if names in INVERTED:
            return names, *self.choose(SEMICOLONS + RARE[:1])
        kind = self.random.random()
        signs = COMMAS if kind < 0.75 else SEMICOLONS if kind < 0.87 else RARE if kind < 0.95 else FULL_WIDTH
        return names, *self.choose(signs)

    # Citations

    def citations(self, names):
        """One to three templates with the same head."""
        has_year_in_head = self.chance(0.4)
        if has_year_in_head:
            authors_end = self.choose(YEARS_AFTER_AUTHORS)
        elif names in DOTTED and self.chance(0.4):
            authors_end = " "
        else:
            authors_end = self.choose(AUTHORS_END)
        title, end = self.choose(TITLES)
        head = self.weighted(KEYS) + "{A}" + authors_end + title + end
        container, lead = self.weighted(CONTAINERS), self.weighted(LEADS)
        places_year = self.random.random()
        found = []
        for number in range(self.choose((1, 1, 2, 3))):
            if number:
                lead = self.weighted(LEADS)
            text = head + lead + container + self.details(None if has_year_in_head else places_year)
            found.append(text + self.choose(ENDS))
        return found

    def details(self, places_year):
        """Volume, issue, pages, year, place; `places_year` decides where the year is, and is `None` for a year in the head."""
        has_volume, has_pages = self.chance(0.6), self.chance(0.65)
        volume = self.choose(VOLUMES) + self.choose(ISSUES) if has_volume else ""
        pages = self.choose(PAGES) if has_pages else ""
        place = self.choose(PLACES)
        if places_year is None:
            return volume + pages + place if self.chance(0.6) else place + volume + pages
        year = self.choose(YEARS_IN_DETAILS)
        if places_year < 0.3 and has_volume:
            return self.choose(YEARS_BEFORE_VOLUME) + volume.lstrip(" ,;.") + pages + place
        if places_year < 0.5:
            return year + volume + pages + place
        if places_year < 0.65:
            return volume + year + pages + place
        if places_year < 0.9:
            return volume + pages + place + year
        return place + year + volume + pages

    # Lists

    def listed(self):
        """Fields a line, or between signs that stay the same."""
        sign = self.weighted(LIST_SIGNS)
        parts = {"A": self.weighted(LIST_AUTHORS), "T": self.weighted(LIST_TITLES), "V": self.weighted(LIST_VENUES)}
        if self.chance(0.8):
            year = self.weighted(LIST_YEARS)
            parts["V"] = _within(parts["V"], year) if self.chance(0.5) else parts["V"] + year
        order = self.weighted(LIST_ORDERS).split()
        head = ""
        kind = self.random.random()
        if kind < 0.3:
            # The badge says the venue, which may stand after the title in full, too.
            head = self.weighted(BADGES) + self.weighted(BADGE_SIGNS)
            if self.chance(0.7):
                order = [part for part in order if part != "V"]
        elif kind < 0.4:
            head = self.choose(YEAR_BADGES) + self.choose((" ", "\\t", "\\n", ". ", " | "))
            parts["V"] = self.weighted(LIST_VENUES)
        if order == ["T"] and self.chance(0.8):
            order.append("A")
        text = head + parts[order[0]]
        for part in order[1:]:
            between = sign if self.chance(0.85) else self.weighted(LIST_SIGNS)
            if part == "A" and parts["A"][0] == "(" or part == "V" and parts["V"][0] in "[(`" and self.chance(0.5):
                between = self.choose((" ", " ", between))
            text += between + parts[part]
        return text + self.choose(("", "", "", ".", "。" if self.is_native else "."))

    # Any order

    def free(self):
        choose = self.choose
        between = choose(NATIVE_BETWEEN if self.is_native else BETWEEN)
        venue = choose(VENUES)
        year, place = choose(YEARS), self.random.random()
        if place < 0.65:
            if self.chance(0.6) or venue[-1] in "])`":
                details = choose(DETAILS)
                venue = venue + details + (year if year[:1] in (" ", ",") else " {Y}" if details else year)
            elif venue[-1] in "*@}":
                venue = _within(venue, year)
        parts = {"A": choose(("{A}",) * 6 + ("*{A}*", "_{A}_", "with {A}", "(with {A})", "by {A}", "Authors: {A}")),
                 "T": choose(SET_OFF).format("{T}"), "V": venue}
        if 0.65 < place < 0.75:
            parts["A"] += choose((" ({Y})", ", {Y}", ". {Y}", " [{Y}]"))
        order = choose(ORDERS).split()
        text = parts[order[0]]
        for part in order[1:]:
            # Most styles have one sign between all fields.
            sign = between if self.chance(0.6) else choose(BETWEEN)
            text += sign + parts[part]
        if 0.75 < place < 0.85:
            text = choose(("{Y}", "({Y})", "[{Y}]", "**{Y}**")) + choose((". ", ": ", " ", "\\t", " | ")) + text
        elif place > 0.85:
            text += choose((". {Y}", ", {Y}", " ({Y})", "\\n{Y}", "\\t{Y}", "，{Y}年" if self.is_native else " [{Y}]"))
        return text + choose((".", ".", "", "", "。" if self.is_native else ""))


def _within(venue, year):
    """The year within the mark of a venue: *{V}, {Y}*."""
    end = len(venue.rstrip("*@_`])")) if venue[0] in "*@_`[(" else len(venue)
    return venue[:end] + year + venue[end:]
