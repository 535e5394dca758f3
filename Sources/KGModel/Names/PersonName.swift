/// A person's name in its parts, read from any form in which sources print it.
///
///     PersonName("CHEUNG Siu Ming 張小明")      // family cheung, given siu ming, native 张小明
///     PersonName("Márquez Tarn, V.")           // family marquez tarn, given v
///     PersonName("J. van der Berg Jr.")        // particles van der, family berg, suffix jr
///     PersonName("Lei Yang 0007")              // the 7th of dblp's people of this name
///
/// Most printed names do not say which words are the family name, so a name has several readings.
package struct PersonName: Hashable, Sendable {
  /// A word of the given names, folded: a name, or its first letter.
  package struct Given: Hashable, Sendable {
    package let text: String

    /// Whether it is a letter instead of a name.
    package var isInitial: Bool { text.unicodeScalars.count == 1 }
  }

  /// One way to divide the words of a name.
  package struct Reading: Hashable, Sendable {
    /// How the words show which of them are the family name.
    package enum Order: Hashable, Sendable {
      /// A comma, capitals or initials show it.
      case certain
      /// The last word, with its particles, or the last two, as in Spanish and Portuguese.
      case familyLast
      /// The first word, as in East Asia and Hungary.
      case familyFirst
    }

    package let given: [Given]
    /// The words of the family name without particles, folded.
    package let family: [String]
    package let order: Order
  }

  /// The divisions of the words in an alphabetic script, most likely first; empty for a name without such words.
  package let readings: [Reading]
  /// The name in Chinese, Japanese or Korean characters, without spaces and with simplified forms; `nil` when none is
  /// printed.
  package let native: String?
  /// Names in brackets or quotation marks, as printed: “Robert (Bob) Quill”.
  package let nicknames: [String]
  /// `jr`, `sr`, `ii`, `iii`, `iv`; `nil` without one.
  package let suffix: String?
  /// The number that dblp gives to each of several people with the same name, such as `0007`; `nil` without one.
  package let homonymNumber: String?

  /// Reads a printed name. A text without letters has no readings and no native form.
  package init(_ printed: String) {
    var parser = PersonNameParser(printed)
    parser.read()
    readings = parser.readings
    native = parser.native
    nicknames = parser.nicknames
    suffix = parser.suffix
    homonymNumber = parser.homonymNumber
  }
}
