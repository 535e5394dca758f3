import Foundation
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("The model of references") struct ReferenceModelTests {
  /// References with what brings about every feature: quotations, marks, links, cells, lines.
  private static let samples = [
    "Ada Quill*, B. Foe et al. (2021). “A study of slow machines,” in Proc. of CVPR, vol. 2, pp. 45–67.",
    "1. 莫青洛，《面向慢速机器的方法》，《软件学报》，2021年\nSpotlight [PDF]", "May 2021\tA Study | NeurIPS21",
    "[ICML 2021] A study of slow machines\nAda Quill, Bo Foe",
  ]

  private static func names(_ features: some Sequence<String>) -> Set<String> {
    Set(features.map { $0.split(separator: "=").first.map(String.init) ?? $0 })
  }

  @Test("each feature of the model is one that the program produces")
  func features() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/KGProfiles/Models/reference-model.tsv")
    let rows = TabSeparatedTable(Array(try Data(contentsOf: file))).rows
    let known = Self.names(rows.dropFirst().map { $0[0] }).subtracting(["transition"])
    let produced = Self.samples.flatMap { text in
      let plain = SourceText(plain: text)
      let marked = SourceText(
        scalars: plain.scalars, offsets: plain.offsets, marks: [.init(kind: .strong, range: 0..<5)])
      return ReferenceFeatures(ReferenceContext(marked.whole), isDescribed: true).all
        .textsOfTokens.joined()
    }
    #expect(known.count > 20)
    #expect(known.subtracting(Self.names(produced)) == [])
  }

  @Test("its labels are those of the program")
  func labels() {
    #expect(Set(SequenceModel.references.labels) == Set(ReferenceLabel.allCases.map(\.rawValue)))
  }

  @Test("a labelled reference is written with a label and features for each token")
  func sequences() throws {
    let line = """
      {"text": "Quill: Slow Machines, 2021", "marks": [[0, 5, "strong"]], "fields": [[0, 5, "author"], [7, 20, "title"],
      [22, 26, "year"]], "style": "a", "list": "a-1", "hidesVenues": false}
      """
    let rows = try JSONDecoder().decode(LabelledReference.self, from: Data(line.utf8)).sequence
      .split(separator: "\n", omittingEmptySubsequences: true)
    #expect(rows.first == "# a\ta-1")
    #expect(
      rows.dropFirst().map { $0.prefix { $0 != "\t" } } == [
        "author.first", "other", "title.first", "title", "other", "year",
      ])
    #expect(rows[1].contains("\tmark=strong\t"))
  }
}
