import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("The fields of positions and degrees")
struct FieldReadingTests {
  @Test(
    "are found in the order that the list has them",
    arguments: [
      """
      ## Experience

      - ⟦role:Research Intern⟧, ⟦organization:Quillon University⟧, ⟦period:May 2019 – Aug 2019⟧
      - ⟦role:Software Engineer⟧, ⟦organization:Marrow University⟧, ⟦period:2016 – 2018⟧
      """,
      """
      ## Education

      - ⟦period:2014 – 2018⟧: ⟦degree:PhD⟧ in ⟦subject:Computer Science⟧, ⟦organization:University of Quillon⟧
      - ⟦period:2010 – 2014⟧: ⟦degree:BSc⟧ in ⟦subject:Mathematics⟧, ⟦organization:University of Marrow⟧
      """,
      """
      ## 工作经历

      - ⟦period:2019.07 - 2021.06⟧ ⟦organization:临江大学⟧ ⟦role:助理研究员⟧
      - ⟦period:2021.07 - 至今⟧ ⟦organization:望山大学⟧ ⟦role:副教授⟧
      """,
    ])
  func order(text: String) throws {
    let list = try MarkedList(text)
    #expect(list.found == list.marked)
  }

  @Test("an organization that no table knows is found in the place of the others")
  func unknownOrganization() throws {
    let list = try MarkedList(
      """
      ## Experience

      - ⟦role:Research Engineer⟧, ⟦organization:Brindle Robotics⟧, ⟦period:2019 – 2021⟧
      - ⟦role:Research Intern⟧, ⟦organization:Google⟧, ⟦period:2018 – 2019⟧
      - ⟦role:Research Intern⟧, ⟦organization:Microsoft Research⟧, ⟦period:2017 – 2018⟧
      """)
    #expect(list.found == list.marked)
  }

  @Test("a bracket that a field opens is closed, or left out with what is in it")
  func brackets() throws {
    let closed = try MarkedList(
      """
      ## Experience

      - ⟦role:Engineer (part-time⟧), ⟦organization:Quillon University⟧, ⟦period:2019 – 2021⟧
      """)
    #expect(closed.reading.lines[0][0].span.string == "Engineer (part-time)")
    let open = try MarkedList(
      """
      ## Experience

      - ⟦role:Engineer (part⟧-time, remote), ⟦organization:Quillon University⟧, ⟦period:2019 – 2021⟧
      """)
    #expect(open.reading.lines[0][0].span.string == "Engineer")
  }

  @Test("a period has the dates of its text; its end may be open")
  func periods() throws {
    let list = try MarkedList(
      """
      ## Experience

      - ⟦role:Engineer⟧, ⟦organization:Quillon University⟧, ⟦period:2019 – present⟧
      """)
    let period = try #require(list.reading.lines[0].last)
    #expect(period.interval?.start?.year == 2019)
    #expect(period.interval?.printedEnd == nil)
  }
}
