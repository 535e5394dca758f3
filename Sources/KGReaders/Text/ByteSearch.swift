internal import Foundation

extension [UInt8] {
  /// The first place of a byte; `nil` when there is none. By the C library, which looks at many bytes at a time: each filter
  /// of a reader begins with such a search.
  func place(of byte: UInt8, from start: Int = 0) -> Int? {
    withUnsafeBytes { bytes in
      guard start < bytes.count, let first = bytes.baseAddress,
        let found = memchr(first + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - first
    }
  }

  /// Whether a byte occurs.
  func has(_ byte: UInt8) -> Bool { place(of: byte) != nil }
}
