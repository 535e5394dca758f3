import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("References as the model reads them") struct ReferenceReadingTests {
  private static func paper(_ text: String) -> PaperRecord? {
    let span = SourceText(plain: text).whole
    return ReferenceReading(span).paper(in: span)
  }

  /// APA, IEEE, ACM, Chicago, Vancouver, GB/T 7714, MDPI, Springer, lines, venue first with and without a bracket, cells,
  /// German, a row of a table, Chinese.
  @Test(
    "fields are found in many styles",
    arguments: [
      "Quill, A., & Foe, B. (2021). A study of patient machines. Journal of Slow Computing, 12(3), 45–67.",
      "A. Quill and B. Foe, “A study of patient machines,” Journal of Slow Computing, vol. 12, no. 3, pp. 45–67, 2021.",
      "Ada Quill and Bo Foe. 2021. A study of patient machines. Journal of Slow Computing 12, 3 (2021), 45–67.",
      "Quill, Ada, and Bo Foe. \"A study of patient machines.\" Journal of Slow Computing 12, no. 3 (2021): 45–67.",
      "Quill AB, Foe C. A study of patient machines. Journal of Slow Computing. 2021;12(3):45-67.",
      "QUILL A B, FOE C. A study of patient machines[J]. Journal of Slow Computing, 2021, 12(3): 45-67.",
      "Quill, A.; Foe, B. A study of patient machines. Journal of Slow Computing 2021, 12, 45–67.",
      "Quill, A., Foe, B.: A study of patient machines. Journal of Slow Computing 12(3), 45–67 (2021)",
      "A study of patient machines\nAda Quill, Bo Foe\nJournal of Slow Computing, 2021",
      "Quill, Ada und Foe, Bo: A study of patient machines, Journal of Slow Computing, 2021",
      "A study of patient machines | Ada Quill, Bo Foe | Journal of Slow Computing 2021",
    ])
  func styles(_ text: String) {
    let paper = Self.paper(text)
    #expect(paper?.title.value == "A study of patient machines")
    #expect(paper?.authors.count == 2)
    #expect(
      paper?.authors.allSatisfy {
        $0.value.uppercased().contains("QUILL") || $0.value.uppercased().contains("FOE")
      } == true)
    #expect(paper?.venue?.value == "Journal of Slow Computing")
    #expect(paper?.year?.value == 2021)
  }

  @Test("the venue may come first, with its year in two digits or four")
  func venueFirst() {
    for text in [
      "[CVPR 2021] A Study of Patient Machines. Ada Quill, Bo Foe, Cy Dee.",
      "CVPR'21 | A Study of Patient Machines | Ada Quill, Bo Foe, Cy Dee",
    ] {
      let paper = Self.paper(text)
      #expect(paper?.title.value == "A Study of Patient Machines")
      #expect(paper?.authors.map(\.value) == ["Ada Quill", "Bo Foe", "Cy Dee"])
      #expect(paper?.venue?.value == "CVPR")
      #expect(paper?.year?.value == 2021)
    }
  }

  @Test("names and titles in Han characters are found between full-width commas")
  func chinese() {
    let paper = Self.paper("莫青洛, 南宫思宸, 何又冬. 面向慢速机器的耐心学习方法[J]. 计算机学报, 2021, 44(3): 45-67.")
    #expect(paper?.title.value == "面向慢速机器的耐心学习方法")
    #expect(paper?.authors.map(\.value) == ["莫青洛", "南宫思宸", "何又冬"])
    #expect(paper?.venue?.value == "计算机学报")
  }

  @Test("given names come first in values, and receipts quote the printed form")
  func receipts() {
    let paper = Self.paper(
      "Quill, A., & Foe, B. (2021). A study of patient machines. Journal of Slow Computing, 12(3), 45–67."
    )
    #expect(paper?.authors.map(\.value) == ["A. Quill", "B. Foe"])
    #expect(paper?.authors.first?.span.string == "Quill, A.")
    #expect(paper?.authors.first?.rule == .referenceAuthor)
    #expect(paper?.title.rule == .referenceTitle)
    #expect(paper?.year?.rule == .referenceYear)
  }

  @Test("“et al.” and “with” leave authors out")
  func omissions() {
    #expect(
      Self.paper("Ada Quill et al. A Study of Patient Machines. Journal of Slow Computing, 2021.")?
        .isAuthorListComplete == false)
    #expect(
      Self.paper(
        "A Study of Patient Machines, with Bo Foe and Cy Dee, Journal of Slow Computing 12 (2021)")?
        .isAuthorListComplete == false)
    #expect(
      Self.paper(
        "Ada Quill, Bo Foe. A Study of Patient Machines. Journal of Slow Computing, 2021.")?
        .isAuthorListComplete == true)
  }

  @Test(
    "lines of other sections have no title",
    arguments: [
      "Research Intern, Patient Lab, Springfield, May 2019 – August 2020",
      "Reviewer for CVPR (2019–2021)",
      "* equal contribution",
    ])
  func noReferences(_ text: String) {
    #expect(Self.paper(text) == nil)
  }

  @Test("authors are the longest list between other fields; a venue goes on after a year in it")
  func decoding() {
    let span = SourceText(plain: "Ada, Bo. Slow machines at work. Proc. 2021 Venue, Springfield.")
      .whole
    let context = ReferenceContext(span)
    let labels: [ReferenceLabel] = [
      .firstOfAuthor, .other, .firstOfAuthor, .other, .firstOfTitle, .title, .title, .title, .other,
      .firstOfVenue, .venue, .year, .venue, .other, .firstOfAuthor, .other,
    ]
    let reading = ReferenceReading(context, labels: labels)
    #expect(reading.authors.map(\.string) == ["Ada", "Bo"])
    #expect(reading.title?.string == "Slow machines at work")
    #expect(reading.venue?.string == "Proc. 2021 Venue")
    #expect(reading.year?.string == "2021")
  }

  @Test("two digits that end a range of pages are no year, whatever their label is")
  func endOfPages() {
    let span = SourceText(plain: "Slow machines at work, pages 18-27, Loom.").whole
    let labels: [ReferenceLabel] = [
      .firstOfTitle, .title, .title, .title, .other, .other, .other, .other, .year, .other,
      .firstOfVenue, .other,
    ]
    let paper = ReferenceReading(ReferenceContext(span), labels: labels).paper(in: span)
    #expect(paper?.title.value == "Slow machines at work")
    #expect(paper?.year == nil)
  }
}
