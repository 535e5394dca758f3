/// Why a PDF gives no text.
public enum UnreadablePDF: Error, Hashable, Sendable, CustomStringConvertible {
  case noProgram(String)
  case encrypted
  case damaged(reason: String)
  /// Pages that are pictures.
  case noText
  /// It took longer, or more memory, than a document may.
  case tooMuchWork
  case tooMuchText
  case programFailed(reason: String)

  public var description: String {
    switch self {
    case .noProgram(let name):
      "to read a PDF takes the program '\(name)'; install it (Debian: poppler-utils, and poppler-data for Chinese)"
    case .encrypted: "the PDF is locked with a password; save it without one (qpdf --decrypt)"
    case .damaged(let reason): "the PDF is damaged: \(reason)"
    case .noText:
      "the PDF holds no text, perhaps pictures of it; recognise its letters first (ocrmypdf)"
    case .tooMuchWork: "the PDF takes more time or memory than a document may"
    case .tooMuchText: "the PDF holds more text than a profile has"
    case .programFailed(let reason): "the PDF cannot be read: \(reason)"
    }
  }
}
