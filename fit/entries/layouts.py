"""Layouts of lists of positions and degrees: which fields stand in a line, in which order, and what separates them."""
GAP = "\t"       # a gap between columns
LINE = "\n"      # a new line of the entry
# Shares of lists, or of places in them, with a trait.
UNITS, PLACES, NOTES, PERIODS, OWN_SUBJECTS = 0.6, 0.45, 0.15, 0.93, 0.3
GROUPED, MARKED, WITH_AT, UNIT_AT, BRACKETED = 0.15, 0.3, 0.3, 0.2, 0.15
LINE_ENDS = (0, 0, 0, 1, 1, 1, 2, 3, 4)   # in an entry
# Shares of entries that lack what the others of their list have.
MISSING = {"unit": 0.35, "place": 0.2, "period": 0.05, "subject": 0.1, "note": 0.3}
BRACKETS = {"(": ")", "[": "]", "（": "）"}

ORDERS = [
    ["title", "unit", "organization", "place"], ["title", "organization", "unit", "place"],
    ["organization", "place", "title", "unit"], ["organization", "unit", "place", "title"],
    ["unit", "organization", "place", "title"], ["organization", "title", "place", "unit"],
    ["title", "organization", "place", "unit"], ["organization", "unit", "title", "place"],
]
SEPARATORS = [", ", ", ", ", ", " | ", " - ", " – ", " · ", "; ", GAP, GAP, " / ", ": ", ". "]
HAN_SEPARATORS = ["，", "，", " ", " ", "  ", GAP, GAP, " | ", " - ", "·", "、", "", ""]
BEFORE_PERIOD = [", ", ", ", " (", " (", "(", GAP, GAP, GAP, " | ", ": ", " · ", " [", "; "]
AFTER_PERIOD = [": ", ": ", ", ", GAP, GAP, GAP, " | ", "  ", " - ", " – ", " "]


class Layout:
    """How the entries of one list are printed."""

    def __init__(self, random, language, is_education):
        self.random, self.language = random, language
        self.is_han = language in ("zh", "ja", "ko")
        order = list(random.choice(ORDERS))
        self.has_unit = random.random() < UNITS
        self.has_place = random.random() < PLACES
        order = [slot for slot in order if slot != "unit" or self.has_unit]
        order = [slot for slot in order if slot != "place" or self.has_place]
        if is_education and random.random() < OWN_SUBJECTS:
            # The subject stands apart from the degree: “M.Sc., Lund, Physics”.
            order.insert(random.randint(order.index("title") + 1, len(order)), "subject")
        if random.random() < NOTES:
            order.insert(random.randint(1, len(order)), "note")
        if random.random() < PERIODS:
            # Most periods stand at an end; a few between title and organization.
            order.insert(random.choice((0, 0, len(order), len(order), len(order), random.randint(0, len(order)))), "period")
        self.order = order
        self.separators = [self.separator(before, after) for before, after in zip(order, order[1:])]
        for _ in range(random.choice(LINE_ENDS)):
            if self.separators:
                self.separators[random.randrange(len(self.separators))] = LINE
        # Several titles in an organization: it stands alone above them.
        self.is_grouped = random.random() < GROUPED
        own = [slot for slot in order if slot in ("title", "period")]
        self.title_separators = [self.separator(*own)] if len(own) > 1 else []
        self.marks = {slot: random.choice(("**", "*", "link")) for slot in ("organization", "title", "period")
                      if random.random() < MARKED}

    def separator(self, before, after):
        if after == "period":
            return self.random.choice(BEFORE_PERIOD)
        if before == "period":
            return self.random.choice(AFTER_PERIOD)
        if self.is_han:
            return self.random.choice(HAN_SEPARATORS)
        if before == "title" and after in ("organization", "unit") and self.random.random() < WITH_AT:
            return "at"
        if before == "unit" and after == "organization" and self.random.random() < UNIT_AT:
            return "at"
        if after in ("place", "unit") and self.random.random() < BRACKETED:
            return " ("
        return self.random.choice(SEPARATORS)
