/// Why a PDF has no readable text.
public enum UnreadablePDF: Error, Hashable, Sendable, CustomStringConvertible {
  /// The program that reads PDF is not installed.
  case noProgram(String)
  /// The PDF is locked with a password.
  case encrypted
  /// The program reports an error in the file.
  case damaged(reason: String)
  /// Pages without text, such as scanned ones.
  case noText
  /// Reading exceeded the limit on time or memory.
  case tooMuchWork
  /// The text exceeds the limit on its size.
  case tooMuchText
  /// The program reads a file, and no temporary file can be written.
  case noTemporaryFile(UnusableTemporaryFolder)
  /// The program could not be run.
  case programFailed(reason: String)

  /// What is wrong and what to do, without the name of the file.
  public var description: String {
    switch self {
    case .noProgram(let name):
      "reading a PDF needs the program '\(name)'; install it (Debian: poppler-utils, and poppler-data for Chinese)"
    case .encrypted: "the PDF is locked with a password; save it without one (qpdf --decrypt)"
    case .damaged(let reason): "the PDF is damaged: \(reason)"
    case .noText:
      "the PDF has no text, only pictures perhaps; run text recognition on it first (ocrmypdf)"
    case .tooMuchWork: "reading the PDF takes more time or memory than is allowed"
    case .tooMuchText: "the PDF has more text than is allowed for a profile"
    case .noTemporaryFile(let problem): problem.description
    case .programFailed(let reason): "the PDF cannot be read: \(reason)"
    }
  }
}
