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
  /// The line of the file on which the query begins, counted from 1.
  let firstQueryLine: Int
  let patterns: [PhrasePattern]

  /// Reads a question from the text of a file.
  ///
  /// - Parameter file: The name of the file, for errors.
  /// - Throws: ``InvalidQuestion`` when the header lacks a part or names an unknown parameter.
  public init(parsing text: String, file: String) throws(InvalidQuestion) {
    var fields: [String: [String]] = [:]
    var body: [Substring] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      guard line.hasPrefix("#"), body.isEmpty else {
        body.append(line)
        continue
      }
      let header = line.dropFirst().drop { $0 == " " }
      guard let colon = header.firstIndex(of: ":") else {
        throw InvalidQuestion(
          file: file, line: index + 1, message: "a header line is '# key: value'")
      }
      fields[String(header[..<colon]), default: []]
        .append(String(header[header.index(after: colon)...].drop { $0 == " " }))
    }
    func missing(_ key: String) -> InvalidQuestion {
      InvalidQuestion(file: file, line: 1, message: "the header lacks '\(key)'")
    }
    guard let name = fields["name"]?.first else { throw missing("name") }
    guard let asks = fields["asks"]?.first else { throw missing("asks") }
    let phrasings = (fields["en"] ?? []) + (fields["zh"] ?? [])
    guard !phrasings.isEmpty else { throw missing("en") }
    parameters = fields["parameter"] ?? []
    for parameter in parameters where ParameterKind(name: parameter) == nil {
      throw InvalidQuestion(
        file: file, line: 1,
        message:
          "parameter '\(parameter)' is unknown; use person, other, organization, whole, venue, paper, year or text"
      )
    }
    self.name = name
    self.asks = asks
    self.phrasings = phrasings
    gap = fields["gap"]?.first.flatMap { text in
      text.range(of: " | ").map {
        Gap(pattern: String(text[..<$0.lowerBound]), message: String(text[$0.upperBound...]))
      }
    }
    patterns = phrasings.map { PhrasePattern($0) }
    sparql = body.joined(separator: "\n")
    firstQueryLine = lines.count - body.count + 1
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
