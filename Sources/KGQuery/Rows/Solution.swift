public import KGModel
internal import KGSPARQL

/// A row of the result of a SELECT.
///
///     for row in try graph.rows("SELECT ?name ?year { … }") {
///       print(try row.value("name", as: String.self), row["year"])
///     }
public struct Solution: Sendable {
  /// The names of the columns, without `?`.
  public let variables: [String]
  /// The terms of the columns; `nil` where unbound.
  public let terms: [Term?]

  /// - Parameter terms: As many as there are variables.
  public init(variables: [String], terms: [Term?]) {
    self.variables = variables
    self.terms = terms
  }

  /// The term of a variable; `nil` when it is unbound or the query has no such column.
  public subscript(variable: String) -> Term? {
    variables.firstIndex(of: variable).flatMap { terms[$0] }
  }

  /// The value of a variable.
  ///
  /// - Throws: ``SolutionError`` when the query has no such column, the variable is unbound, or its term is not
  ///   of the type.
  public func value<Value: TermValue>(
    _ variable: String, as type: Value.Type = Value.self
  ) throws(SolutionError) -> Value {
    guard let value = try valueIfBound(variable, as: type) else {
      throw .unbound(variable: variable)
    }
    return value
  }

  /// The value of a variable; `nil` where it is unbound.
  ///
  /// - Throws: ``SolutionError`` when the query has no such column, or its term is not of the type.
  public func valueIfBound<Value: TermValue>(
    _ variable: String, as type: Value.Type = Value.self
  ) throws(SolutionError) -> Value? {
    guard let place = variables.firstIndex(of: variable) else {
      throw .unknown(variable: variable, columns: variables)
    }
    guard let term = terms[place] else { return nil }
    guard let value = Value(term) else {
      throw .type(variable: variable, term: term, wanted: "\(Value.self)")
    }
    return value
  }
}

extension SolutionTable {
  /// The rows with the names of their columns; empty when there are no rows.
  public var solutions: [Solution] {
    let names = variables.map(\.name)
    return rows.map { Solution(variables: names, terms: $0) }
  }
}

/// Why the value of a variable cannot be returned.
public enum SolutionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The query has no column of this name.
  case unknown(variable: String, columns: [String])
  /// The row has no value for the variable.
  case unbound(variable: String)
  /// The term is not of the wanted Swift type.
  case type(variable: String, term: Term, wanted: String)
  /// The query is not a SELECT.
  case notRows

  /// A sentence without the final period.
  public var description: String {
    switch self {
    case .unknown(let variable, let columns):
      "the query has no column ?\(variable); its columns are "
        + columns.map { "?" + $0 }.joined(separator: " ")
    case .unbound(let variable): "?\(variable) is unbound in this row"
    case .type(let variable, let term, let wanted):
      "?\(variable) is \(term), which is not of the type \(wanted)"
    case .notRows: "only a SELECT query returns rows"
    }
  }
}
