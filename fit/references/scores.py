"""How well labels of references agree, field by field."""
import collections

FIELDS = ("title", "author", "venue", "year")


LEAST_WORDS = 3  # of a title that is preferred to a longer one after it; ReferenceReading.leastWords


def runs(labels):
    """The tokens of each field as the program takes them (ReferenceReading): all authors of the longest list, the first
    title and venue of some length, the first year."""
    found = _runs(labels)
    lists, titles = [[]], [run for field, run in found if field == "title"]
    for field, run in found:
        if field == "author":
            lists[-1].append(run)
        elif field in ("title", "venue"):
            lists.append([])
    first = lambda wanted: next((run for field, run in found if field == wanted), [])
    title = next((run for run in titles if len(run) >= LEAST_WORDS), max(titles, key=len, default=[]))
    return {"title": title, "author": max(lists, key=len), "venue": first("venue"), "year": first("year")}


def _runs(labels):
    """Field and tokens of each run; a venue goes on after a year within it."""
    found = []
    for place, label in enumerate(labels):
        field, _, first = label.partition(".")
        if field == "other":
            continue
        last = next((run for run in reversed(found) if run[0] != "year"), None)
        is_next = found and found[-1][1][-1] == place - 1
        if not first and field != "year" and is_next and last and last[0] == field and last in found[-2:]:
            last[1].append(place)
        else:
            found.append((field, [place]))
    return found


class Scores:
    """Counts of fields that are right, said and there."""

    def __init__(self):
        self.right, self.said, self.there = (collections.Counter() for _ in range(3))

    def add(self, labels, predicted):
        wanted, got = runs(labels), runs(predicted)
        for field in FIELDS:
            self.there[field] += bool(wanted[field])
            self.said[field] += bool(got[field])
            self.right[field] += bool(wanted[field]) and wanted[field] == got[field]

    def f1(self, field):
        return 2 * self.right[field] / max(1, self.said[field] + self.there[field])

    @property
    def mean(self):
        return sum(map(self.f1, FIELDS)) / len(FIELDS)

    def row(self, name):
        return f"{name:<34}" + "".join(f"{self.f1(field):>8.3f}" for field in FIELDS) + f"{self.mean:>8.3f}"


HEADER = f"{'':<34}" + "".join(f"{field:>8}" for field in (*FIELDS, "mean"))
