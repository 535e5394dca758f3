internal import Foundation
internal import KGModel

/// A value of an XSD type of moments or recurring moments: `dateTime`, `date`, `time`, `gYear`,
/// `gYearMonth`, `gMonth`, `gMonthDay`, `gDay`.
///
/// - SeeAlso: XML Schema 1.1 Part 2, section 3.3 and appendix E.
struct Moment {
  let datatype: IRI
  private(set) var year: Int?
  private(set) var month: Int?
  private(set) var day: Int?
  private(set) var hour: Int?
  let minute: Int?
  let second: Decimal?
  /// Minutes east of UTC; `nil` without a time zone.
  let timezone: Int?

  /// `nil` for literals of other types and ill-typed ones.
  init?(_ literal: Literal) {
    guard let parts = Self.parts[literal.datatype] else { return nil }
    var reader = LexicalReader(trimmedXMLSpace(literal.lexicalForm))
    guard let fields = reader.fields(parts) else { return nil }
    datatype = literal.datatype
    year = fields[.year]
    month = fields[.month]
    day = fields[.day]
    hour = fields[.hour]
    minute = fields[.minute]
    second = reader.second
    timezone = reader.timezone
    if timezone == nil, datatype == Self.dateTimeStamp { return nil }
    guard isPossible else { return nil }
    if hour == 24 { endDay() }
  }

  /// Midnight written as 24:00:00 is the beginning of the next day.
  private mutating func endDay() {
    hour = 0
    guard let year, let month, let day else { return }
    self.day = day + 1
    if day == Self.dayCount(year, month) { (self.month, self.day) = (month + 1, 1) }
    if self.month == 13 { (self.year, self.month) = (year + 1, 1) }
  }

  enum Part: Character {
    case year = "Y"
    case month = "M"
    case day = "D"
    case hour = "h"
    case minute = "m"
    case second = "s"
  }

  /// The lexical forms: letters of ``Part``, and other characters as they are.
  private static let parts: [IRI: String] = [
    XSD.dateTime: "Y-M-DTh:m:s", XSD.date: "Y-M-D", XSD.time: "h:m:s", XSD.gYear: "Y",
    XSD.gYearMonth: "Y-M", IRI(XSD.namespace + "gMonth"): "--M",
    IRI(XSD.namespace + "gMonthDay"): "--M-D", IRI(XSD.namespace + "gDay"): "---D",
    dateTimeStamp: "Y-M-DTh:m:s",
  ]

  /// A `dateTime` that always has a time zone (XML Schema 1.1 Part 2, section 3.4.28).
  private static let dateTimeStamp = IRI(XSD.namespace + "dateTimeStamp")

  static func isKnown(_ datatype: IRI) -> Bool { parts[datatype] != nil }

  private var isPossible: Bool {
    if let month, !(1...12).contains(month) { return false }
    if let day, day < 1 || day > Self.dayCount(year ?? 2000, month ?? 1) { return false }
    if let hour, let minute, let second {
      if hour == 24 { return minute == 0 && second.isZero }
      return hour < 24 && minute < 60 && second < 60
    }
    return true
  }

  private static func dayCount(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  // MARK: Comparison

  /// Seconds on the time line, in UTC if there is a time zone. Missing fields are those of 1972-12-31, so that
  /// values of one type can be compared (appendix E.3.3).
  private var seconds: Decimal {
    let days = Self.days(year ?? 1972, month ?? 12, day ?? (month == nil ? 31 : 1))
    let minutes = days * 1440 + (hour ?? 0) * 60 + (minute ?? 0) - (timezone ?? 0)
    return Decimal(minutes) * 60 + (second ?? 0)
  }

  /// Days of the proleptic Gregorian calendar since 1 March of the year 0.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let m = (month + 9) % 12
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * m + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// - Returns: `nil` when the types differ, or when only one has a time zone and they are not further apart
  ///   than time zones can be: 14 hours.
  static func compare(_ left: Moment, _ right: Moment) -> ValueOrder? {
    guard left.family == right.family else { return nil }
    let (a, b) = (left.seconds, right.seconds)
    if (left.timezone == nil) == (right.timezone == nil) { return ValueOrder(a, b) }
    return abs(a - b) > 14 * 3600 ? ValueOrder(a, b) : nil
  }

  /// A total order: by type, then by time. Moments without a time zone are ordered as if they were in UTC, so
  /// that the order is transitive.
  static func order(_ left: Moment, _ right: Moment) -> ValueOrder {
    left.family == right.family
      ? ValueOrder(left.seconds, right.seconds)
      : textOrder(left.family.value, right.family.value)
  }

  /// The type whose values it can be compared with.
  var family: IRI {
    datatype == Self.dateTimeStamp ? XSD.dateTime : datatype
  }

  // MARK: Canonical form

  /// As casts to `xsd:string` write dates and times (XPath and XQuery Functions and Operators, section 17.1.2);
  /// `nil` for other types.
  var canonicalForm: String? {
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(abs(number))
      return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count))
        + digits
    }
    var date: String?
    if let year, let month, let day { date = "\(padded(year, 4))-\(padded(month))-\(padded(day))" }
    var time: String?
    if let hour, let minute, let second {
      let whole = NSDecimalNumber(decimal: second).intValue
      let fraction = (second - Decimal(whole)).description.dropFirst()
      time = "\(padded(hour)):\(padded(minute)):\(padded(whole))" + fraction
    }
    switch (date, time) {
    case (let date?, let time?): return date + "T" + time + timezoneForm
    case (let text?, nil), (nil, let text?): return text + timezoneForm
    case (nil, nil): return nil
    }
  }

  // MARK: Time zones

  /// `Z` or a form such as `-05:00`; empty without a time zone.
  var timezoneForm: String {
    guard let timezone else { return "" }
    if timezone == 0 { return "Z" }
    let (hours, minutes) = (abs(timezone) / 60, abs(timezone) % 60)
    return (timezone < 0 ? "-" : "+") + (hours < 10 ? "0" : "") + "\(hours):"
      + (minutes < 10 ? "0" : "") + "\(minutes)"
  }
}

/// Reads the fields of a date or time.
private struct LexicalReader {
  private var rest: Substring.UTF8View
  private(set) var second: Decimal?
  private(set) var timezone: Int?

  init(_ text: String) {
    rest = text[...].utf8
  }

  /// - Returns: `nil` when the text does not consist of these parts and an optional time zone.
  mutating func fields(_ parts: String) -> [Moment.Part: Int]? {
    var fields: [Moment.Part: Int] = [:]
    for character in parts {
      switch Moment.Part(rawValue: character) {
      case nil: guard take(character) else { return nil }
      case .year:
        let isNegative = take("-")
        guard let text = digits(4...9), text.count == 4 || text.first != "0" else { return nil }
        fields[.year] = Int(text).map { isNegative ? -$0 : $0 }
      case .second:
        guard var text = digits(2...2) else { return nil }
        if take(".") {
          guard let fraction = digits(1...18) else { return nil }
          text += "." + fraction
        }
        second = Decimal(string: text)
      case let part?:
        guard let text = digits(2...2) else { return nil }
        fields[part] = Int(text)
      }
    }
    return readTimezone() && rest.isEmpty ? fields : nil
  }

  private mutating func readTimezone() -> Bool {
    if rest.isEmpty { return true }
    if take("Z") {
      timezone = 0
      return true
    }
    let isWest = rest.first == UInt8(ascii: "-")
    guard isWest ? take("-") : take("+"), let hours = digits(2...2).flatMap({ Int($0) }), take(":"),
      let minutes = digits(2...2).flatMap({ Int($0) }), minutes < 60,
      hours * 60 + minutes <= 14 * 60
    else { return false }
    timezone = (isWest ? -1 : 1) * (hours * 60 + minutes)
    return true
  }

  private mutating func take(_ character: Character) -> Bool {
    guard let byte = rest.first, byte == character.asciiValue else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func digits(_ counts: ClosedRange<Int>) -> String? {
    let run = rest.prefix(counts.upperBound).prefix { (0x30...0x39).contains($0) }
    guard counts.contains(run.count) else { return nil }
    rest = rest.dropFirst(run.count)
    return String(Substring(run))
  }
}
