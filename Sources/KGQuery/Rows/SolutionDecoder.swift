internal import KGModel

extension Solution {
  /// A row as a value of a type whose properties have the names of the variables:
  ///
  ///     struct Coauthor: Decodable { let name: String; let papers: Int; let since: Int? }
  ///     let all = try graph.rows("SELECT ?name ?papers ?since { … }", as: Coauthor.self)
  ///
  /// Unbound variables are `nil`. Strings are IRIs or lexical forms, numbers and booleans are values of
  /// literals; other types decode themselves from one of these.
  ///
  /// - Throws: `DecodingError` when a column is missing, unbound or of another type.
  public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    try Value(from: RowDecoder(row: self))
  }
}

private struct ColumnKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

private struct RowDecoder: Decoder {
  let row: Solution
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(RowContainer(row: row))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw notKeyed }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw notKeyed }

  private var notKeyed: DecodingError {
    .dataCorrupted(
      .init(codingPath: [], debugDescription: "a row has named columns: decode it as a structure"))
  }
}

private struct RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let row: Solution
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { row.variables.compactMap(Key.init) }

  func contains(_ key: Key) -> Bool { row.variables.contains(key.stringValue) }
  func decodeNil(forKey key: Key) throws -> Bool { row[key.stringValue] == nil }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    guard contains(key) else {
      throw DecodingError.keyNotFound(
        key,
        .init(
          codingPath: [key],
          debugDescription:
            SolutionError.unknown(variable: key.stringValue, columns: row.variables).description))
    }
    guard let term = row[key.stringValue] else {
      throw DecodingError.valueNotFound(
        type,
        .init(
          codingPath: [key],
          debugDescription: SolutionError.unbound(variable: key.stringValue).description))
    }
    return try TermDecoder(term: term, codingPath: [key]).decode(type)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> { throw nested(key) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw nested(key)
  }
  func superDecoder() -> any Decoder { RowDecoder(row: row) }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw nested(key) }

  private func nested(_ key: Key) -> DecodingError {
    .dataCorruptedError(forKey: key, in: self, debugDescription: "a column is one value")
  }
}

/// One term, for types that decode themselves.
private struct TermDecoder: Decoder, SingleValueDecodingContainer {
  let term: Term
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }
  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw mismatch(type)
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw mismatch([Term].self) }

  func decodeNil() -> Bool { false }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if let known = type as? any TermValue.Type {
      guard let value = known.init(term) as? Value else { throw mismatch(type) }
      return value
    }
    // Integers of other sizes.
    if let integer = type as? any (FixedWidthInteger & Decodable).Type {
      guard let whole = Int(term), let value = integer.init(exactly: whole) as? Value else {
        throw mismatch(type)
      }
      return value
    }
    if type == Float.self, let value = Double(term).map(Float.init) as? Value { return value }
    return try Value(from: self)
  }

  private func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(
      type, .init(codingPath: codingPath, debugDescription: "\(term) is not of the type \(type)"))
  }
}
