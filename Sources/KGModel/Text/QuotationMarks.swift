extension Unicode.Scalar {
  /// The straight form, `"` or `'`, of a quotation mark, an apostrophe or an acute accent that is typed as one; the
  /// straight marks themselves; `nil` for any other character.
  package var straightQuotationMark: Unicode.Scalar? {
    switch self {
    case "\"", "“", "”", "„", "‟", "「", "」", "『", "』": "\""
    case "'", "‘", "’", "´": "'"
    default: nil
    }
  }
}
