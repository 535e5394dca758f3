internal import Foundation
internal import KGModel
internal import KGSPARQL

/// The parts of dates and times (SPARQL 1.1 Query Language, section 17.4.5), also of years and months alone,
/// because sources often state no more.
enum MomentFunctions {
  static func part(_ function: BuiltInFunction, of term: Term) -> Term? {
    guard let moment = term.literal.flatMap({ Moment($0) }) else { return nil }
    switch function {
    case .year: return moment.year.map(Term.integer)
    case .month: return moment.month.map(Term.integer)
    case .day: return moment.day.map(Term.integer)
    case .hours: return moment.hour.map(Term.integer)
    case .minutes: return moment.minute.map(Term.integer)
    case .seconds: return moment.second.map { Numeric.decimal($0).term }
    case .tz: return .string(moment.timezoneForm)
    case .timezone:
      return moment.timezone.map {
        .literal(Literal(TimeSpan.form(timezone: $0), datatype: XSD.dayTimeDuration))
      }
    default: return nil
    }
  }
}
