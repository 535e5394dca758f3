import KGText
import Testing

@testable import KGProfiles

@Suite("Labels of the tokens of a reference") struct ReferenceLabellingTests {
  private func labels(_ rows: String, _ text: String) -> [ReferenceLabel] {
    ReferenceLabelling(table: Array(rows.utf8))
      .labels(of: ReferenceContext(SourceText(plain: text).whole))
  }

  @Test("each token has the label for which its features weigh most")
  func weights() {
    let rows = "labels\tother\ttitle\tyear\nmark=none\t0\ttitle\t1\ndepth=1\t0\tyear\t2\n"
    #expect(
      labels(rows, "Slow Machines (2021)") == [.title, .title, .year, .year, .year])
  }

  @Test("a label that the program does not know is that of no field")
  func unknownLabels() {
    let rows = "labels\tother\tpublisher\nmark=none\t0\tpublisher\t1\n"
    #expect(labels(rows, "Slow Machines") == [.other, .other])
  }

  @Test("names that the weights pass over are taken where the one before them is an author")
  func agreement() {
    let plain = SourceText(plain: "Ada Quill, Bo Foe, Cy Dee. On slow machines")
    let text = SourceText(
      scalars: plain.scalars, offsets: plain.offsets, marks: [.init(kind: .strong, range: 0..<9)])
    let rows = "labels\tother\tauthor\nmark=strong\t0\tauthor\t1\n"
    let found = ReferenceLabelling(table: Array(rows.utf8)).labels(of: ReferenceContext(text.whole))
    #expect(
      found.map(\.field) == [
        .author, .author, nil, .author, .author, nil, .author, .author, nil, nil, nil, nil,
      ])
    #expect(found[3] == .firstOfAuthor && found[6] == .firstOfAuthor)
  }

  @Test("a reference without tokens, or a model without weights, has no fields")
  func nothing() {
    #expect(labels("labels\tother\ttitle\nmark=none\t0\ttitle\t1\n", "").isEmpty)
    #expect(labels("labels\tother\ttitle\n", "Slow Machines").allSatisfy { $0.field == nil })
  }

  @Test("the model of the program labels names, title and year in Latin and in Han script")
  func model() {
    for text in ["Ada Quill, Bo Foe. Slow machines. ICML 2021.", "莫青洛，何又冬. 面向慢速机器的方法. 软件学报, 2021."]
    {
      let found = ReferenceLabelling(.references)
        .labels(of: ReferenceContext(SourceText(plain: text).whole))
      #expect(found.count { $0 == .firstOfAuthor } == 2, "\(text)")
      #expect(found.count { $0 == .year } == 1, "\(text)")
      #expect(found.contains(.title), "\(text)")
    }
  }
}
