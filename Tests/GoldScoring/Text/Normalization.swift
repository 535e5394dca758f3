internal import Foundation

/// Normalization forms and case folding (Unicode Standard Annex 15; Unicode Standard, section
/// 3.13).
enum Normalization {
  /// Normalization Form KC.
  static func compatibilityComposed(_ text: String) -> Scalars {
    text.utf8.allSatisfy { $0 < 0x80 }
      ? Scalars(text) : Scalars(text.precomposedStringWithCompatibilityMapping)
  }

  /// Without accents and other combining marks, in Normalization Form KC.
  static func withoutMarks(_ scalars: Scalars) -> Scalars {
    if scalars.allSatisfy({ $0.isASCII }) { return scalars }
    let bases = scalars.string.decomposedStringWithCompatibilityMapping.unicodeScalars
      .filter { $0.properties.canonicalCombiningClass == .notReordered }
    return compatibilityComposed(String(bases))
  }

  /// Scalars that differ in case alone become equal.
  ///
  /// To lower case, to upper case and to lower case again: that joins the same scalars as full case
  /// folding, which the standard library does not offer (`ẞ`, `ß` and `ss`; `ς` and `σ`). The
  /// dotless `ı` stays apart from `i`, as in case folding.
  static func caseFolded(_ scalars: Scalars) -> Scalars {
    var folded: Scalars = []
    folded.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.isASCII {
        folded.append(
          scalar.isASCIICapital ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar)
      } else if scalar == "ı" {
        folded.append(scalar)
      } else {
        folded += Scalars(scalar.properties.lowercaseMapping.uppercased().lowercased())
      }
    }
    return folded
  }
}
