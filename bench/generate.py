#!/usr/bin/env python3
"""Writes a graph of researchers that never lived, as N-Triples: the same arguments give the same bytes.

    bench/generate.py TRIPLES FILE

Papers come year by year; most authors are former coauthors of the first, so that there are hubs, as in
real graphs; names are drawn from small pools, so that many people share one.
"""
import random
import sys

BASE = "https://kg.example/"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
YEAR = "^^<http://www.w3.org/2001/XMLSchema#gYear>"
FAMILY = ["Wang", "Li", "Zhang", "Liu", "Chen", "Yu", "Lin", "Gao", "Müller", "Rossi", "García", "Novák",
          "Smith", "Kim", "Sato", "Singh", "Nguyễn", "Okafor", "Şahin", "O'Neil"]
GIVEN = ["Wei", "Ming", "Jun", "Fengwei", "Xin", "Jing", "Yuhang", "Anna", "Jörg", "Maria", "Luca", "Chloé",
         "James", "Jisoo", "Hiroshi", "Priya", "Minh", "Chidi", "Elif", "Sean"]
HAN = ["王", "李", "张", "刘", "陈", "余", "林", "高"], ["伟", "明", "军", "锋伟", "欣", "静", "宇航"]
WORDS = ("learning deep graph attention vision language sparse robust causal policy retrieval speech motion "
         "network model search quantization distillation alignment sampling kernel tensor").split()
ROLES = ["phd-student", "postdoc", "engineer", "professor", "intern"]


class Graph:
    def __init__(self, file):
        self.file, self.count, self.random = file, 0, random.Random(2026)

    def add(self, subject, predicate, value):
        self.file.write(f"{subject} {predicate} {value} .\n")
        self.count += 1


def schema(name):
    return f"<https://schema.org/{name}>"


def org(name):
    return f"<http://www.w3.org/ns/org#{name}>"


def node(kind, number):
    return f"<{BASE}{kind}/{number:08d}>"


def named(graph, kind, number, type_, name):
    thing = node(kind, number)
    graph.add(thing, TYPE, type_)
    graph.add(thing, schema("name"), f'"{name}"')
    return thing


def person(graph, number, year, organizations):
    chance = graph.random
    name = f"{chance.choice(GIVEN)} {chance.choice('ABCDEFGH')}. {chance.choice(FAMILY)}"
    thing = named(graph, "person", number, schema("Person"), name)
    if chance.random() < 0.45:
        han = chance.choice(HAN[0]) + chance.choice(HAN[1])
        graph.add(thing, schema("alternateName"), f'"{han}"@zh')
    membership = node("membership", number)
    graph.add(membership, TYPE, org("Membership"))
    graph.add(membership, org("member"), thing)
    place = int(organizations * chance.random() ** 2)
    graph.add(membership, org("organization"), node("org", place))
    graph.add(membership, org("role"), f"<{BASE}role/{chance.choice(ROLES)}>")
    graph.add(membership, schema("startDate"), f'"{year - chance.randrange(4)}"{YEAR}')
    if chance.random() < 0.5:
        graph.add(membership, schema("endDate"), f'"{year + chance.randrange(1, 6)}"{YEAR}')
    return thing


def generate(target, file):
    graph = Graph(file)
    chance = graph.random
    papers = max(100, target // 13)
    organizations, venues = max(20, int(papers ** 0.6)), max(10, int(papers ** 0.4))
    for number in range(organizations):
        named(graph, "org", number, schema("Organization"), f"Institute {number}")
    for number in range(venues):
        named(graph, "venue", number, schema("Periodical"), f"Proceedings {number}")
    people, slots, last = [], [], {}
    paper = 0
    while graph.count < target:
        year = 1990 + min(36, paper * 37 // papers)

        def somebody(slots=slots, year=year):
            if not slots or chance.random() < 0.13:
                people.append(person(graph, len(people), year, organizations))
                return len(people) - 1
            return chance.choice(slots)

        lead = somebody()
        authors = {lead}
        for _ in range(chance.randrange(1, 6)):
            known = last.get(lead)
            authors.add(chance.choice(known) if known and chance.random() < 0.6 else somebody())
        title = " ".join(chance.choice(WORDS) for _ in range(6)).capitalize()
        thing = named(graph, "paper", paper, schema("ScholarlyArticle"), f"{title} {paper % 997}")
        graph.add(thing, schema("datePublished"), f'"{year}"{YEAR}')
        graph.add(thing, schema("isPartOf"), node("venue", int(venues * chance.random() ** 2)))
        order = sorted(authors)
        for author in order:
            graph.add(thing, schema("author"), people[author])
            last[author] = order
        slots.extend(order)
        paper += 1


def main():
    target, path = sys.argv[1:3]
    with open(path, "w", encoding="utf-8", buffering=1 << 20) as file:
        generate(int(float(target.lower().replace("m", "e6").replace("k", "e3"))), file)


if __name__ == "__main__":
    main()
