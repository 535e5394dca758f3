import KGText
import Testing

@testable import KGReaders

@Suite("BibTeX: inheritance")
struct BibTeXInheritanceTests {
  private func entry(_ key: String, _ text: String) -> BibTeXEntry? {
    bibTeX(text).entries.first { $0.key == key }
  }

  @Test("An entry inherits what it lacks; the title of the volume becomes its booktitle")
  func crossref() {
    let text = """
      @inproceedings{a, title = {Engines}, Crossref = {VOL}}
      @inproceedings{b, title = {Mills}, year = 1850, booktitle = {Own}, crossref = "vol"}
      @proceedings{vol, title = {Proceedings of Mills}, year = 1843, editor = {Quill, Ada}}
      """
    #expect(entry("a", text)?.value("booktitle") == "Proceedings of Mills")
    #expect(entry("a", text)?.value("title") == "Engines")
    #expect(entry("a", text)?.value("year") == "1843")
    #expect(entry("a", text)?.authors == nil)
    #expect(entry("b", text)?.value("booktitle") == "Own")
    #expect(entry("b", text)?.value("year") == "1850")
    #expect(entry("vol", text)?.isCrossReferenced == true)
    #expect(entry("a", text)?.isCrossReferenced == false)
  }

  @Test("The booktitle of the parent comes before its title; a periodical gives a journal")
  func volumes() {
    let text = """
      @incollection{a, title = {Engines}, crossref = p}
      @collection{p, title = {Mills, Volume 2}, booktitle = {Mills}}
      @article{b, title = {Wheels}, crossref = {q}}
      @periodical{q, title = {Journal of Mills}, note = {Own}, doi = {10.1/q}}
      """
    #expect(entry("a", text)?.value("booktitle") == "Mills")
    #expect(entry("b", text)?.value("journaltitle") == "Journal of Mills")
    #expect(entry("b", text)?.value("doi") == nil)
  }

  @Test("Data of several xdata entries, which inherit themselves; a cycle ends")
  func xdata() {
    let text = """
      @article{a, title = {Engines}, xdata = {j, y}}
      @xdata{j, journaltitle = {Mills}, xdata = {z}}
      @xdata{y, date = {1843-05}}
      @xdata{z, publisher = {Quill}, xdata = {j}}
      """
    let found = entry("a", text)
    #expect(found?.value("journaltitle") == "Mills")
    #expect(found?.value("date") == "1843-05")
    #expect(found?.value("publisher") == "Quill")
  }
}
