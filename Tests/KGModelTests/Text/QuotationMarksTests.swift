import KGModel
import Testing

@Suite("Quotation marks")
struct QuotationMarksTests {
  @Test("Each has its straight form, other characters have none")
  func straight() {
    let marks = "“”„‟「」『』\"‘’´'".unicodeScalars.compactMap(\.straightQuotationMark)
    #expect(marks == Array(repeating: "\"", count: 9) + Array(repeating: "'", count: 4))
    #expect("《》,`a余".unicodeScalars.compactMap(\.straightQuotationMark).isEmpty)
  }
}
