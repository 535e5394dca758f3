import KGModel
import Testing

@testable import KGStore

@Suite("Receipts in the store")
struct ReceiptWriterTests {
  @Test(
    "Every receipt of a batch is stored, whatever their number",
    arguments: [0, 1, 24, 25, 26, 50, 113])
  func number(count: Int) throws {
    let store = try GraphStore.inMemory()
    let statements = (0..<count).map { number in
      Statement(
        triple("w\(number % 40)", Schema.name, .string("title \(number)")),
        receipts: [
          Receipt(
            part: number % 3 == 0 ? "page \(number)" : nil, byteRange: number..<number + 5,
            line: number + 1, words: "“wörds” \(number)", rule: "test.rule")
        ])
    }
    let source = SourceDescription(path: "a", kind: "text", byteCount: 1, fingerprint: "f")
    _ = try store.replace(source, absolutePath: "/a") { _, body in
      var batcher = DocumentBatcher()
      try body(batcher.batch(statements))
    }
    let found = try store.receipts([ReceiptPattern(predicate: Schema.name)])
    #expect(Set(found.map(\.receipt)) == Set(statements.flatMap(\.receipts)))
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.triple.object == .string("title \($0.receipt.line - 1)") })
  }
}
