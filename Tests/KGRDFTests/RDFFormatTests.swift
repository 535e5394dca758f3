import KGRDF
import Testing

@Suite("RDF formats")
struct RDFFormatTests {
  @Test(
    "Each is recognized by its ending, also packed and in capitals", arguments: RDFFormat.allCases)
  func ending(format: RDFFormat) {
    for path in [
      "a.\(format.rawValue)", "a.x.\(format.rawValue).gz", "A.\(format.rawValue.uppercased())",
    ] {
      #expect(RDFFormat(path: path) == format, "\(path)")
    }
  }

  @Test(
    "Long endings are recognized, others are not",
    arguments: [
      ("a.ntriples", .ntriples), ("a.nquads.zst", .nquads), ("a.turtle", .turtle), ("a.n3", nil),
      ("nt", .ntriples), ("", nil), ("a.", nil),
    ] as [(String, RDFFormat?)])
  func otherEndings(path: String, format: RDFFormat?) {
    #expect(RDFFormat(path: path) == format)
  }
}
