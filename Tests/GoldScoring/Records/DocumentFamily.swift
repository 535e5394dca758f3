/// What a gold document has in common with others: documents of one family are left out of fitting together.
///
///     {"template": "moderncv", "form": "LaTeX", "language": "en"}
package struct DocumentFamily: Codable, Equatable, Sendable {
  /// What the document was made in: a template, a LaTeX class, the program that wrote it, or the
  /// layout that it shares with others.
  package var template: String
  package var form: DocumentForm
  /// ISO 639-1; of a document in two languages both, the one with more of the text first: `zh+en`.
  package var language: String

  package init(template: String, form: DocumentForm, language: String) {
    self.template = template
    self.form = form
    self.language = language
  }

  /// Whether a text is one code of a language, or two that differ.
  static func isLanguage(_ text: String) -> Bool {
    let codes = text.split(separator: "+", omittingEmptySubsequences: false)
    let areCodes = codes.allSatisfy { code in
      code.utf8.count == 2 && code.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
    return areCodes && codes.count <= 2 && Set(codes).count == codes.count
  }
}
