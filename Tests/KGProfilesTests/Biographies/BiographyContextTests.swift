import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("What a paragraph has named") struct BiographyContextTests {
  private func read(_ paragraphs: String...) -> Biography {
    var biography = Biography()
    for text in paragraphs { biography.read(SourceText(plain: text).whole) }
    return biography
  }

  @Test("the organization and the date named last are kept, with the facts read last")
  func last() {
    let read = read(
      "In 2012 I received my PhD from Yale University. From 2013 to 2016 I was a lecturer at Brown University."
    )
    #expect(read.context.lastPlace?.span.string == "Brown University")
    #expect(read.context.lastDate?.value.start?.year == 2013)
    #expect(read.context.lastEducation == 0)
    #expect(read.context.lastPosition == 0)
  }

  @Test("a degree at another organization ends the position before it")
  func degreeElsewhere() {
    let read = read(
      "I was a lecturer at Brown University. In 2018 I received my PhD from Yale University.")
    #expect(read.affiliations.count == 1 && read.education.count == 1)
    #expect(read.context.lastPosition == nil)
    #expect(read.context.lastEducation == 0)
  }

  @Test("同年 is the year of the date before")
  func sameYear() {
    let read = read("2013年毕业于武汉大学，获博士学位。同年加入南开大学，任讲师。")
    #expect(read.affiliations.first?.organization.value == "南开大学")
    #expect(read.affiliations.first?.interval?.value.start == PartialDate(year: 2013))
  }

  @Test("a paragraph begins without what the one before it named")
  func paragraphs() {
    let (first, second) = ("2009年回到南开大学任讲师。", "2013年晋升教授。")
    #expect(read(first + second).affiliations.count == 2)
    let read = read(first, second)
    #expect(read.affiliations.map(\.role?.value) == ["讲师"])
    #expect(read.context.lastPlace == nil && read.context.lastPosition == nil)
  }
}
