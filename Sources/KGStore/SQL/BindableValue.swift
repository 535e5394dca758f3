/// A value that can be bound to a parameter of a statement.
package protocol BindableValue {
  /// Parameters count from 1.
  func bind(to statement: PreparedStatement, at place: Int)
}

extension Int64: BindableValue {
  package func bind(to statement: PreparedStatement, at place: Int) {
    statement.bind(self, at: place)
  }
}

extension Int: BindableValue {
  package func bind(to statement: PreparedStatement, at place: Int) {
    statement.bind(Int64(self), at: place)
  }
}

extension String: BindableValue {
  package func bind(to statement: PreparedStatement, at place: Int) {
    statement.bind(self, at: place)
  }
}
