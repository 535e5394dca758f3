internal import Foundation

/// Errors of reading JSON in words.
enum JSONFault {
  /// What is wrong and where, such as `papers[3].year: expected Int, found a string`.
  static func text(of error: any Error) -> String {
    switch error {
    case DecodingError.dataCorrupted(let context): place(context.codingPath, cause(context))
    case DecodingError.keyNotFound(let key, let context):
      place(context.codingPath, "the key '\(key.stringValue)' is missing")
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      place(context.codingPath, context.debugDescription)
    default: cause(of: error as NSError)
    }
  }

  private static func place(_ path: [any CodingKey], _ fault: String) -> String {
    let text = path.reduce(into: "") { text, key in
      text += key.intValue.map { "[\($0)]" } ?? (text.isEmpty ? "" : ".") + key.stringValue
    }
    return text.isEmpty ? fault : "\(text): \(fault)"
  }

  private static func cause(_ context: DecodingError.Context) -> String {
    context.underlyingError.map { cause(of: $0 as NSError) } ?? context.debugDescription
  }

  private static func cause(of error: NSError) -> String {
    error.userInfo[NSDebugDescriptionErrorKey] as? String ?? error.localizedDescription
  }
}
