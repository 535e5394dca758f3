import KGText
import Testing

@Suite("Numbers in Han characters")
struct HanNumberTests {
  @Test(
    "A number in Han characters has a value; with other text it has none",
    arguments: [("五十", 50), ("二十三", 23), ("一百", 100), ("十二", 12), ("30", 30)])
  func hanNumbers(text: String, value: Int) {
    #expect(HanNumber.value(of: text) == value)
    #expect(HanNumber.value(of: text + "篇") == nil)
  }
}
