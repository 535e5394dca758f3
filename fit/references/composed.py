"""Styles put together at random, so that the model depends less on the styles that have names."""
from tables import Style

NAME = "composed"

WESTERN = (
    "given-family", "given-family", "given-family", "initials-family", "initials-family", "family-initials",
    "family-letters", "family-letters-comma", "FAMILY-letters", "first-inverted", "inverted", "letters-family",
    "family",
)
NATIVE = ("han", "han", "kanji", "hangul")
ORDERS = ("A T V", "A T V", "T A V", "T A V", "V T A", "V A T", "T V A", "A V T", "T V", "V T")
BETWEEN = (
    ". ", ". ", ", ", ", ", "\\n", "\\n", ": ", " | ", " - ", " — ", " – ", "; ", " / ", " · ", "\\t", " ",
    " // ",
)
NATIVE_BETWEEN = ("，", "，", ", ", "。", ". ", "\\n", "：", " ", "、", " | ", "\\t", "；")
LIST_SEPARATORS = (
    (", ", ", "), (", ", " and "), (", ", ", and "), ("; ", "; "), (", ", " & "), (", ", ", & "), ("; ", " and "),
    (" and ", " and "), (", ", " und "), (" · ", " · "), (" / ", " / "),
)
NATIVE_LIST_SEPARATORS = (("，", "，"), ("、", "、"), (", ", ", "), (",", ","), ("；", "；"), (" ", " "))
SET_OFF = (
    "{}", "{}", "{}", "{}", "**{}**", "*{}*", "@{}@", "“{}”", "\"{}\"", "**@{}@**", "@**{}**@", "'{}'", "「{}」",
    "《{}》", "“{},”", "`{}`", "{}[J]", "{}[C]",
)
VENUES = (
    "{V}", "{V}", "{v}", "{v}", "{V} ({v})", "*{V}*", "*{v}*", "**{v}**", "[{v}]", "({v})", "`{v}`", "In {V}",
    "In *{V}*", "in {V}", "In: {V}", "in {v}", "In Proceedings of the {V}", "Published in {V}", "accepted by {v}",
    "《{V}》", "@{v}@", "In {V}, {C}", "In {E}, editors, {V}", "in: {E} (eds.), {V}", "In {E} (Eds.), *{V}*",
    "{E}, eds., {V}", "//{E}. {V}",
)
DETAILS = (
    "", "", "", ", vol. {N}", ", {N}({I})", " {N}({I}), {P}", ", pp. {P}", ", {P}", " **{N}**, {P}", ", {N}",
    ", vol. {N}, no. {I}, pp. {P}", ", {C}", " {N}", ", pages {P}, {C}", ", {C}, {M}",
)
YEARS = (" {Y}", " {Y}", ", {Y}", " ({Y})", "'{y}", "{y}", "-{y}", " '{y}", ", {M} {Y}", "{Y}", "")


def style(random):
    """A style of random order, signs and marks."""
    choose = random.choice
    is_native = random.random() < 0.15
    between = choose(NATIVE_BETWEEN if is_native else BETWEEN)
    separator, last = choose(NATIVE_LIST_SEPARATORS if is_native else LIST_SEPARATORS)
    venue = choose(VENUES)
    year, place = choose(YEARS), random.random()
    if place < 0.65:
        if random.random() < 0.6 or venue[-1] in "])`":
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
        sign = between if random.random() < 0.6 else choose(BETWEEN)
        text += sign + parts[part]
    if 0.75 < place < 0.85:
        text = choose(("{Y}", "({Y})", "[{Y}]", "**{Y}**")) + choose((". ", ": ", " ", "\\t", " | ")) + text
    elif place > 0.85:
        text += choose((". {Y}", ", {Y}", " ({Y})", "\\n{Y}", "\\t{Y}", "，{Y}年" if is_native else " [{Y}]"))
    text += choose((".", ".", "", "", "。" if is_native else ""))
    return Style(NAME, choose(NATIVE if is_native else WESTERN), separator, last, text)


def _within(venue, year):
    """The year within the mark of a venue: *{V}, {Y}*."""
    end = len(venue.rstrip("*@"))
    return venue[:end] + year + venue[end:]
