import Foundation
import KGModel
import KGStore

extension GraphStore {
  /// Stores these triples as a source, each with a receipt at byte 0 of line 1.
  @discardableResult
  func add(_ triples: some Sequence<Triple>, source path: String = "a") throws -> IngestOutcome {
    let all = Array(triples)
    let receipt = Receipt(byteRange: 0..<1, line: 1, words: "x", rule: "test")
    return try replace(
      SourceDescription(
        path: path, kind: "text", byteCount: 1, fingerprint: String(all.count, radix: 16)),
      absolutePath: "/" + path,
      batches: { _, body in
        var batcher = DocumentBatcher()
        try body(batcher.batch(all.map { Statement($0, receipts: [receipt]) }))
      })
  }

  /// Every triple that queries see.
  func visibleTriples() throws -> Set<Triple> {
    Set(try triples(subject: nil, predicate: nil, object: nil))
  }
}

func node(_ name: String) -> Term { .iri("http://e/" + name) }

func triple(_ subject: String, _ predicate: IRI, _ object: Term) -> Triple {
  Triple(node(subject), predicate, object)
}
