import KGModel
import KGRDF
import KGStore
import Synchronization
import TestSupport
import Testing

extension GraphStore {
  /// Loads a document from memory.
  @discardableResult
  func load(
    _ text: String, _ format: RDFFormat = .nquads, source path: String = "a", isLarge: Bool = false,
    memory: Int = 768 << 20
  ) throws -> IngestOutcome {
    try load(
      RDFDocument(
        path: path, absolutePath: "/" + path, format: format, isLarge: isLarge,
        read: reading(Array(text.utf8))), memory: memory)
  }

  func text(_ format: RDFFormat = .nquads) throws -> String {
    let text = Mutex<[UInt8]>([])
    try write(format) { piece in text.withLock { $0 += piece } }
    return String(decoding: text.withLock { $0 }, as: UTF8.self)
  }

  func expectSound() throws {
    for result in try check() { #expect(result.problem == nil, "\(result.subject)") }
  }
}

/// A dataset with terms of every kind, repetitions and named graphs. It has no blank nodes, so its text does
/// not depend on the source.
func dataset(_ seed: UInt64, count: Int = 300, hasGraphs: Bool = true) -> [String] {
  var random = SeededRandom(seed)
  let objects = [
    "<http://e/s1>", "<http://e/s2>", "<urn:x:y>", "\"a\"", "\"a\"@en", "\"Ada B.\"", "\"余锋伟\"",
    "\"2021\"^^<\(XSD.gYear.value)>", "\"2021-02\"^^<\(XSD.gYearMonth.value)>",
    "\"2021-02-03\"^^<\(XSD.date.value)>", "\"7\"^^<\(XSD.integer.value)>",
    "\"07\"^^<\(XSD.integer.value)>", "\"-7\"^^<\(XSD.integer.value)>",
    "\"true\"^^<\(XSD.boolean.value)>", "\"\\\"\\\\\\n\"", "<http://e/p1>", "\"\"",
  ]
  let predicates = [Schema.name.value, RDF.type.value, "http://e/p1", "http://e/p2"]
  return (0..<count).map { _ in
    let s = Int.random(in: 0..<20, using: &random)
    let p = predicates.randomElement(using: &random) ?? ""
    let o = objects.randomElement(using: &random) ?? ""
    let graph = hasGraphs && Int.random(in: 0..<4, using: &random) == 0 ? " <http://e/g>" : ""
    return "<http://e/s\(s)> <\(p)> \(o)\(graph) .\n"
  }
}

/// The expected export of some lines.
func sortedText(_ lines: some Sequence<String>) -> String {
  Set(lines).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined()
}
