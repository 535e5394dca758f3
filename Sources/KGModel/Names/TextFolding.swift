internal import Foundation

/// The form in which names and titles are compared: compatibility characters unified (full-width
/// letters, ligatures), case and diacritics removed, every run of other characters than letters and
/// digits replaced by one space. Han characters are kept. Empty when the text has no letter or digit.
///
///     foldedKey("Pınar  Duygulu-Şahin")  // "pinar duygulu sahin"
public func foldedKey(_ text: String) -> String {
  if let key = foldedASCIIKey(text) ?? keyByCharacters(text) { return key }
  var key = String.UnicodeScalarView()
  var pendingSpace = false
  for scalar in foldedForm(text).unicodeScalars {
    if scalar.isPartOfKey {
      if pendingSpace, !key.isEmpty { key.append(" ") }
      pendingSpace = false
      key.append(scalar)
    } else if scalar != "'" && scalar != "’" {
      pendingSpace = true
    }
  }
  return String(key)
}

/// The fast path for ASCII, which most names in Latin script are; `nil` for any other text.
private func foldedASCIIKey(_ text: String) -> String? {
  var text = text
  return text.withUTF8 { bytes -> String? in
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { key in
      var count = 0
      var pendingSpace = false
      for byte in bytes {
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        let isLetter = isUpper || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
        if isLetter || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) {
          if pendingSpace, count > 0 {
            key[count] = UInt8(ascii: " ")
            count += 1
          }
          pendingSpace = false
          key[count] = isUpper ? byte | 0x20 : byte
          count += 1
        } else if byte != UInt8(ascii: "'") {
          pendingSpace = true
        }
      }
      return count
    }
  }
}

/// The key of a text whose characters fold each on its own, as those of nearly all texts in Latin script and
/// Chinese do; `nil` for any other text.
private func keyByCharacters(_ text: String) -> String? {
  var isComplex = false
  let key = String(unsafeUninitializedCapacity: text.utf8.count) { bytes in
    var count = 0
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch KeyCharacter(scalar) {
      case .letter(let letter):
        let space = pendingSpace && count > 0 ? 1 : 0
        guard let encoded = UTF8.encode(letter), count + space + encoded.count <= bytes.count else {
          isComplex = true
          return 0
        }
        if space > 0 { bytes[count] = UInt8(ascii: " ") }
        count += space
        pendingSpace = false
        for byte in encoded {
          bytes[count] = byte
          count += 1
        }
      case .separator: pendingSpace = true
      case .dropped: break
      case .complex:
        isComplex = true
        return 0
      }
    }
    return count
  }
  return isComplex ? nil : key
}

/// A text with compatibility characters unified, and case and diacritics removed; punctuation stays.
package func foldedForm(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
  let folded = text.precomposedStringWithCompatibilityMapping
    .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  return String(String.UnicodeScalarView(folded.unicodeScalars.map { undecomposed[$0] ?? $0 }))
}

/// Letters with a stroke or without a dot: Unicode does not decompose them, but people type the plain letter.
private let undecomposed: [Unicode.Scalar: Unicode.Scalar] = [
  "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ħ": "h",
]
