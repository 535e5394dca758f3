internal import Foundation

/// Searches for short texts in bytes.
///
/// The standard library's `contains(_:)` and `firstRange(of:)` for collections are generic code that is not
/// specialized: they take a hundred times as long.
package enum ByteSearch {
  /// The first place of a text; `nil` when it does not occur.
  package static func first(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    text.withUTF8Buffer { wanted in
      guard let head = wanted.first, wanted.count <= bytes.count else { return nil }
      for place in 0...bytes.count - wanted.count where bytes[place] == head {
        var same = 1
        while same < wanted.count, bytes[place + same] == wanted[same] { same += 1 }
        if same == wanted.count { return place }
      }
      return nil
    }
  }
}

extension [UInt8] {
  /// The first place of a byte, from a place on; `nil` when it does not occur. The C library looks at many bytes at a
  /// time.
  package func firstIndex(ofByte byte: UInt8, from start: Int = 0) -> Int? {
    withUnsafeBytes { bytes in
      guard start < bytes.count, let first = bytes.baseAddress,
        let found = memchr(first + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - first
    }
  }

  /// Whether a byte occurs.
  package func containsByte(_ byte: UInt8) -> Bool { firstIndex(ofByte: byte) != nil }
}

extension ArraySlice<UInt8> {
  /// The first place of a text; `nil` when it does not occur.
  package func firstIndex(ofText text: StaticString) -> Int? {
    withUnsafeBufferPointer { ByteSearch.first(text, in: $0) }.map { startIndex + $0 }
  }

  /// Whether a text occurs.
  package func containsText(_ text: StaticString) -> Bool { firstIndex(ofText: text) != nil }

  /// The parts between line feeds, without them; the last is empty where a line feed ends the bytes.
  package var byteLines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = startIndex
    withUnsafeBufferPointer { bytes in
      for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
        lines.append(self[start..<startIndex + offset])
        start = startIndex + offset + 1
      }
    }
    return lines + [self[start...]]
  }
}

extension String {
  /// Whether a text occurs, compared by bytes.
  package func containsText(_ text: StaticString) -> Bool { self[...].containsText(text) }
}

extension Substring {
  /// Whether a text occurs, compared by bytes.
  package func containsText(_ text: StaticString) -> Bool {
    var copy = self
    return copy.withUTF8 { ByteSearch.first(text, in: $0) != nil }
  }
}
