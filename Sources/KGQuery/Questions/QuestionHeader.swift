/// The lines `# key: value` at the beginning of a file with a question.
struct QuestionHeader: Sendable {
  struct Field: Sendable {
    let key: String
    let value: String
    /// In the file, counted from 1.
    let line: Int
  }

  private let fields: [Field]
  private let file: String

  /// The number of lines of the file before the query.
  let lineCount: Int

  /// - Parameter lines: All lines of the file.
  /// - Throws: ``InvalidQuestion`` when a line that begins with `#` has no colon.
  init(_ lines: [Substring], file: String) throws(InvalidQuestion) {
    var fields: [Field] = []
    for (index, line) in lines.prefix(while: { $0.hasPrefix("#") }).enumerated() {
      let text = line.dropFirst().drop { $0 == " " }
      guard let colon = text.firstIndex(of: ":") else {
        throw InvalidQuestion(
          file: file, line: index + 1, message: "a header line is '# key: value'")
      }
      let value = text[text.index(after: colon)...].drop { $0 == " " }
      fields.append(
        Field(key: String(text[..<colon]), value: String(value), line: index + 1))
    }
    self.fields = fields
    self.file = file
    lineCount = fields.count
  }

  /// The fields with a key, in order; empty when there are none.
  func fields(_ key: String) -> [Field] { fields.filter { $0.key == key } }

  /// The fields with phrasings, English ones first.
  var phrasings: [Field] { fields("en") + fields("zh") }

  /// The first field with a key.
  ///
  /// - Throws: ``InvalidQuestion`` when there is none.
  func required(_ key: String) throws(InvalidQuestion) -> Field {
    guard let field = fields(key).first else { throw missing(key) }
    return field
  }

  func missing(_ key: String) -> InvalidQuestion {
    InvalidQuestion(file: file, line: 1, message: "the header lacks '\(key)'")
  }

  /// An error at the line of a field.
  func error(_ field: Field, _ message: String) -> InvalidQuestion {
    InvalidQuestion(file: file, line: field.line, message: message)
  }
}
