import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Lists in pieces")
struct ChunkedArrayTests {
  @Test("A list in pieces is one list")
  func pieces() {
    var list = ChunkedArray(0..<5000)
    #expect(list.count == 5000)
    #expect(Array(list) == Array(0..<5000))
    list[4097] = -1
    #expect(list[4097] == -1)
    list.removeAll { $0.isMultiple(of: 2) || $0 < 0 }
    #expect(list.count == 2499)
    #expect(list.last == 4999)
  }
}
