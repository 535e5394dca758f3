"""Makes the authors of a reference agree, as the program does (AuthorAgreement.swift)."""

SKIPPED = 8  # signs and remarks between a name and the comma after it; AuthorAgreement.longestRemark
LONGEST_NAME = 4  # words; AuthorAgreement.longestName
MARKS = {"†", "1", "12", "123", "1234", "12345", "year"}
INITIALS = {"X", "XX", ".", "-"}
NAME_KINDS = {"none", "particle", "surname"}


class Agreement:
    """The labels of a reference, changed where its names would have different forms."""

    def __init__(self, labels, features):
        self.labels = list(labels)
        self.tokens = []
        for names in features:
            values = [name.partition("=") for name in names]
            self.tokens.append({name: value for name, _, value in values})

    def agreed(self):
        runs = self.authors()
        if any(self.shape(place) == ";" for place in self.area(runs)):
            self.join_between_semicolons(runs)
        else:
            self.join_inverted(runs)
            self.split_at_commas(self.authors())
        self.take_neighbours()
        self.take_name_before_colon()
        return self.labels

    def shape(self, place):
        return self.tokens[place]["shape"]

    def is_and(self, place):
        return self.tokens[place]["kind"] == "and"

    def authors(self):
        """First and next token of each author of the longest list."""
        lists, before = [[]], None
        for place, label in enumerate(self.labels):
            field = label.partition(".")[0]
            if field == "author":
                if label == "author.first" or before != "author":
                    lists[-1].append((place, place + 1))
                else:
                    lists[-1][-1] = lists[-1][-1][0], place + 1
            elif field in ("title", "venue"):
                lists.append([])
            before = field
        return max(lists, key=len)

    @staticmethod
    def area(runs):
        return range(runs[0][0], runs[-1][1]) if runs else range(0)

    def commas(self, run):
        return [place for place in range(*run) if self.shape(place) == ","]

    def is_one_word(self, run):
        return run[1] - run[0] == 1 or run[1] - run[0] == 3 and self.shape(run[0] + 1) == "-"

    def join(self, first, second):
        """Joins two authors with a comma between them."""
        if second[0] - first[1] == 1 and self.shape(first[1]) == ",":
            self.labels[first[1]] = self.labels[second[0]] = "author"

    def join_between_semicolons(self, runs):
        groups, group = [], []
        for place, run in enumerate(runs):
            group.append(run)
            gap = range(run[1], runs[place + 1][0]) if place + 1 < len(runs) else ()
            if not gap or any(self.shape(token) == ";" or self.is_and(token) for token in gap):
                groups.append(group)
                group = []
        for group in groups:
            if len(group) == 2:
                self.join(*group)

    def join_inverted(self, runs):
        """Family, Given, Given Family and Given Family; or Family, Given, Family, Given and Family, Given."""
        if len(runs) < 2:
            return
        # Of two names the second must show by its length that it is none of the families of a list.
        rest = runs[2:] or runs[1:]
        is_whole = not any(self.is_one_word(run) or self.commas(run) for run in rest)
        if self.is_one_word(runs[0]) and is_whole and not self.commas(runs[1]):
            if len(runs) > 2 or not self.has_initial(runs[1]):
                self.join(runs[0], runs[1])
        elif self.commas(runs[-1]) and self.is_and(runs[-1][0] - 1):
            self.pair(runs[:-1])

    def pair(self, runs):
        """Every second comma of the names separates two."""
        parts = []
        for first, end in runs:
            cuts = [first - 1, *self.commas((first, end)), end]
            parts += [(start + 1, stop) for start, stop in zip(cuts, cuts[1:])]
        if len(parts) % 2 or any(start == stop for start, stop in parts):
            return
        for left, right in zip(parts[::2], parts[1::2]):
            self.labels[left[0]] = "author.first"
            if right[0] - left[1] == 1:
                self.labels[left[1]] = self.labels[right[0]] = "author"
        for right, left in zip(parts[1::2], parts[2::2]):
            if left[0] - right[1] == 1:
                self.labels[right[1]] = "other"

    def has_initial(self, run):
        return any(self.shape(place) in ("X", "XX") for place in range(*run))

    def split_at_commas(self, runs):
        """Most of the later names have no comma: none has."""
        later = runs[1:]
        inverted = [run for run in later if self.commas(run)]
        plain = [run for run in later if not self.commas(run)]
        if len(later) < 2 or len(plain) <= len(inverted):
            return
        if all(self.is_one_word(run) for run in plain):
            inverted.append(runs[0])
        for run in inverted:
            for comma in self.commas(run):
                if all(self.shape(place) in INITIALS for place in range(comma + 1, run[1])):
                    continue
                self.labels[comma] = "other"
                if comma + 1 < run[1]:
                    self.labels[comma + 1] = "author.first"

    def take_neighbours(self):
        """What stands after a name and a comma or “and”, and looks like a name, is one, too."""
        runs = self.authors()
        later_are_words = all(self.is_one_word(run) for run in runs[1:])
        ends = [run[1] for run in runs]
        while ends:
            name = self.name_after(ends.pop(0), later_are_words)
            if name:
                self.labels[name.start] = "author.first"
                for place in name[1:]:
                    self.labels[place] = "author"
                ends.append(name.stop)

    def take_name_before_colon(self):
        """“Ada Quill, Bo Foe: Slow machines. Venue”, where the last name was taken for the head of the title."""
        runs = self.authors()
        if not runs:
            return
        comma, start = runs[-1][1], runs[-1][1] + 1
        if start >= len(self.labels) or self.shape(comma) != "," or self.labels[start] != "title.first":
            return
        if not {"begins", "named"} <= self.tokens[start].keys() or not 1 < int(self.tokens[start]["chunk"]) % 10 <= LONGEST_NAME:
            return
        colon = start + 1
        while colon < len(self.labels) and "chunk" in self.tokens[colon] and "begins" not in self.tokens[colon]:
            colon += 1
        stop = next((place for place in range(start + 1, len(self.labels)) if not self.labels[place].startswith("title")), None)
        if stop is None or stop <= colon + 2 or self.shape(colon) != ":" or self.shape(stop) == ",":
            return
        name = range(start, colon)
        if any(self.tokens[place]["kind"] not in NAME_KINDS and self.shape(place) not in ("X", "-", ".") for place in name):
            return
        for place in name:
            self.labels[place] = "author"
        self.labels[start] = "author.first"
        self.labels[colon] = "other"
        self.labels[colon + 1] = "title.first"

    def is_other(self, place):
        return place < len(self.labels) and self.labels[place] == "other"

    def separates(self, place):
        return self.shape(place) in ",;" or self.is_and(place)

    def name_after(self, end, may_be_one_word):
        place = end
        while (self.is_other(place) and not self.separates(place) and place - end < SKIPPED
               and (self.tokens[place]["depth"] != "0" or self.shape(place) in MARKS)):
            place += 1
        start = place
        while self.is_other(start) and self.separates(start):
            start += 1
        if start == place or not self.is_other(start) or not {"begins", "named"} <= self.tokens[start].keys():
            return None
        end = start + 1
        while end < len(self.labels) and "chunk" in self.tokens[end] and "begins" not in self.tokens[end]:
            end += 1
        name = range(start, end)
        words = int(self.tokens[start]["chunk"]) % 10
        is_long_enough = words > 1 or self.has_initial((start, end)) or may_be_one_word
        if not is_long_enough or words > LONGEST_NAME or not all(map(self.may_be_in_name, name)):
            return None
        return None if any(token["kind"] == "editor" for token in self.tokens[end:end + 4]) else name

    def may_be_in_name(self, place):
        token = self.tokens[place]
        return (self.is_other(place) and token["venue"] not in ("acronym", "name")
                and (token["kind"] in NAME_KINDS or token["shape"] in ("X", "-", ".")))
