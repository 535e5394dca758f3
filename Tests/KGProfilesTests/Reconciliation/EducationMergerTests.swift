import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("A degree that a list and a biography state") struct EducationMergerTests {
  @Test("the same level at the same organization is one degree, which has what either states")
  func completion() {
    let merged = EducationMerger.merge(
      [degree("Quillon University", "PhD", "2014 – 2018")],
      [degree("Quillon University", "doctorate", field: "geology", advisers: ["Bo Foe"])])
    #expect(merged.map(\.degree?.value) == ["PhD"])
    #expect(merged[0].field?.value == "geology")
    #expect(merged[0].advisers.map(\.value) == ["Bo Foe"])
    #expect(merged[0].interval?.value.start?.year == 2014)
  }

  @Test("another level, or another organization, is another degree")
  func others() {
    let merged = EducationMerger.merge(
      [degree("Quillon University", "PhD")],
      [degree("Quillon University", "BSc"), degree("University of Marshland", "PhD")])
    #expect(
      merged.map { "\($0.degree?.value ?? "") \($0.organization.value)" } == [
        "PhD Quillon University", "BSc Quillon University", "PhD University of Marshland",
      ])
  }

  @Test("what the list states is not replaced")
  func precedence() {
    let merged = EducationMerger.merge(
      [degree("Quillon University", "PhD", "2014 – 2018", field: "geology", advisers: ["Bo Foe"])],
      [degree("Quillon University", "PhD", "2011", field: "physics", advisers: ["Cy Dee"])])
    #expect(merged.count == 1)
    #expect(merged[0].field?.value == "geology")
    #expect(merged[0].advisers.map(\.value) == ["Bo Foe"])
    #expect(merged[0].interval?.value.start?.year == 2014)
  }

  @Test("two mentions of a degree that no list has are one, too")
  func mentions() {
    let mention = degree("Quillon University", "MSc")
    #expect(EducationMerger.merge([], [mention, mention]).count == 1)
  }

  @Test("entries of the list itself stay apart")
  func entries() {
    let entry = degree("Quillon University", "MSc")
    #expect(EducationMerger.merge([entry, entry], []).count == 2)
  }
}
