"""Periods as people print them: a list keeps one style, with an odd one here and there."""
MONTHS = {
    "*": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
}
PRESENT = {
    "*": ["present", "Present", "now", "Now", "current", "ongoing", "today", ""], "zh": ["至今", "现在", "今", ""],
    "ja": ["現在", "在学中", ""], "ko": ["현재", "재학 중", ""], "de": ["heute", "jetzt"], "fr": ["aujourd'hui", "présent"],
    "es": ["actualidad", "presente"],
}
DASHES = ["-", " - ", "–", " – ", " -- ", " — ", " to ", "~"]
ODD = 0.12   # share of periods in another form than the list's
OPEN = 0.2
YEARS = range(1988, 2027)


class Periods:
    """Makes the periods of one list."""

    def __init__(self, random, language):
        self.random, self.language = random, language
        numbers = ["{y}.{mm}", "{y}/{mm}", "{mm}/{y}", "{y}-{mm}", "{y}"]
        names = ["{M} {y}", "{m} {y}", "{m}. {y}", "{y}", "{M}, {y}", "{y}", "{m} ’{yy}"]
        signs = {"zh": ["{y}年{o}月", "{y}年", "{y}.{mm}", "{y}.{o}"], "ja": ["{y}年{o}月", "{y}年"], "ko": ["{y}년 {o}월", "{y}.{mm}"]}
        self.form = random.choice(signs[language] + ["{y}"] if language in signs else numbers[:3] + names)
        self.dash = random.choice(["-", "–", "~", "至", "—", " - "] if language == "zh" else
                                  ["〜", "～", " - "] if language in ("ja", "ko") else DASHES)
        self.only_years_end = random.random() < 0.1   # “2019”: the year of a degree alone
        self.months = MONTHS.get(language, MONTHS["*"])

    def date(self, year, month):
        name = self.months[month - 1]
        return self.form.replace("{y}", str(year)).replace("{yy}", f"{year % 100:02}").replace("{mm}", f"{month:02}") \
            .replace("{o}", str(month)).replace("{M}", name).replace("{m}", name[:3])

    def period(self, allows_open=True):
        random = self.random
        start = random.choice(YEARS)
        end = min(start + random.choice((0, 0, 1, 1, 2, 3, 4, 5)), 2027)
        first, last = random.randint(1, 12), random.randint(1, 12)
        if end == start and first > last:
            first, last = last, first
        if self.language == "*" and random.random() < ODD:
            return self.odd(start, end, allows_open)
        if self.only_years_end:
            return str(end)
        if allows_open and random.random() < OPEN:
            return self.date(start, first) + self.dash + random.choice(PRESENT[self.language])
        if self.form == "{y}" and start == end:
            return str(start)
        return self.date(start, first) + self.dash + self.date(end, last)

    def odd(self, start, end, allows_open):
        season = self.random.choice(("Summer", "Spring", "Fall", "Winter", "Autumn"))
        month = self.random.choice(self.months)
        forms = [f"{season} {start}", f"{season} {start}", f"{start} {season}", f"{season}s of {start} and {start + 1}",
                 f"{season} {start}, {start + 1}", f"{month} {start}", f"{month[:3]}.–Dec. {start}", f"{start}/{(start + 1) % 100:02}",
                 f"{season} {start} – Spring {end + 1}", f"mid-{start} to early {end + 1}", f"Q{self.random.randint(1, 4)} {start}",
                 f"{start}, {start + 2}", f"{start} and {start + 1}", f"{season} {start} & {start + 1}", f"Until {month} {end}"]
        if allows_open:
            forms += [f"Since {start}", f"since {month} {start}", f"From {start}", f"{start} onwards", f"Starting {month[:3]} {start}",
                      f"As of {start}", f"{start}–"]
        return self.random.choice(forms)
