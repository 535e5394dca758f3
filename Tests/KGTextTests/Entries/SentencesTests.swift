import Testing

@testable import KGText

@Suite("Sentences of an entry") struct SentencesTests {
  private func segments(_ text: String) -> [String] {
    Sentences.segments(of: SourceText(plain: text).whole).map(\.string)
  }

  @Test("full stops, line ends and cells end a sentence; signs of a question stay with it")
  func ends() {
    #expect(
      segments("Slow looms. Do mills think? Yes!\nQuill Mills\t2019")
        == ["Slow looms", "Do mills think?", "Yes!", "Quill Mills", "2019"])
    #expect(segments("织机很慢。磨坊很快。") == ["织机很慢", "磨坊很快"])
    #expect(segments("织机会思考吗？磨坊会！船也会。") == ["织机会思考吗？", "磨坊会！", "船也会"])
    #expect(segments("").isEmpty && segments(" . , .").isEmpty)
  }

  @Test("stops of abbreviations, initials and numbers do not")
  func abbreviations() {
    for text in [
      "Proc. of the Loom Conf. in vol. 3, pp. 4 by Quill et al", "A. Quill and B. C. Foe",
      "Version 2.5 of looms",
      "Prof. Quill at mill.example",
    ] {
      #expect(segments(text) == [text])
    }
  }

  @Test("an initial after its surname ends the authors where a title follows")
  func initials() {
    #expect(
      segments("Quill A, Foe B. Slow looms for mills. Loom Letters")
        == ["Quill A, Foe B", "Slow looms for mills", "Loom Letters"])
    #expect(segments("Quill A, Foe B. Dee C") == ["Quill A, Foe B. Dee C"])
  }

  @Test("“et al.” ends a list of authors where a title follows")
  func etAl() {
    #expect(segments("Quill et al. Slow looms") == ["Quill et al", "Slow looms"])
    #expect(segments("Quill et al. “slow” looms") == ["Quill et al", "“slow” looms"])
    #expect(segments("Quill et al. have slow looms") == ["Quill et al. have slow looms"])
  }

  @Test("references by GB/T 7714 need no space after a stop, and have two slashes before the host")
  func withoutSpaces() {
    #expect(segments("莫青洛.慢速织机[J].织机学报,2021") == ["莫青洛", "慢速织机[J]", "织机学报,2021"])
    #expect(segments("Quill A.Slow looms[J].Nature") == ["Quill A", "Slow looms[J]", "Nature"])
    #expect(
      segments("Slow looms[C]//Proceedings of Looms")
        == ["Slow looms[C]", "Proceedings of Looms"])
    #expect(segments("莫青洛.基于.NET平台的织机") == ["莫青洛", "基于.NET平台的织机"])
  }

  @Test("a title begins with a capital and has small letters soon; names do not")
  func titles() {
    let starts = { (text: String) in Sentences.startsText(SourceText(plain: text).whole) }
    #expect(starts("Slow looms for mills"))
    #expect(starts("3 looms"))
    #expect(!starts("Ada Quill and Bo van Foe"))
    #expect(!starts("slow looms"))
    #expect(!starts(""))
  }

  @Test("places are those of the source")
  func places() {
    let segments = Sentences.segments(of: SourceText(plain: "织机。 磨坊, ").whole)
    #expect(segments.map(\.byteRange) == [0..<6, 10..<16])
  }
}
