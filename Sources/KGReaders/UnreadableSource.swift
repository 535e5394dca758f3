internal import KGModel

/// Why a source cannot be read as a document.
public enum UnreadableSource: Error, Hashable, Sendable {
  case empty
  /// A NUL or control byte that no text has, at this byte.
  case binary(offset: Int)
  /// Another Unicode form, such as `UTF-16`.
  case otherEncoding(String)
  case notUTF8(offset: Int, line: Int)
  case tooLarge(limit: Int)
  case tooManyParts(limit: Int)
  case pdf(UnreadablePDF)
  /// No name, no paper, no post: this is no profile.
  case nothingFound
}

extension UnreadableSource: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "the document is empty"
    case .binary(let offset):
      "this is no text: byte \(offset) is a control character; "
        + "give a Markdown, HTML or plain-text document"
    case .otherEncoding(let name):
      "the text is \(name), not UTF-8; convert it: iconv -f \(name) -t UTF-8"
    case .notUTF8(let offset, let line):
      "line \(line) is not UTF-8 (byte \(offset)); "
        + "if it is Chinese from Windows, convert it: iconv -f GB18030 -t UTF-8"
    case .tooLarge(let limit): "larger than \(limit >> 20) MB, which no profile is"
    case .tooManyParts(let limit):
      "more than \(limit) headings, paragraphs and items, which no profile has"
    case .pdf(let problem): problem.description
    case .nothingFound:
      "nothing here tells of a researcher; name the owner with --owner, "
        + "or the RDF syntax with --format nt, nq, ttl or trig"
    }
  }
}
