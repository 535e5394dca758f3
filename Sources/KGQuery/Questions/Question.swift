internal import Foundation

/// A question of the library: a SPARQL query with a header that states what it answers and how people ask for it.
///
///     # name: coauthors
///     # asks: The people who share a paper with a person
///     # parameter: person
///     # en: [the] (coauthors|collaborators) of {person}
///     # zh: {person}的(合作者|合著者)
///     # gap: ?missing schema:author {person} ; kg:authorListComplete false | papers without …: {n}
///     SELECT …
///
/// A `gap` is a pattern over `?missing`. Where it matches, the sources don't say everything that belongs to the
/// answer, and the message reports the number of things that match.
public struct Question: Sendable {
  /// What the sources may leave out of the answer.
  public struct Gap: Sendable {
    /// A group graph pattern over `?missing`, without braces.
    public let pattern: String
    /// With `{n}` for the number of things.
    public let message: String
  }

  /// The kind of thing that a `{parameter}` of a question names.
  public enum ParameterKind: String, Sendable {
    case person, organization, venue, paper, year
    /// Text that is used as it is.
    case text

    /// The kind of a parameter with this name; `nil` for an unknown name.
    public init?(name: String) {
      let kind = ["other": "person", "whole": "organization"][name] ?? name
      self.init(rawValue: kind)
    }
  }

  /// Identifies the question in the library.
  public let name: String
  /// What the question answers, as a phrase.
  public let asks: String
  /// The names of the parameters, in order; empty when there are none.
  public let parameters: [String]
  /// The phrasings as written in the file, English ones first.
  public let phrasings: [String]
  /// `nil` when nothing is known to be left out.
  public let gap: Gap?
  /// The query, with parameters in braces.
  public let sparql: String
  let header: QuestionHeader
  /// One for each phrasing.
  let patterns: [PhrasePattern]

  /// Reads a question from the text of a file.
  ///
  /// - Parameter file: The name of the file, for errors.
  /// - Throws: ``InvalidQuestion`` when the header lacks a part, names an unknown parameter, or contains a phrasing
  ///   or a gap that is not in its form.
  public init(parsing text: String, file: String) throws(InvalidQuestion) {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    header = try QuestionHeader(lines, file: file)
    name = try header.required("name").value
    asks = try header.required("asks").value
    parameters = header.fields("parameter").map(\.value)
    for field in header.fields("parameter") where ParameterKind(name: field.value) == nil {
      throw header.error(
        field,
        "parameter '\(field.value)' is unknown; use person, other, organization, whole, venue, paper, year or text"
      )
    }
    guard !header.phrasings.isEmpty else { throw header.missing("en") }
    phrasings = header.phrasings.map(\.value)
    patterns = try Self.patterns(header)
    gap = try Self.gap(header)
    sparql = lines.dropFirst(header.lineCount).joined(separator: "\n")
  }

  private static func patterns(
    _ header: QuestionHeader
  ) throws(InvalidQuestion) -> [PhrasePattern] {
    var patterns: [PhrasePattern] = []
    for field in header.phrasings {
      do throws(PhrasePattern.SyntaxError) {
        patterns.append(try PhrasePattern(field.value))
      } catch {
        throw header.error(field, "in the phrasing, \(error.message)")
      }
    }
    return patterns
  }

  private static func gap(_ header: QuestionHeader) throws(InvalidQuestion) -> Gap? {
    guard let field = header.fields("gap").first else { return nil }
    guard let bar = field.value.range(of: " | ") else {
      throw header.error(field, "a gap is 'pattern | message'")
    }
    return Gap(
      pattern: String(field.value[..<bar.lowerBound]),
      message: String(field.value[bar.upperBound...]))
  }

  /// The query with values for its parameters, as SPARQL terms.
  public func sparql(with values: [String: String]) -> String {
    Self.fill(sparql, with: values)
  }

  /// A query that counts what the sources don't say as `?n`; `nil` when the question has no gap.
  public func gapQuery(with values: [String: String]) -> String? {
    gap.map {
      Self.fill("SELECT (COUNT(DISTINCT ?missing) AS ?n) WHERE { \($0.pattern) }", with: values)
    }
  }

  /// A text with each `{key}` replaced by its value.
  public static func fill(_ text: String, with values: [String: String]) -> String {
    values.sorted { $0.key < $1.key }.reduce(text) { text, value in
      text.split(separator: "{\(value.key)}", omittingEmptySubsequences: false)
        .joined(separator: value.value)
    }
  }
}

/// Why a file is not a question of the library.
public struct InvalidQuestion: Error, Hashable, CustomStringConvertible {
  /// The name of the file.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// What is wrong, without the position.
  public let message: String

  /// `file:line: message`.
  public var description: String { "\(file):\(line): \(message)" }
}
