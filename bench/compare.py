#!/usr/bin/env python3
"""Measures kg beside Oxigraph and a plain SQLite loader on the same file, on this machine, in one run.

    bench/compare.py [--scale 1m] [--file FILE.nt] [--only kg,oxigraph,sqlite3] [--work DIR] [--json]

Each engine loads N-Triples into an empty store in a process of its own, flushed to the disk; then it
answers the same look-ups in one warm process. Makes a virtual environment with Oxigraph's Python package
under --work when there is none; without a network that peer is skipped. Quote ratios, not times: times
are those of one machine in one hour.
"""
import argparse
import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
KG = os.path.join(HERE, "..", ".build", "release", "kg")
KG_BENCH = KG + "-bench"
AUTHOR = "https://schema.org/author"
ENGINES = ["kg", "oxigraph", "sqlite3"]


def size(folder):
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder) for name in names)


def sync(folder):
    for at, _, names in os.walk(folder):
        for name in names:
            descriptor = os.open(os.path.join(at, name), os.O_RDONLY)
            os.fsync(descriptor)
            os.close(descriptor)


def sample(path, count=500):
    """Authorships from all over the file: pairs of a paper's and a person's IRI."""
    found = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number % 101 < 4 and f"<{AUTHOR}>" in line:
                paper, _, person, _ = line.split(" ")
                found.append((paper[1:-1], person[1:-1]))
    return found[:: max(1, len(found) // count)][:count]


def medians(look_ups, pairs):
    """Median time of each look-up in microseconds, and the sum of the answers' sizes."""
    result = {}
    for name, look_up in look_ups.items():
        times, rows = [], 0
        for pair in pairs:
            start = time.perf_counter()
            rows += look_up(*pair)
            times.append(time.perf_counter() - start)
        result[name] = (statistics.median(times) * 1e6, rows)
    return result


# ---- engines: each runs in a process of its own and prints one line of JSON


def oxigraph_load(path, folder):
    import pyoxigraph

    store = pyoxigraph.Store(folder)
    store.bulk_load(path=path, format=pyoxigraph.RdfFormat.N_TRIPLES)
    store.flush()
    store.optimize()


def oxigraph_look_ups(folder):
    import pyoxigraph

    store, node = pyoxigraph.Store.read_only(folder), pyoxigraph.NamedNode
    author = node(AUTHOR)
    count = lambda s, o: sum(1 for _ in store.quads_for_pattern(s, author, o))
    return {
        "authors of a paper": lambda paper, person: count(node(paper), None),
        "papers of a person": lambda paper, person: count(None, node(person)),
    }


def sqlite3_load(path, folder):
    database = sqlite3.connect(folder + "/plain.sqlite", isolation_level=None)
    database.executescript(
        """
        PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
        PRAGMA cache_size = -500000; BEGIN;
        CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT);
        CREATE TABLE raw (s, p, o);
        CREATE TABLE triple (s INT, p INT, o INT, PRIMARY KEY (s, p, o)) WITHOUT ROWID;
        """
    )
    ids = {}

    def rows():
        with open(path, encoding="utf-8") as file:
            for line in file:
                yield [ids.setdefault(term, len(ids) + 1) for term in line[:-3].split(" ", 2)]

    database.executemany("INSERT INTO raw VALUES (?, ?, ?)", rows())
    database.executemany("INSERT INTO term VALUES (?, ?)", ((id, text) for text, id in ids.items()))
    database.executescript(
        """
        BEGIN; CREATE UNIQUE INDEX term_text ON term (text);
        INSERT INTO triple SELECT DISTINCT s, p, o FROM raw ORDER BY 1, 2, 3;
        DROP TABLE raw;
        CREATE INDEX pos ON triple (p, o, s); CREATE INDEX osp ON triple (o, s, p); COMMIT;
        """
    )
    database.close()


def sqlite3_look_ups(folder):
    database = sqlite3.connect(folder + "/plain.sqlite")
    id = "(SELECT id FROM term WHERE text = ?)"
    author = f"<{AUTHOR}>"
    rows = lambda sql, *values: len(database.execute(sql, values).fetchall())
    names = "SELECT text FROM triple JOIN term ON term.id = {} WHERE {} = " + id + " AND p = " + id
    return {
        "authors of a paper": lambda paper, person: rows(names.format("o", "s"), f"<{paper}>", author),
        "papers of a person": lambda paper, person: rows(names.format("s", "o"), f"<{person}>", author),
    }


def worker(arguments):
    engine, step, path, folder = arguments
    if step == "load":
        globals()[engine + "_load"](path, folder)
        sync(folder)
        print(json.dumps({"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
    else:
        print(json.dumps(medians(globals()[engine + "_look_ups"](folder), sample(path))))


# ---- the comparison


def measured(command):
    """Wall seconds, peak memory in MB and the output of a process."""
    start = time.time()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise RuntimeError(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return time.time() - start, usage.ru_maxrss / 1024, output


def measure(engine, python, path, folder):
    figures = {"engine": engine}
    if engine == "kg":
        figures["load_s"], figures["peak_mb"], _ = measured(
            [KG, "ingest", "--db", folder + "/kg.sqlite", path])
        bench = json.loads(measured([KG_BENCH, path, "--folder", folder, "--format", "json"])[2])
        figures["look_ups"] = {
            "authors of a paper": (bench["authors_us"], None), "papers of a person": (bench["papers_us"], None)}
        figures["update"] = {key: bench[key] for key in ["update_ms", "commit_ms", "update_ratio"]}
        figures["export_per_s"] = bench["export_per_s"]
    else:
        step = lambda name: measured([python, __file__, "--worker", engine, name, path, folder])
        figures["load_s"], figures["peak_mb"], _ = step("load")
        figures["look_ups"] = json.loads(step("ask")[2])
    figures["bytes"] = size(folder)
    return figures


def environment(work):
    """A Python with Oxigraph's package, or `None`."""
    folder = work + "/venv"
    python = folder + "/bin/python"
    try:
        if not os.path.exists(python):
            subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
        if subprocess.run([python, "-c", "import pyoxigraph"], capture_output=True).returncode:
            subprocess.run([python, "-m", "pip", "install", "-q", "pyoxigraph==0.5.13"], check=True,
                           capture_output=True)
        return python
    except (subprocess.CalledProcessError, OSError):
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", default="1m")
    parser.add_argument("--file")
    parser.add_argument("--only", default=",".join(ENGINES))
    parser.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "kg-compare"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--worker", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        return worker(options.worker)
    missing = [program for program in (KG, KG_BENCH) if not os.path.exists(program)]
    if missing and "kg" in options.only.split(","):
        parser.exit(1, f"compare.py: {missing[0]} is not built; 'make bench' builds it\n")
    os.makedirs(options.work, exist_ok=True)
    path = options.file or f"{options.work}/{options.scale}.nt"
    if not os.path.exists(path):
        subprocess.run([sys.executable, HERE + "/generate.py", options.scale, path + ".part"], check=True)
        os.rename(path + ".part", path)
    with open(path, "rb") as file:
        triples = sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
    python = environment(options.work)
    results = []
    for engine in options.only.split(","):
        if engine == "oxigraph" and not python:
            print("oxigraph: its Python package cannot be installed; left out", file=sys.stderr)
            continue
        folder = f"{options.work}/store-{engine}"
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        results.append(measure(engine, python or sys.executable, path, folder))
        shutil.rmtree(folder, ignore_errors=True)
    report(results, triples, options.json)


def report(results, triples, as_json):
    if as_json:
        print(json.dumps({"triples": triples, "engines": results}, indent=1))
        return
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line), "?")
    print(f"{triples:,} triples, {os.cpu_count()} processors, {model}\n")
    peer = next((r for r in results if r["engine"] == "oxigraph"), None)
    print("| engine | load s | k triples/s | to Oxigraph | bytes/triple | to Oxigraph | peak MB "
          "| authors of a paper µs | papers of a person µs |")
    print("|---|---|---|---|---|---|---|---|---|")
    for r in results:
        speed = f"{peer['load_s'] / r['load_s']:.2f}" if peer else "-"
        space = f"{r['bytes'] / peer['bytes']:.2f}" if peer else "-"
        times = " | ".join(f"{value[0]:.0f}" for value in r["look_ups"].values())
        print(f"| {r['engine']} | {r['load_s']:.2f} | {triples / r['load_s'] / 1e3:.0f} | {speed} "
              f"| {r['bytes'] / triples:.1f} | {space} | {r['peak_mb']:.0f} | {times} |")
    for r in results:
        if "update" in r:
            update = r["update"]
            print(f"\nkg: a paper of 12 triples added durably in {update['update_ms']:.2f} ms, {update['update_ratio']:.2f} "
                  f"of the speed of a bare SQLite commit; export {r['export_per_s'] / 1e6:.2f} million triples/s")


if __name__ == "__main__":
    main()
