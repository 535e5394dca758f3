internal import Foundation

/// The form in which names and titles are compared: compatibility characters unified (full-width
/// letters, ligatures), case and diacritics removed, everything but letters and digits turned into
/// single spaces. Han characters stay as they are.
///
///     foldedKey("Pınar  Duygulu-Şahin")  // "pinar duygulu sahin"
public func foldedKey(_ text: String) -> String {
  var key = String.UnicodeScalarView()
  var pendingSpace = false
  for scalar in foldedForm(text).unicodeScalars {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      if pendingSpace, !key.isEmpty { key.append(" ") }
      pendingSpace = false
      key.append(scalar)
    } else if scalar != "'" && scalar != "’" {
      pendingSpace = true
    }
  }
  return String(key)
}

/// Compatibility characters unified, case and diacritics removed; punctuation stays.
public func foldedForm(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
  let folded = text.precomposedStringWithCompatibilityMapping
    .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  return String(String.UnicodeScalarView(folded.unicodeScalars.map { undecomposed[$0] ?? $0 }))
}

/// Letters with a stroke or without a dot have no decomposition in Unicode, but people type them plain.
private let undecomposed: [Unicode.Scalar: Unicode.Scalar] = [
  "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ħ": "h",
]
