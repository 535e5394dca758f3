internal import Foundation
internal import KGModel

/// A value of `xsd:duration`, `xsd:dayTimeDuration` or `xsd:yearMonthDuration`: months and seconds, because
/// months differ in length.
struct TimeSpan {
  let months: Int
  let seconds: Decimal

  static let types: Set<IRI> = [
    XSD.dayTimeDuration, IRI(XSD.namespace + "duration"), IRI(XSD.namespace + "yearMonthDuration"),
  ]

  /// `nil` for literals of other types and ill-typed ones.
  init?(_ literal: Literal) {
    guard Self.types.contains(literal.datatype) else { return nil }
    var text = trimmedXMLSpace(literal.lexicalForm)[...]
    let isNegative = text.first == "-"
    if isNegative { text.removeFirst() }
    guard text.popFirst() == "P" else { return nil }
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count),
      let days = Self.numbers(halves[0], units: "YMD"),
      let times = halves.count == 2 ? Self.numbers(halves[1], units: "HMS") : [:],
      !(days.isEmpty && times.isEmpty), halves.count == 1 || !times.isEmpty
    else { return nil }
    if literal.datatype == XSD.dayTimeDuration, days["Y"] != nil || days["M"] != nil { return nil }
    if literal.datatype == IRI(XSD.namespace + "yearMonthDuration"),
      days["D"] != nil || !times.isEmpty
    {
      return nil
    }
    let monthCount = (days["Y"] ?? 0) * 12 + (days["M"] ?? 0)
    guard monthCount < 1_000_000_000_000 else { return nil }
    months = (isNegative ? -1 : 1) * NSDecimalNumber(decimal: monthCount).intValue
    let units: [(Decimal?, Decimal)] = [
      (days["D"], 86_400), (times["H"], 3_600), (times["M"], 60), (times["S"], 1),
    ]
    let sum = units.reduce(Decimal(0)) { $0 + ($1.0 ?? 0) * $1.1 }
    seconds = isNegative ? -sum : sum
  }

  /// Numbers by the letters that follow them, which have to be in this order. Only seconds have a fraction.
  private static func numbers(_ text: Substring, units: String) -> [Character: Decimal]? {
    var numbers: [Character: Decimal] = [:]
    var units = units[...]
    var number = ""
    for character in text {
      if character.isASCII, character.isNumber || character == "." {
        number.append(character)
        continue
      }
      guard let place = units.firstIndex(of: character), !number.isEmpty,
        character == "S" || !number.contains("."), number.first != ".", number.last != ".",
        let value = Decimal(string: number)
      else { return nil }
      numbers[character] = value
      units = units[units.index(after: place)...]
      number = ""
    }
    return number.isEmpty ? numbers : nil
  }

  /// The dayTimeDuration of a time zone.
  static func form(timezone minutes: Int) -> String {
    if minutes == 0 { return "PT0S" }
    let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
    return (minutes < 0 ? "-" : "") + "PT" + (hours > 0 ? "\(hours)H" : "")
      + (rest > 0 ? "\(rest)M" : "")
  }

  /// - Returns: `nil` when one has more months and the other more seconds.
  static func compare(_ left: TimeSpan, _ right: TimeSpan) -> ValueOrder? {
    let months = ValueOrder(left.months, right.months)
    let seconds = ValueOrder(left.seconds, right.seconds)
    if months == seconds || seconds == .same { return months }
    return months == .same ? seconds : nil
  }

  /// A total order that agrees with ``compare(_:_:)``: by length with months of average length, then by months.
  static func order(_ left: TimeSpan, _ right: TimeSpan) -> ValueOrder {
    let lengths = ValueOrder(left.averageLength, right.averageLength)
    return lengths == .same ? ValueOrder(left.months, right.months) : lengths
  }

  /// In seconds, with months of the Gregorian calendar's average: 146,097 days in 4,800 months.
  private var averageLength: Decimal { Decimal(months) * 2_629_746 + seconds }
}
