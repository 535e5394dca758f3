/// A row of integers in SQLite's record format: a header with the type of each column, then the numbers in
/// big-endian order, in as few bytes as they need.
///
/// - SeeAlso: <https://www.sqlite.org/fileformat2.html#record_format>
struct IntegerRecord {
  private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: maximumByteCount)
  private(set) var count = 0

  /// Five columns of eight bytes, their types, the length of the header.
  private static let maximumByteCount = 64

  func deallocate() { bytes.deallocate() }

  var content: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

  /// Starts a record with a number of columns.
  mutating func begin(columns: Int) {
    bytes[0] = UInt8(columns + 1)
    count = columns + 1
  }

  /// Sets a column; columns are set in order, from 0.
  @inline(__always)
  mutating func set(_ column: Int, _ value: Int64) {
    let (type, width) = Self.type(of: value)
    bytes[column &+ 1] = type
    var shift = Int64(width &* 8)
    while shift > 0 {
      shift &-= 8
      bytes[count] = UInt8(truncatingIfNeeded: value &>> shift)
      count &+= 1
    }
  }

  /// The serial type of a number and its length in bytes; the numbers 0 and 1 have types of their own.
  @inline(__always)
  private static func type(of value: Int64) -> (type: UInt8, width: Int) {
    if value == 0 || value == 1 { return (UInt8(8 &+ value), 0) }
    let magnitude = value < 0 ? ~value : value
    if magnitude < 1 << 7 { return (1, 1) }
    if magnitude < 1 << 15 { return (2, 2) }
    if magnitude < 1 << 23 { return (3, 3) }
    if magnitude < 1 << 31 { return (4, 4) }
    if magnitude < 1 << 47 { return (5, 6) }
    return (6, 8)
  }
}
