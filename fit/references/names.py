"""Names of people in the forms of reference styles."""
import re

HAN_FORMS = {"han": "zh", "kanji": "ja", "hangul": "ko"}


class Names:
    """Makes names in the forms of `styles.tsv`; what a list keeps constant comes with its habits."""

    def __init__(self, random, people, phrases, surnames):
        self.random, self.people, self.phrases, self.surnames = random, people, phrases, surnames

    def person(self):
        given, family = self.random.choice(self.people)
        if self.random.random() < 0.06 and " " not in family:
            family += "-" + self.random.choice(self.people)[1].split()[-1]
        return given, family

    def name(self, form, is_first, habits):
        """A name in a form of `styles.tsv`."""
        if form in HAN_FORMS and self.random.random() < habits.native_share:
            return self._native(HAN_FORMS[form], habits)
        given, family = self.person()
        letters = [word[0].upper() for word in re.split(r"[\s.-]+", given) if word]
        dotted = habits.initials_gap.join(letter + "." for letter in letters)
        if habits.hyphenates_initials and re.fullmatch(r"\w+-\w+", given):
            dotted = "-".join(letter + "." for letter in letters)
        joined = "".join(letters)
        if form == "FAMILY-letters":
            return (family.upper() if habits.capital_families else family) + " " + " ".join(letters)
        capitals = family.upper()
        return {
            "given-family": f"{given} {family}", "initials-family": f"{dotted} {family}",
            "family-initials": f"{family}, {dotted}", "family-letters": f"{family} {joined}",
            "family-letters-comma": f"{family}, {joined}", "family": family, "inverted": f"{family}, {given}",
            "first-inverted": f"{family}, {given}" if is_first else f"{given} {family}",
            "letters-family": f"{letters[0] if self.random.random() < 0.8 else given} {family}",
            "family-dotted": f"{family} {dotted}", "FAMILY-initials": f"{capitals}, {dotted}",
            "FAMILY-given": f"{capitals}, {given}", "given-FAMILY": f"{given} {capitals}",
            "family-given": f"{family} {given}",
            "first-initials": f"{family}, {dotted}" if is_first else f"{dotted} {family}",
        }.get(form, f"{given} {family}")

    def _native(self, language, habits):
        if language == "zh":
            length = self.random.choice((1, 2, 2))
            given = "".join(self.random.choice(self.phrases["zh given"][0]) for _ in range(length))
            return self.random.choice(self.surnames) + given
        family = self.random.choice(self.phrases[f"{language} family"])
        return family + habits.native_gap + self.random.choice(self.phrases[f"{language} given"])
