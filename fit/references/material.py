"""People and titles of generated references, from the metadata of the ACL Anthology of 2016 and later (CC BY 4.0).

People and titles of documents that references are measured on are left out.
"""
import collections
import json
import re
import tarfile
import unicodedata
import xml.etree.ElementTree as ElementTree

Material = collections.namedtuple("Material", "people titles")

TITLE_LENGTHS = range(12, 220)  # characters


def folded(text):
    plain = unicodedata.normalize("NFKD", text).lower()
    return re.sub(r"[^a-z]", "", plain)


def known(folders):
    """Folded names and titles of the records in some folders of gold documents."""
    found = set()
    for folder in folders:
        for file in sorted(folder.glob("records/**/*.json")):
            record = json.loads(file.read_text(encoding="utf8"))
            for document in record if isinstance(record, list) else [record]:
                for paper in document.get("papers") or []:
                    found.add(folded(paper["title"]))
                    found.update(map(folded, paper.get("authors") or []))
                person = document.get("person") or {}
                found.update(folded(name) for name in person.values() if isinstance(name, str))
    return found - {""}


def read(archive, without):
    """The material in an archive, except what is in a set of folded names and titles."""
    people, titles = set(), set()
    with tarfile.open(archive) as files:
        for member in files:
            if not member.name.endswith(".xml"):
                continue
            for paper in ElementTree.parse(files.extractfile(member)).iter("paper"):
                _read(paper, people, titles)
    return Material(
        sorted(person for person in people if folded("".join(person)) not in without),
        sorted(title for title in titles if folded(title) not in without))


def _read(paper, people, titles):
    for author in paper.findall("author"):
        name = tuple((author.findtext(part) or "").strip() for part in ("first", "last"))
        if all(name):
            people.add(name)
    element = paper.find("title")
    if element is not None and paper.find("author") is not None:
        title = re.sub(r"\s+", " ", "".join(element.itertext())).strip().rstrip(". ")
        if len(title) in TITLE_LENGTHS:
            titles.add(title)
