internal import KGModel

/// Why a source cannot be read as a document.
public enum UnreadableSource: Error, Hashable, Sendable {
  /// Nothing but white space.
  case empty
  /// More control characters than a text contains, the first at this byte.
  case binary(offset: Int)
  /// Another encoding of Unicode, such as `UTF-16`.
  case otherEncoding(String)
  /// An invalid byte at an offset, in a line counted from 1, and the encodings that the text looks like, as
  /// `iconv` names them.
  case notUTF8(offset: Int, line: Int, candidates: [String])
  /// More bytes than the limit.
  case tooLarge(limit: Int)
  /// More blocks than the limit.
  case tooManyParts(limit: Int)
  /// A PDF without readable text.
  case pdf(UnreadablePDF)
  /// The document has no name of an owner, no paper and no position.
  case nothingFound
}

extension UnreadableSource: CustomStringConvertible {
  /// What is wrong and what to do, without the name of the file.
  public var description: String {
    switch self {
    case .empty: "the document is empty"
    case .binary(let offset):
      "this is not text: byte \(offset) is a control character; "
        + "give a Markdown, HTML or plain-text document"
    case .otherEncoding(let name):
      "the text is \(name), not UTF-8; convert it: iconv -f \(name) -t UTF-8"
    case .notUTF8(let offset, let line, let candidates):
      "line \(line) is not UTF-8 (byte \(offset)); " + Self.advice(candidates)
    case .tooLarge(let limit): "larger than \(limit >> 20) MB, the limit for a profile"
    case .tooManyParts(let limit):
      "more than \(limit) headings, paragraphs and items, the limit for a profile"
    case .pdf(let problem): problem.description
    case .nothingFound:
      "nothing here is about a researcher; name the owner with --owner, "
        + "or the RDF syntax with --format nt, nq, ttl or trig"
    }
  }

  private static func advice(_ candidates: [String]) -> String {
    guard let first = candidates.first else {
      return "find its encoding (file -i) and convert it: iconv -f ENCODING -t UTF-8"
    }
    let names = candidates.joined(separator: " or ")
    return "it looks like \(names); convert it: iconv -f \(first) -t UTF-8"
  }
}
