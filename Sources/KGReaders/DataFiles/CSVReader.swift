package import KGText

/// Reads comma-separated values (RFC 4180) whose first line has the names of the columns.
///
///     Title,Finished On
///     "Engineer, Senior",Jan 2021
package struct CSVReader {
  private let bytes: [UInt8]
  private var place: Int

  /// The rows as maps by the names of the columns; a field without text is empty. Lines before the names, such as
  /// notes, and rows without a text are left out.
  ///
  /// - Parameter isHeader: Whether a row has the names of the columns.
  package static func read(
    _ bytes: [UInt8], header isHeader: (_ names: [String]) -> Bool = { _ in true }
  ) -> DataNode {
    var reader = CSVReader(bytes)
    var names: [String]?
    var rows: [DataNode] = []
    while let fields = reader.row() {
      guard let keys = names else {
        let found = fields.map { $0.trimmed.string }
        if isHeader(found) { names = found }
        continue
      }
      let pairs = zip(keys, fields).map { key, field in
        (key: key, value: field.trimmed.isEmpty ? DataNode.empty : .text(field.trimmed))
      }
      if fields.contains(where: { !$0.trimmed.isEmpty }) { rows.append(.map(pairs)) }
    }
    return .list(rows)
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = LineEnds.normalized(bytes)
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// The fields of the next row; `nil` at the end.
  private mutating func row() -> [Span]? {
    guard byte != nil else { return nil }
    var fields: [Span] = []
    while true {
      fields.append(field())
      guard byte == UInt8(ascii: ",") else { break }
      place += 1
    }
    if byte == UInt8(ascii: "\r") { place += 1 }
    if byte == UInt8(ascii: "\n") { place += 1 }
    return fields
  }

  private mutating func field() -> Span {
    var builder = SourceTextBuilder()
    if byte == UInt8(ascii: "\"") {
      quoted(into: &builder)
    }
    // Also what follows a closing quotation mark, which should be nothing.
    let start = place
    while let next = byte, !",\r\n".utf8.contains(next) { place += 1 }
    builder.append(String(decoding: bytes[start..<place], as: UTF8.self), at: start)
    return builder.isEmpty ? SourceText.empty(at: start).whole : builder.build().whole
  }

  /// Reads a text in quotation marks, in which two of them are one, up to the mark that closes it.
  private mutating func quoted(into builder: inout SourceTextBuilder) {
    place += 1
    while byte != nil {
      let end = bytes[place...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
      builder.append(String(decoding: bytes[place..<end], as: UTF8.self), at: place)
      place = min(end + 1, bytes.count)
      guard byte == UInt8(ascii: "\"") else { return }
      builder.append("\"", at: place)
      place += 1
    }
  }
}
