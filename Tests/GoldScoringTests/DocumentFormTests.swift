import Foundation
import TestSupport
import Testing

@testable import GoldScoring

@Suite("Forms of documents")
struct DocumentFormTests {
  @Test(
    "The ending of the name states the form",
    arguments: [
      ("cv.md", DocumentForm.markdown), ("cv.qmd", .markdown), ("cv.HTML", .html),
      ("cv.tex", .latex),
      ("cv.pdf", .pdf), ("papers.bib", .bibtex), ("resume.json", .data), ("cv.yml", .data),
      ("cv.unknown", .unknown),
    ])
  func ending(name: String, form: DocumentForm) throws {
    let record = DocumentRecord(document: name)
    #expect(
      DocumentForm(
        of: GoldDocument(record: record, recordFile: URL(fileURLWithPath: "/"), source: nil))
        == form)
  }

  @Test(
    "Otherwise the content states it",
    arguments: [
      ("<!DOCTYPE html><p>Hello", DocumentForm.html), ("% CV\n\\documentclass{article}", .latex),
      ("---\ntitle: Home\n---\nHello", .markdown), ("# Jane\n\n- [Code](x)\n", .markdown),
      ("@article{a, title = {B}}", .bibtex), ("{\"basics\": {}}", .data), ("%PDF-1.5\n", .pdf),
      ("Jane Doe\n* EDUCATION\n", .plainText), ("# one remark\nJane Doe", .plainText),
    ])
  func content(text: String, form: DocumentForm) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "x.txt")
    let record = DocumentRecord(document: "x.txt")
    #expect(
      DocumentForm(
        of: GoldDocument(record: record, recordFile: URL(fileURLWithPath: "/"), source: file))
        == form)
  }

  @Test("What the record states decides before the name")
  func stated() {
    let family = DocumentFamily(template: "typed", form: .plainText, language: "en")
    let record = DocumentRecord(document: "cv.md", family: family)
    let document = GoldDocument(
      record: record, recordFile: URL(fileURLWithPath: "/"), source: nil)
    #expect(DocumentForm(of: document) == .plainText)
    #expect(DocumentForm(seenIn: document) == .markdown)
  }

  @Test("A folder is a site, whatever its name")
  func site() throws {
    let folder = try TemporaryFolder()
    let record = DocumentRecord(document: "x.md")
    let document = GoldDocument(
      record: record, recordFile: URL(fileURLWithPath: "/"), source: folder.url)
    #expect(DocumentForm(of: document) == .site)
  }
}
