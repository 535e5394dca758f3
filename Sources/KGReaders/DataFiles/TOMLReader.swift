package import KGText

/// Reads the TOML of front matter and configurations of Hugo sites: keys, tables, arrays of tables, all
/// four kinds of strings, arrays and inline tables. Numbers, dates and booleans are read as texts.
package struct TOMLReader {
  private let bytes: [UInt8]
  private var place: Int
  private let end: Int
  private var root = Table()

  /// An array of tables; a reference, so that adding to it copies nothing.
  private final class TableList {
    var tables: [Table] = []
  }

  /// A table under construction, with its keys in order.
  private final class Table {
    enum Value { case node(DataNode), table(Table), tables(TableList) }
    var order: [String] = []
    var values: [String: Value] = [:]

    func set(_ key: String, _ value: Value) {
      if values[key] == nil { order.append(key) }
      values[key] = value
    }

    /// The table of a key, the last one of an array of tables; a new one when there is none.
    func child(_ key: String) -> Table {
      switch values[key] {
      case .table(let table): return table
      case .tables(let list): if let last = list.tables.last { return last }
      default: break
      }
      let table = Table()
      set(key, .table(table))
      return table
    }

    var node: DataNode {
      .map(
        order.map { key in
          switch values[key] {
          case .node(let node)?: (key, node)
          case .table(let table)?: (key, table.node)
          case .tables(let list)?: (key, .list(list.tables.map(\.node)))
          case nil: (key, .empty)
          }
        })
    }
  }

  /// The data of a part of the bytes. Invalid lines are skipped: a page with invalid front matter is
  /// still a page.
  package static func read(_ bytes: [UInt8], in range: Range<Int>? = nil) -> DataNode {
    var reader = TOMLReader(bytes: LineEnds.normalized(bytes), range: range ?? 0..<bytes.count)
    reader.run()
    return reader.root.node
  }

  private init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    place = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  private var byte: UInt8? { place < end ? bytes[place] : nil }

  private mutating func run() {
    var table = root
    while place < end {
      skipBlanks(lines: true)
      guard let first = byte else { return }
      if first == UInt8(ascii: "[") {
        table = header()
      } else if let keys = key(), byte == UInt8(ascii: "=") {
        place += 1
        skipBlanks()
        let target = keys.dropLast().reduce(table) { $0.child($1) }
        if let last = keys.last { target.set(last, .node(value(depth: 0))) }
      }
      skipLine()
    }
  }

  /// `[params.social]` and `[[work]]`.
  private mutating func header() -> Table {
    place += 1
    let isArray = byte == UInt8(ascii: "[")
    if isArray { place += 1 }
    skipBlanks()
    guard let keys = key(), let last = keys.last else { return Table() }
    let parent = keys.dropLast().reduce(root) { $0.child($1) }
    guard isArray else { return parent.child(last) }
    let table = Table()
    if case .tables(let list)? = parent.values[last] {
      list.tables.append(table)
    } else {
      let list = TableList()
      list.tables.append(table)
      parent.set(last, .tables(list))
    }
    return table
  }

  /// Tables and arrays nest no deeper in a file that a person wrote.
  private static let maximumDepth = 30

  private mutating func key() -> [String]? {
    var keys: [String] = []
    while let first = byte {
      if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
        guard let text = quoted().span?.string else { return nil }
        keys.append(text)
      } else {
        let start = place
        while let next = byte, Self.isBare(next) { place += 1 }
        guard place > start else { return nil }
        keys.append(String(decoding: bytes[start..<place], as: UTF8.self))
      }
      skipBlanks()
      guard byte == UInt8(ascii: ".") else { return keys }
      if keys.count == Self.maximumDepth { return nil }
      place += 1
      skipBlanks()
    }
    return keys.isEmpty ? nil : keys
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private mutating func value(depth: Int) -> DataNode {
    guard let first = byte, depth < Self.maximumDepth else { return .empty }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted()
    case UInt8(ascii: "["):
      place += 1
      var items: [DataNode] = []
      while true {
        skipBlanks(lines: true)
        guard let next = byte, next != UInt8(ascii: "]") else { break }
        let before = place
        items.append(value(depth: depth + 1))
        skipBlanks(lines: true)
        if byte == UInt8(ascii: ",") { place += 1 }
        if place == before { break }
      }
      if byte != nil { place += 1 }
      return .list(items)
    case UInt8(ascii: "{"):
      place += 1
      var entries: [(key: String, value: DataNode)] = []
      while true {
        skipBlanks(lines: true)
        guard let next = byte, next != UInt8(ascii: "}"), let keys = key(),
          byte == UInt8(ascii: "=")
        else { break }
        place += 1
        skipBlanks()
        entries.append((keys.joined(separator: "."), value(depth: depth + 1)))
        skipBlanks(lines: true)
        if byte == UInt8(ascii: ",") { place += 1 }
      }
      if byte != nil { place += 1 }
      return .map(entries)
    default:
      let start = place
      while let next = byte, !",]}#\n".utf8.contains(next) { place += 1 }
      var builder = SourceTextBuilder()
      builder.append(String(decoding: bytes[start..<place], as: UTF8.self), at: start)
      let span = builder.build().whole.trimmed
      return span.isEmpty ? .empty : .text(span)
    }
  }

  /// A string in one or three quotation marks, with escapes where these are double.
  private mutating func quoted() -> DataNode {
    guard let quote = byte else { return .empty }
    let isLong = place + 2 < end && bytes[place + 1] == quote && bytes[place + 2] == quote
    place += isLong ? 3 : 1
    if isLong, byte == UInt8(ascii: "\n") { place += 1 }
    var builder = SourceTextBuilder()
    while let next = byte {
      if next == quote,
        !isLong || place + 2 < end && bytes[place + 1] == quote && bytes[place + 2] == quote
      {
        place += isLong ? 3 : 1
        return .text(builder.build().whole)
      }
      if !isLong, next == UInt8(ascii: "\n") { break }
      if quote == UInt8(ascii: "\""), next == UInt8(ascii: "\\") {
        escape(into: &builder)
        continue
      }
      let start = place
      builder.append(scalar(), at: start)
    }
    return .text(builder.build().whole)
  }

  /// The scalar at the place, which moves past it.
  private mutating func scalar() -> String {
    let start = place
    place += 1
    while let inner = byte, inner & 0xC0 == 0x80 { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func escape(into builder: inout SourceTextBuilder) {
    let start = place
    place += 1
    guard let sign = byte else { return }
    var text = scalar()
    switch sign {
    case UInt8(ascii: "n"): text = "\n"
    case UInt8(ascii: "t"): text = "\t"
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = String(
        decoding: bytes[place..<end].prefix(sign == UInt8(ascii: "u") ? 4 : 8).prefix { $0 < 0x80 },
        as: UTF8.self)
      place += digits.utf8.count
      text = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    default: break
    }
    builder.append(text, for: start..<place)
  }

  private mutating func skipBlanks(lines: Bool = false) {
    while let next = byte {
      if next == UInt8(ascii: "#"), lines {
        skipLine()
      } else if next == 0x20 || next == 0x09 || (lines && (next == 0x0A || next == 0x0D)) {
        place += 1
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while let next = byte {
      place += 1
      if next == UInt8(ascii: "\n") { return }
    }
  }
}
