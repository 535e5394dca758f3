import KGText
import Testing

@testable import KGReaders

@Suite("Signs set as mathematics")
struct InlineMathSuperscriptsTests {
  private func replaced(_ text: String) -> String {
    String(decoding: InlineMathSuperscripts.replaced(Array(text.utf8)), as: UTF8.self)
  }

  @Test("Signs after names replace their formula, padded with blanks")
  func signs() {
    let text = "Ada Quill$^{\\dagger}$, Bo Foe$^{1,*}$"
    #expect(replaced(text) == "Ada Quill         †, Bo Foe   1,∗")
    #expect(replaced(text).utf8.count == text.utf8.count)
  }

  @Test("Powers, prices and other formulas stay")
  func formulas() {
    for text in [
      "10$^{3}$ times", "$x$^1$y$", "O($n^2$)", "raised $5 and $6", "n$^2$", "$",
    ] {
      #expect(replaced(text) == text)
    }
  }

  @Test(
    "At the beginning of a line the blanks come after the sign: before it they would make the line code"
  )
  func beginnings() {
    #expect(replaced("- $^{\\dagger}$**Title**").hasPrefix("- †"))
    #expect(replaced("A\n$^{1}$ X University").hasPrefix("A\n1"))
  }
}
