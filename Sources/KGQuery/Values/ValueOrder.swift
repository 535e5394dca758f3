internal import KGModel
internal import KGSPARQL

/// Where a value is in an order relative to another one.
enum ValueOrder {
  case before, same, after

  init<Value: Comparable>(_ left: Value, _ right: Value) {
    self = left < right ? .before : left == right ? .same : .after
  }
}

extension ValueOrder {
  /// Whether a comparison holds in this order.
  func fits(_ comparison: Expression.Comparison) -> Bool {
    switch comparison {
    case .equal: self == .same
    case .notEqual: self != .same
    case .less: self == .before
    case .lessOrEqual: self != .after
    case .greater: self == .after
    case .greaterOrEqual: self != .before
    }
  }
}

/// The order of code points.
func textOrder(_ left: String, _ right: String) -> ValueOrder {
  ValueOrder(compareBytes(left, right), 0)
}
