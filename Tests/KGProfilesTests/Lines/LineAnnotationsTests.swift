import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Annotations of a line") struct LineAnnotationsTests {
  private static func annotations(_ text: String) -> LineAnnotations {
    var builder = SourceTextBuilder()
    builder.append(text, at: 0)
    return LineAnnotations.annotations(of: builder.build().whole)
  }

  @Test("a position has a role, an organization and a period")
  func position() {
    let found = Self.annotations("Research Scientist, Tesserine University, 2018 – 2021")
    #expect(found.roles.map(\.value) == [.staff])
    #expect(found.organization?.institution.string == "Tesserine University")
    #expect(!found.isOrganizationKnown)
    #expect(found.isPeriod)
  }

  @Test("a single date is not a period")
  func singleDate() {
    let found = Self.annotations("Medal of the Society of Engines, 2014")
    #expect(found.interval != nil)
    #expect(!found.isPeriod)
    #expect(found.years == 1)
  }

  @Test("names of people are counted up to four")
  func names() {
    #expect(Self.annotations("Ada Quill, Bo Foe and Cy Dee").nameCount >= 2)
    #expect(Self.annotations("A. Quill, B. Foe, C. Dee, D. Eck, E. Fay, F. Gow").nameCount == 4)
    #expect(Self.annotations("We study how engines think about engines").nameCount == 0)
  }

  @Test("a venue of the table is evidence, words of venues are weaker")
  func venues() {
    #expect(Self.annotations("NeurIPS 2021").venue == .known)
    #expect(Self.annotations("Proceedings of the Workshop on Quiet Engines").venue == .words)
    #expect(Self.annotations("Built the engine room").venue == .none)
  }

  @Test("words show what a line is about, in any of the languages of the table")
  func cues() {
    #expect(Self.annotations("国家奖学金").cues.contains(.award))
    #expect(Self.annotations("Reviewer for three journals").cues.contains(.service))
    #expect(Self.annotations("人工知能学会 優秀賞 受賞").cues.contains(.award))
  }

  @Test("a line with the words of a section's title says so")
  func titles() {
    let found = Self.annotations("**Journal Publications**")
    #expect(found.titleKinds == [.publications])
    #expect(!Self.annotations("An award for engines in a long sentence about other things").isTitle)
  }
}
