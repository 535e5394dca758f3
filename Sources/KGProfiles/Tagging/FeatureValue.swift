/// A value of a feature, one of a fixed set.
enum FeatureValue: CustomStringConvertible {
  case text(StaticString)
  /// The name of a case of an enumeration.
  case name(String)
  /// An ASCII character.
  case character(UInt8)
  case number(Int)

  var description: String {
    switch self {
    case .text(let text): "\(text)"
    case .name(let name): name
    case .character(let code): String(Unicode.Scalar(code))
    case .number(let number): "\(number)"
    }
  }
}
