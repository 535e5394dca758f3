internal import Foundation
internal import KGModel

/// All questions that can be asked in plain words: the built-in ones and those in a folder of the user.
public struct QuestionLibrary: Sendable {
  /// In the order in which they are tried.
  public let questions: [Question]

  /// A library of some questions, which have different names.
  public init(questions: [Question]) {
    self.questions = questions
  }

  /// The built-in questions.
  ///
  /// - Throws: ``InvalidQuestion`` when one of the files is invalid.
  public static func builtIn() throws(InvalidQuestion) -> QuestionLibrary {
    var questions: [Question] = []
    for (file, bytes) in builtInFiles {
      questions.append(try Question(parsing: String(decoding: bytes, as: UTF8.self), file: file))
    }
    return QuestionLibrary(questions: questions)
  }

  /// The same with the `.rq` files of a folder; a question with the name of one in this library replaces it. A file
  /// that is not a question, or has the name of another file of the folder, is left out.
  ///
  /// - Parameter report: Takes what is wrong with each file that is left out.
  /// - Throws: what Foundation throws when the folder cannot be listed.
  public func adding(
    folder: String, report: (InvalidQuestion) -> Void
  ) throws -> QuestionLibrary {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".rq")
    }
    var added: [Question] = []
    var files: [String: String] = [:]
    for path in names.sorted().map({ folder + "/" + $0 }) {
      do throws(InvalidQuestion) {
        let question = try Self.question(at: path)
        if let other = files[question.name] {
          throw question.header.error(
            try question.header.required("name"),
            "\(other) has the name '\(question.name)', too; choose another name")
        }
        files[question.name] = path
        added.append(question)
      } catch {
        report(error)
      }
    }
    return QuestionLibrary(questions: questions.filter { files[$0.name] == nil } + added)
  }

  private static func question(at path: String) throws(InvalidQuestion) -> Question {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InvalidQuestion(file: path, line: 1, message: "the file cannot be read")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw InvalidQuestion(file: path, line: 1, message: "the file is not UTF-8")
    }
    let question = try Question(parsing: text, file: path)
    try question.check(file: path)
    return question
  }

  /// The question that a text asks and the values of its parameters, as typed.
  public struct Reading: Sendable {
    public let question: Question
    /// By the names of the parameters.
    public let values: [String: String]
  }

  /// In bytes. Names are tried at every position, so the time grows with the square of the length.
  private static let maximumLength = 2_000

  /// Every reading of a text as a question, the most specific first; empty when no phrasing matches.
  public func readings(of text: String) -> [Reading] {
    guard text.utf8.count <= Self.maximumLength else { return [] }
    let phrase = PhraseText(text)
    var found: [(reading: Reading, weight: Int)] = []
    for question in questions {
      let matches = question.patterns.compactMap { $0.match(phrase) }
      if let best = matches.max(by: { $0.weight < $1.weight }) {
        found.append((Reading(question: question, values: best.values), best.weight))
      }
    }
    return found.enumerated()
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map(\.element.reading)
  }

  /// The phrasings that share most words with a text; empty when no phrasing shares a word.
  public func nearestPhrasings(to text: String, limit: Int = 3) -> [String] {
    let words = Self.pieces(text)
    let scored = questions.flatMap { question in
      question.phrasings.map { phrasing in
        (phrasing, Self.pieces(phrasing).intersection(words).count)
      }
    }
    let best = scored.enumerated()
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .filter { $0.element.1 > 0 }
    return best.prefix(limit).map { Self.plain($0.element.0) }
  }

  /// A phrasing with the first of its alternatives and without optional words; the text itself when it is not a
  /// phrasing.
  public static func plain(_ phrasing: String) -> String {
    (try? PhrasePattern(phrasing).plain) ?? phrasing
  }

  private static func pieces(_ text: String) -> Set<String> {
    var pieces: Set<String> = []
    for word in foldedKey(text).split(separator: " ") {
      if word.containsHan {
        let characters = Array(word)
        pieces.formUnion(zip(characters, characters.dropFirst()).map { "\($0)\($1)" })
      } else {
        pieces.insert(String(word))
      }
    }
    return pieces.subtracting(["of", "the", "in", "at", "a", "person", "has", "did"])
  }
}
