import Foundation
import TestSupport
import Testing

@testable import GoldScoring

@Suite("Languages of documents")
struct DocumentLanguageTests {
  @Test(
    "Script and function words decide",
    arguments: [
      ("I am a student of the university and work on nets.", DocumentLanguage.english),
      ("Ich bin an der Universität und arbeite mit Netzen.", .german),
      ("Je suis à l'université et travaille sur les réseaux pour la vision.", .french),
      ("Trabajo en la universidad con redes para el habla.", .spanish),
      ("我是清华大学的研究生。", .chinese), ("私は東京大学の学生です。", .japanese), ("저는 서울대학교 학생입니다.", .korean),
      ("2018 – 2020", .unknown),
    ])
  func language(text: String, language: DocumentLanguage) {
    #expect(DocumentLanguage(ofText: text) == language)
  }

  @Test(
    "Chinese with an English publication list is Chinese, English with Chinese names is English")
  func mixtures() {
    let title = "Revisiting the Design of Attention for the Recognition of Images"  // 10 words
    #expect(DocumentLanguage(ofText: "论文列表" + title) == .chinese)
    #expect(DocumentLanguage(ofText: "王小明 " + title + " in the wild") == .english)
  }

  @Test("Markup does not count")
  func markup() {
    let text = """
      <script>for (the of and) {}</script><div class="the of and in to for with">Die Netze und der Weg</div>
      \\the\\of\\and https://the.of.and/in/to <!-- the of and in to -->
      """
    #expect(DocumentLanguage(ofText: VisibleText.text(of: Scalars(text)).string) == .german)
  }

  @Test(
    "What the record states decides before the text, the first of two languages",
    arguments: [
      ("fr", DocumentLanguage.french), ("zh+en", .chinese), ("en+zh", .english), ("ja", .japanese),
      ("ko", .korean), ("de", .german), ("es", .spanish), ("sv", .unknown),
    ])
  func stated(code: String, language: DocumentLanguage) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("Trabajo en la universidad con redes para el habla.", to: "cv.txt")
    let family = DocumentFamily(template: "typed", form: .plainText, language: code)
    let document = GoldDocument(
      record: DocumentRecord(document: "cv.txt", family: family),
      recordFile: URL(fileURLWithPath: "/"), source: file)
    #expect(DocumentLanguage(of: document) == language)
    #expect(DocumentLanguage(seenIn: document) == .spanish)
  }

  @Test("Where the text cannot be read, the words of the record decide")
  func record() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("%PDF-1.5 of the and in", to: "cv.pdf")
    let record = DocumentRecord(
      document: "cv.pdf",
      affiliations: [AffiliationEntry(organization: "University of the West", role: "研究员")],
      papers: [PaperEntry(title: "On the Design of the Nets")])
    let document = GoldDocument(record: record, recordFile: URL(fileURLWithPath: "/"), source: file)
    #expect(DocumentLanguage(of: document) == .chinese)
  }
}
