#!/usr/bin/env python3
"""Asks kg the questions of its users beside a hand-written plain SQLite, DuckDB and Oxigraph: one run, one machine.

    bench/queries.py [--scale 1m] [--file FILE.nt] [--only kg,sqlite3,duckdb,oxigraph] [--limit S] [--work DIR] [--json]

Every engine answers each question for the same people, organizations and venues in one warm process, the answers
are compared, and each time is the best of three. An engine that takes longer than the limit for a question is
interrupted: what it has answered by then counts, and if that is nothing, the table says "over 30 s". The last line is
a whole process with the first question: it starts, opens the graph, answers, prints and ends. Quote ratios, not
times. Peers whose Python packages cannot be installed are left out.
"""
import argparse
import collections
import json
import os
import queue
import re
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import compare

BASE = "https://kg.example/"
ENGINES = ["kg", "sqlite3", "duckdb", "oxigraph"]
PACKAGES = {"duckdb": "duckdb==2.0.0", "oxigraph": "pyoxigraph==0.5.13"}
PREFIXES = """PREFIX s: <https://schema.org/> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> """

# The questions: SPARQL for kg and Oxigraph, SQL over tables for DuckDB, SQL over numbered triples for SQLite, its
# joins in the best order by hand. {name}, {org}, {venue}, {text} are values; {:author} and the like are the numbers of
# terms of the vocabulary, {=name} and the like those of values.
QUESTIONS = {
    "coauthors of a name, counted": dict(
        sparql="""SELECT ?c ?n (COUNT(DISTINCT ?w) AS ?k) { ?p s:name "{name}" ; a s:Person . ?w s:author ?p , ?c .
            ?c s:name ?n FILTER(?c != ?p) } GROUP BY ?c ?n""",
        tables="""SELECT c.id, c.name, COUNT(DISTINCT b.paper) FROM person p JOIN author a ON a.person = p.id
            JOIN author b ON b.paper = a.paper AND b.person <> p.id JOIN person c ON c.id = b.person
            WHERE p.name = '{name}' GROUP BY c.id, c.name""",
        triples="""SELECT x.text, y.text, COUNT(DISTINCT w.s) FROM t n CROSS JOIN t w CROSS JOIN t c CROSS JOIN t m
            JOIN term x ON x.id = c.o JOIN term y ON y.id = m.o
            WHERE n.p = {:name} AND n.o = {=name} AND w.p = {:author} AND w.o = n.s AND c.s = w.s AND c.p = {:author}
            AND c.o <> n.s AND m.s = c.o AND m.p = {:name} GROUP BY x.text, y.text"""),
    "positions of a person": dict(
        sparql="""SELECT ?on ?b ?e { ?p s:name "{name}" ; a s:Person . ?m org:member ?p ; org:organization ?o ;
            s:startDate ?b . ?o s:name ?on OPTIONAL { ?m s:endDate ?e } }""",
        tables="""SELECT o.name, m.first, m.last FROM person p JOIN membership m ON m.person = p.id
            JOIN org o ON o.id = m.org WHERE p.name = '{name}'""",
        triples="""SELECT x.text, y.text, z.text FROM t n CROSS JOIN t m CROSS JOIN t o CROSS JOIN t b CROSS JOIN t q
            LEFT JOIN t e ON e.s = m.s AND e.p = {:endDate} JOIN term x ON x.id = q.o JOIN term y ON y.id = b.o
            LEFT JOIN term z ON z.id = e.o
            WHERE n.p = {:name} AND n.o = {=name} AND m.p = {:member} AND m.o = n.s AND o.s = m.s
            AND o.p = {:organization} AND b.s = m.s AND b.p = {:startDate} AND q.s = o.o AND q.p = {:name}"""),
    "people at an organization in a year": dict(
        sparql="""SELECT DISTINCT ?p ?n { ?o s:name "{org}" ; a s:Organization . ?m org:organization ?o ;
            org:member ?p ; s:startDate ?b . ?p s:name ?n OPTIONAL { ?m s:endDate ?e }
            FILTER(?b <= "2015"^^xsd:gYear && (!BOUND(?e) || ?e >= "2015"^^xsd:gYear)) }""",
        tables="""SELECT DISTINCT p.id, p.name FROM org o JOIN membership m ON m.org = o.id
            JOIN person p ON p.id = m.person
            WHERE o.name = '{org}' AND m.first <= 2015 AND (m.last IS NULL OR m.last >= 2015)""",
        triples="""SELECT DISTINCT x.text, y.text FROM t n CROSS JOIN t m CROSS JOIN t b JOIN term f ON f.id = b.o
            LEFT JOIN t e ON e.s = m.s AND e.p = {:endDate} LEFT JOIN term l ON l.id = e.o
            CROSS JOIN t p CROSS JOIN t q JOIN term x ON x.id = p.o JOIN term y ON y.id = q.o
            WHERE n.p = {:name} AND n.o = {=org} AND m.p = {:organization} AND m.o = n.s AND b.s = m.s
            AND b.p = {:startDate} AND f.text <= '2015' AND (l.text IS NULL OR l.text >= '2015') AND p.s = m.s
            AND p.p = {:member} AND q.s = p.o AND q.p = {:name}"""),
    "coauthors at an organization since a year": dict(
        sparql="""SELECT DISTINCT ?c ?n { ?p s:name "{name}" ; a s:Person . ?w s:author ?p , ?c . ?c s:name ?n .
            ?m org:member ?c ; org:organization ?o . ?o s:name "{org}" OPTIONAL { ?m s:endDate ?e }
            FILTER(?c != ?p && (!BOUND(?e) || ?e >= "2010"^^xsd:gYear)) }""",
        tables="""SELECT DISTINCT c.id, c.name FROM person p JOIN author a ON a.person = p.id
            JOIN author b ON b.paper = a.paper AND b.person <> p.id JOIN person c ON c.id = b.person
            JOIN membership m ON m.person = c.id JOIN org o ON o.id = m.org
            WHERE p.name = '{name}' AND o.name = '{org}' AND (m.last IS NULL OR m.last >= 2010)""",
        triples="""SELECT DISTINCT x.text, y.text FROM t n CROSS JOIN t w CROSS JOIN t c CROSS JOIN t m CROSS JOIN t o
            CROSS JOIN t g LEFT JOIN t e ON e.s = m.s AND e.p = {:endDate} LEFT JOIN term l ON l.id = e.o
            CROSS JOIN t q JOIN term x ON x.id = c.o JOIN term y ON y.id = q.o
            WHERE n.p = {:name} AND n.o = {=name} AND w.p = {:author} AND w.o = n.s AND c.s = w.s AND c.p = {:author}
            AND c.o <> n.s AND m.p = {:member} AND m.o = c.o AND o.s = m.s AND o.p = {:organization} AND g.s = o.o
            AND g.p = {:name} AND g.o = {=org} AND (l.text IS NULL OR l.text >= '2010') AND q.s = c.o
            AND q.p = {:name}"""),
    "top authors of a venue": dict(
        sparql="""SELECT ?a ?n (COUNT(?w) AS ?k) { ?v s:name "{venue}" ; a s:Periodical . ?w s:isPartOf ?v ;
            s:author ?a . ?a s:name ?n } GROUP BY ?a ?n ORDER BY DESC(?k) ?a LIMIT 20""",
        tables="""SELECT p.id, p.name, COUNT(*) k FROM venue v JOIN paper w ON w.venue = v.id
            JOIN author a ON a.paper = w.id JOIN person p ON p.id = a.person
            WHERE v.name = '{venue}' GROUP BY p.id, p.name ORDER BY k DESC, p.id LIMIT 20""",
        triples="""SELECT x.text, y.text, k FROM (SELECT a.o who, COUNT(*) k FROM t n CROSS JOIN t w CROSS JOIN t a
            WHERE n.p = {:name} AND n.o = {=venue} AND w.p = {:isPartOf} AND w.o = n.s AND a.s = w.s
            AND a.p = {:author} GROUP BY a.o) CROSS JOIN t q ON q.s = who AND q.p = {:name}
            JOIN term x ON x.id = who JOIN term y ON y.id = q.o ORDER BY k DESC, x.text LIMIT 20"""),
    "coauthors of coauthors of a hub": dict(
        sparql="""SELECT (COUNT(DISTINCT ?d) AS ?k) { ?v s:author <{person}> , ?c . ?w s:author ?c , ?d
            FILTER(?d != <{person}>) }""",
        tables="""SELECT COUNT(DISTINCT d.person) FROM author a JOIN author b ON b.paper = a.paper
            JOIN author c ON c.person = b.person JOIN author d ON d.paper = c.paper
            WHERE a.person = '{person}' AND d.person <> '{person}'""",
        triples="""SELECT COUNT(DISTINCT d.o) FROM t a CROSS JOIN t b CROSS JOIN t c CROSS JOIN t d
            WHERE a.p = {:author} AND a.o = {=person} AND b.s = a.s AND b.p = {:author} AND c.p = {:author}
            AND c.o = b.o AND d.s = c.s AND d.p = {:author} AND d.o <> {=person}"""),
    "pairs of organizations": dict(
        sparql="""SELECT ?o ?q (COUNT(DISTINCT ?w) AS ?k) { ?w s:author ?a , ?b . ?m org:member ?a ;
            org:organization ?o . ?n org:member ?b ; org:organization ?q FILTER(STR(?o) < STR(?q)) }
            GROUP BY ?o ?q ORDER BY DESC(?k) ?o ?q LIMIT 20""",
        tables="""SELECT m.org, n.org, COUNT(DISTINCT a.paper) k FROM author a JOIN author b ON b.paper = a.paper
            JOIN membership m ON m.person = a.person JOIN membership n ON n.person = b.person
            WHERE m.org < n.org GROUP BY m.org, n.org ORDER BY k DESC, m.org, n.org LIMIT 20""",
        triples="""SELECT x.text, y.text, COUNT(DISTINCT a.s) k FROM t a CROSS JOIN t b CROSS JOIN t m CROSS JOIN t o
            CROSS JOIN t n CROSS JOIN t q CROSS JOIN term x CROSS JOIN term y
            WHERE a.p = {:author} AND b.s = a.s AND b.p = {:author} AND m.p = {:member} AND m.o = a.o AND o.s = m.s
            AND o.p = {:organization} AND n.p = {:member} AND n.o = b.o AND q.s = n.s AND q.p = {:organization}
            AND x.id = o.o AND y.id = q.o AND x.text < y.text
            GROUP BY x.text, y.text ORDER BY k DESC, x.text, y.text LIMIT 20"""),
    "names that begin with a text": dict(
        sparql="""SELECT ?p ?n { ?p a s:Person ; s:name ?n FILTER(STRSTARTS(?n, "{text}")) }
            ORDER BY ?n ?p LIMIT 50""",
        tables="""SELECT id, name FROM person WHERE starts_with(name, '{text}') ORDER BY name, id LIMIT 50""",
        triples="""SELECT x.text, f.text FROM term f CROSS JOIN t n CROSS JOIN t k CROSS JOIN term x
            WHERE f.key >= '"{text}' AND f.key < '"{text}' || char(1114111) AND n.p = {:name} AND n.o = f.id
            AND k.s = n.s AND k.p = {:type} AND k.o = {:Person} AND x.id = n.s ORDER BY f.text, x.text LIMIT 50"""),
    "names that contain a text": dict(
        sparql="""SELECT ?p ?n { ?p a s:Person ; s:name ?n FILTER(CONTAINS(LCASE(?n), "{part}")) }
            ORDER BY ?n ?p LIMIT 50""",
        tables="""SELECT id, name FROM person WHERE contains(lower(name), '{part}') ORDER BY name, id LIMIT 50""",
        triples="""SELECT x.text, f.text FROM t k CROSS JOIN t n CROSS JOIN folded l CROSS JOIN term f CROSS JOIN term x
            WHERE k.p = {:type} AND k.o = {:Person} AND n.s = k.s AND n.p = {:name} AND l.id = n.o
            AND instr(l.text, '{part}') > 0 AND f.id = n.o AND x.id = n.s ORDER BY f.text, x.text LIMIT 50"""),
}
VALUES = re.compile(r"\{(name|org|venue|text|part|person)\}")
SPACES = {
    "member": "http://www.w3.org/ns/org#", "organization": "http://www.w3.org/ns/org#",
    "type": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}


# ---- the graph, and the people, organizations and venues of the questions


def statements(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield line[:-3].split(" ", 2)


def plain(term):
    """The text of an IRI or a literal."""
    return term[1:-1] if term[0] == "<" else term[1 : term.rindex('"')]


def short(iri):
    return re.split(r"[#/]", iri)[-1].rstrip(">")


def parameters(path, count=21):
    """People from the one with most papers on, organizations, venues and pieces of names, from all over."""
    names, papers, kinds = {}, collections.Counter(), collections.defaultdict(list)
    for subject, predicate, value in statements(path):
        predicate = short(predicate)
        if predicate == "author":
            papers[value] += 1
        elif predicate == "name":
            names[subject] = plain(value)
        elif predicate == "type":
            kinds[short(value)].append(subject)
    ranked = [person for person, _ in sorted(papers.items(), key=lambda item: (-item[1], item[0]))]
    spread = lambda values: [values[int(len(values) ** (step / count)) - 1] for step in range(1, count + 1)]
    people = spread(ranked)
    parts = [names[person].split()[-1].lower() for person in people]
    return [
        dict(name=names[person], person=plain(hub), org=names[org], venue=names[venue], text=names[person][:5], part=part)
        for person, hub, org, venue, part in zip(
            people, ranked, spread(kinds["Organization"]), spread(kinds["Periodical"]), parts)
    ]


# ---- engines: each runs in a process of its own: a line {question, values} in, a line {ms, rows} out


class Kg:
    def __init__(self, path, folder):
        self.process = subprocess.Popen(
            [compare.KG_BENCH, "queries", "--db", folder + "/kg.sqlite", "--timeout", "300"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    @staticmethod
    def load(path, folder):
        subprocess.run([compare.KG, "ingest", "--db", folder + "/kg.sqlite", path], check=True, stdout=subprocess.DEVNULL)

    def ask(self, question, values):
        text = PREFIXES + VALUES.sub(lambda match: values[match[1]], question["sparql"])
        self.process.stdin.write(json.dumps(text) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            sys.exit(f"kg: {answer['error']}: {text}")
        return answer["ms"], answer["rows"]

    @staticmethod
    def command(question, values, folder):
        text = PREFIXES + VALUES.sub(lambda match: values[match[1]], question["sparql"])
        return [compare.KG, "sparql", "--db", folder + "/kg.sqlite", "--format", "json", text]


class Sqlite3:
    def __init__(self, path, folder):
        self.database = sqlite3.connect(folder + "/plain.sqlite")

    @staticmethod
    def load(path, folder):
        database = sqlite3.connect(folder + "/plain.sqlite", isolation_level=None)
        database.executescript(
            """
            PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000;
            BEGIN; CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT, key TEXT); CREATE TABLE raw (s, p, o);
            CREATE TABLE folded (id INTEGER PRIMARY KEY, text TEXT);
            CREATE TABLE t (s INT, p INT, o INT, PRIMARY KEY (s, p, o)) WITHOUT ROWID;
            """)
        ids = {}
        number = lambda term: ids.setdefault(term, len(ids) + 1)
        database.executemany(
            "INSERT INTO raw VALUES (?, ?, ?)", (tuple(map(number, statement)) for statement in statements(path)))
        database.executemany(
            "INSERT INTO term VALUES (?, ?, ?)", ((id, plain(term), term) for term, id in ids.items()))
        # SQLite's own lower() knows ASCII only.
        database.executemany(
            "INSERT INTO folded VALUES (?, ?)", ((id, plain(term).lower()) for term, id in ids.items() if term[0] == '"'))
        database.executescript(
            """
            BEGIN; CREATE UNIQUE INDEX term_key ON term (key); INSERT INTO t SELECT DISTINCT s, p, o FROM raw ORDER BY 1, 2, 3;
            DROP TABLE raw; CREATE INDEX pos ON t (p, o, s); COMMIT; ANALYZE;
            """)

    @staticmethod
    def text(question, values):
        """The statement, its terms as sub-queries: their numbers are looked up each time."""
        number = lambda key: "(SELECT id FROM term WHERE key = '" + key.replace("'", "''") + "')"
        space = lambda name: SPACES.get(name, "https://schema.org/")
        value = lambda name: f"<{values[name]}>" if name == "person" else f'"{values[name]}"'
        text = VALUES.sub(lambda match: values[match[1]].replace("'", "''"), question["triples"])
        text = re.sub(r"\{:(\w+)\}", lambda match: number(f"<{space(match[1])}{match[1]}>"), text)
        return re.sub(r"\{=(\w+)\}", lambda match: number(value(match[1])), text)

    def ask(self, question, values):
        text = self.text(question, values)
        start = time.perf_counter()
        rows = self.database.execute(text).fetchall()
        return (time.perf_counter() - start) * 1e3, rows

    @staticmethod
    def command(question, values, folder):
        return ["sqlite3", "-json", folder + "/plain.sqlite", Sqlite3.text(question, values)]


class Duckdb:
    def __init__(self, path, folder):
        import duckdb

        self.database = duckdb.connect(folder + "/duck.db", read_only=True)

    TABLES = {
        "person": "id TEXT, name TEXT", "org": "id TEXT, name TEXT", "venue": "id TEXT, name TEXT",
        "paper": "id TEXT, venue TEXT", "author": "paper TEXT, person TEXT",
        "membership": "person TEXT, org TEXT, first INT, last INT"}

    @staticmethod
    def load(path, folder):
        import csv

        import duckdb

        files = {name: open(f"{folder}/{name}.csv", "w", encoding="utf-8", newline="") for name in Duckdb.TABLES}
        write = {name: csv.writer(file).writerow for name, file in files.items()}
        things = collections.defaultdict(dict)
        for subject, predicate, value in statements(path):
            predicate = short(predicate)
            if predicate == "author":
                write["author"]((plain(subject), plain(value)))
            elif predicate != "alternateName":
                things[plain(subject)][predicate] = plain(value)
        kinds = {"Person": "person", "Organization": "org", "Periodical": "venue"}
        for id, said in things.items():
            kind = short(said["type"])
            if kind in kinds:
                write[kinds[kind]]((id, said["name"]))
            elif kind == "ScholarlyArticle":
                write["paper"]((id, said["isPartOf"]))
            else:
                write["membership"]((said["member"], said["organization"], said["startDate"], said.get("endDate")))
        database = duckdb.connect(folder + "/duck.db")
        for name, columns in Duckdb.TABLES.items():
            files[name].close()
            database.execute(f"CREATE TABLE {name} ({columns}); COPY {name} FROM '{folder}/{name}.csv' (HEADER false)")
        database.close()

    def ask(self, question, values):
        quoted = {key: value.replace("'", "''") for key, value in values.items()}
        text = VALUES.sub(lambda match: quoted[match[1]], question["tables"])
        start = time.perf_counter()
        rows = self.database.execute(text).fetchall()
        return (time.perf_counter() - start) * 1e3, rows


class Oxigraph:
    def __init__(self, path, folder):
        import pyoxigraph

        self.store = pyoxigraph.Store.read_only(folder + "/oxigraph")

    @staticmethod
    def load(path, folder):
        import pyoxigraph

        store = pyoxigraph.Store(folder + "/oxigraph")
        store.bulk_load(path=path, format=pyoxigraph.RdfFormat.N_TRIPLES)
        store.flush()
        store.optimize()

    def ask(self, question, values):
        text = PREFIXES + VALUES.sub(lambda match: values[match[1]], question["sparql"])
        start = time.perf_counter()
        rows = [[term and term.value for term in row] for row in self.store.query(text)]
        return (time.perf_counter() - start) * 1e3, rows


def same(rows):
    """What answers are compared by: the rows in one order, every value as text."""
    return sorted(tuple("" if value is None else str(value) for value in row) for row in rows)


def worker(engine, path, folder, parameters_file, limit, names):
    """Prints what `answers` reads: the beginning and the end of each question, and between them, for each set of
    parameters, the best time in ms and what the answers are compared by."""
    asker = globals()[engine.capitalize()](path, folder)
    say = lambda *message: print(json.dumps(message), flush=True)
    for name in names:
        question = QUESTIONS[name]
        say("begin", name)
        begun = time.time()
        once = not VALUES.search(question["sparql"])
        for values in json.load(open(parameters_file))[: 1 if once else None]:
            best = None
            for _ in range(3):
                spent, rows = asker.ask(question, values)
                best = spent if best is None else min(best, spent)
                if spent > 2000:
                    break
            say("set", best, same(rows))
            if time.time() - begun > limit:
                break
        say("end", name)


def read(file, lines):
    """Puts the lines of a file into a queue as they come, and `None` at its end."""
    for line in file:
        lines.put(line)
    lines.put(None)


def answers(command, limit):
    """The times and the answers of each question. A question that takes longer than the limit is interrupted: its
    process is ended, whatever engine it is in, and another one goes on with the next question."""
    results, left = {}, list(QUESTIONS)
    while left:
        process = subprocess.Popen(command + left, stdout=subprocess.PIPE, text=True, start_new_session=True)
        lines = queue.Queue()
        threading.Thread(target=read, args=(process.stdout, lines), daemon=True).start()
        name, deadline, interrupted = None, None, False  # opening the store takes as long as it takes
        while True:
            try:
                line = lines.get(timeout=deadline and max(0, deadline - time.time()))
            except queue.Empty:
                os.killpg(process.pid, signal.SIGKILL)
                interrupted = True
                left.remove(name)
                break
            if line is None:
                break
            kind, *message = json.loads(line)
            if kind == "begin":
                name, deadline = message[0], time.time() + limit
                results[name] = ([], [])
            elif kind == "set":
                results[name][0].append(message[0])
                results[name][1].append(list(map(tuple, message[1])))
            else:
                deadline = None
                left.remove(name)
        status = process.wait()
        # A process that another one killed, as the system does when memory runs out, would be killed again.
        if not interrupted and (status or left):
            how = signal.Signals(-status).name if status < 0 else f"exit code {status}"
            sys.exit(f"queries.py: {' '.join(command)} failed at '{name}': {how}")
    return results


# ---- the comparison


def environment(work, only):
    """A Python that has the peers' packages, and the engines that it can run."""
    python = compare.environment(work)
    found = [engine for engine in only if engine not in PACKAGES]
    for engine in only:
        package = PACKAGES.get(engine)
        if package and python:
            name = package.split("=")[0]
            if subprocess.run([python, "-c", "import " + name], capture_output=True).returncode:
                subprocess.run([python, "-m", "pip", "install", "-q", package], capture_output=True)
            if not subprocess.run([python, "-c", "import " + name], capture_output=True).returncode:
                found.append(engine)
                continue
        if package:
            print(f"{engine}: its Python package cannot be installed; left out", file=sys.stderr)
    return python or sys.executable, [engine for engine in ENGINES if engine in found]


def whole_process(command):
    times = []
    for _ in range(15):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.PIPE, check=True)
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", default="1m")
    parser.add_argument("--file")
    parser.add_argument("--only", default=",".join(ENGINES))
    parser.add_argument("--limit", type=float, default=30, help="seconds for a question and engine")
    parser.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "kg-compare"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--worker", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        return worker(*options.worker[:4], options.limit, options.worker[4:])
    for program in (compare.KG, compare.KG_BENCH):
        if "kg" in options.only.split(",") and not os.path.exists(program):
            parser.exit(1, f"queries.py: {program} is not built; 'make bench' builds it\n")
    os.makedirs(options.work, exist_ok=True)
    path = options.file or f"{options.work}/{options.scale}.nt"
    if not os.path.exists(path):
        subprocess.run([sys.executable, compare.HERE + "/generate.py", options.scale, path + ".part"], check=True)
        os.rename(path + ".part", path)
    about = os.stat(path)
    folder = f"{options.work}/queries-{os.path.basename(path)}-{about.st_size}-{int(about.st_mtime)}"
    os.makedirs(folder, exist_ok=True)
    python, engines = environment(options.work, options.only.split(","))
    values = parameters(path)
    with open(folder + "/parameters.json", "w") as file:
        json.dump(values, file)
    results = {}
    for engine in engines:
        print(f"{engine}: loads and answers", file=sys.stderr)
        own = f"{folder}/{engine}"
        mark = own + ".loaded"
        if engine == "kg" or not os.path.exists(mark):  # another kg may have made its graph
            shutil.rmtree(own, ignore_errors=True)
            os.makedirs(own)
            load = f"import queries; queries.{engine.capitalize()}.load({path!r}, {own!r})"
            subprocess.run([python, "-c", load], check=True, cwd=compare.HERE)
            open(mark, "w").close()
        results[engine] = answers(
            [python, os.path.abspath(__file__), "--limit", str(options.limit), "--worker", engine, path, own,
             folder + "/parameters.json"], options.limit)
    cold = {}
    question = next(iter(QUESTIONS.values()))
    for engine in engines:
        command = getattr(globals()[engine.capitalize()], "command", None)
        if command:
            cold[engine] = statistics.median(
                whole_process(command(question, some, f"{folder}/{engine}")) for some in values[::4])
    report(results, cold, options.limit, options.json)


def report(results, cold, limit, as_json):
    figures = []
    for name in QUESTIONS:
        row = {"question": name}
        reference = None
        # An engine that was too slow has answered for fewer people: the others are measured by the same ones.
        count = min((len(result[name][0]) for result in results.values() if result[name][0]), default=0)
        row["sets"] = count
        for engine, result in results.items():
            times, answers = result[name][0][:count], result[name][1][:count]
            if not times:
                row.setdefault("over", []).append(engine)
                continue
            row[engine] = statistics.median(times)
            if reference is None:
                reference = answers
            elif any(a != b for a, b in zip(answers, reference)):
                row.setdefault("differs", []).append(engine)
        figures.append(row)
    figures.append({"question": "a whole process with the first one", **cold})
    if as_json:
        print(json.dumps(figures, indent=1))
        return
    engines = list(results)
    print("| question, median ms | sets | " + " | ".join(engines) + " | kg to the quickest peer |\n|---|" + "--:|" * (len(engines) + 2))
    for row in figures:
        peers = [row[engine] for engine in engines if engine != "kg" and engine in row]
        over = lambda engine: f"over {limit:g} s" if engine in row.get("over", []) else "-"
        cells = [f"{row[engine]:.2f}" if engine in row else over(engine) for engine in engines]
        ratio = f"{row['kg'] / min(peers):.2f}x" if peers and "kg" in row else "-"
        differing = f" (differs: {', '.join(row['differs'])})" if "differs" in row else ""
        print(f"| {row['question']}{differing} | {row.get('sets', '-')} | " + " | ".join(cells) + f" | {ratio} |")


if __name__ == "__main__":
    main()
