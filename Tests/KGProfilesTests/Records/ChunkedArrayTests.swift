import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Chunked arrays")
struct ChunkedArrayTests {
  @Test("Elements are found, changed and removed across chunks")
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

  @Test("the pieces are taken out in order, until none is left")
  func takingPieces() {
    var list = ChunkedArray(0..<2_500)
    var taken: [Int] = []
    while let piece = list.removeFirstPiece() {
      taken += piece
      #expect(list.count == 2_500 - taken.count)
      #expect(list.first == (list.isEmpty ? nil : taken.count))
    }
    #expect(taken == Array(0..<2_500))
  }
}
