internal import KGModel

/// A 64-bit hash of bytes. It is stored in files, so it is the same on every machine and in every run:
/// eight bytes at a time, little-endian, mixed with the finalizer of MurmurHash3 (Austin Appleby, public
/// domain). It distributes well and does not protect against forgery.
@inline(__always)
package func textHash(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
  var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
  var pointer = UnsafeRawPointer(start)
  var rest = count
  while rest >= 8 {
    hash = mixed(hash ^ UInt64(littleEndian: pointer.loadUnaligned(as: UInt64.self)))
    pointer += 8
    rest -= 8
  }
  var tail: UInt64 = 0
  var shift: UInt64 = 0
  while rest > 0 {
    tail |= UInt64(pointer.load(as: UInt8.self)) &<< shift
    shift &+= 8
    pointer += 1
    rest &-= 1
  }
  hash = (hash ^ tail) &* 0xC4CE_B9FE_1A85_EC53
  return hash ^ (hash &>> 33)
}

@inline(__always)
private func mixed(_ value: UInt64) -> UInt64 {
  let product = value &* 0xFF51_AFD7_ED55_8CCD
  return product ^ (product &>> 32)
}

/// The hash of the UTF-8 form of a text, see ``textHash(_:_:)``.
package func textHash(_ text: String) -> UInt64 {
  var text = text
  return text.withUTF8 { bytes in bytes.baseAddress.map { textHash($0, bytes.count) } ?? 0 }
}

/// Hashes a document while it is read. The result does not depend on the pieces in which it is read.
package struct ContentHash {
  private var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  package init() {}

  /// Hashes the next piece of the document.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    byteCount &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let missing = min(8 - pending.count, rest.count)
      pending += rest.prefix(missing)
      rest = rest.dropFirst(missing)
      guard pending.count == 8 else { return }
      pending.withUnsafeBytes { add(word: $0.loadUnaligned(as: UInt64.self)) }
      pending = []
    }
    let words = UnsafeRawBufferPointer(rebasing: rest)
    for offset in stride(from: 0, to: words.count & ~7, by: 8) {
      add(word: words.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    pending = Array(words.suffix(words.count & 7))
  }

  private mutating func add(word: UInt64) {
    hash = mixed(hash ^ UInt64(littleEndian: word))
  }

  /// The hash of some bytes as 16 hexadecimal digits.
  package static func digits(of bytes: [UInt8]) -> String {
    var hash = ContentHash()
    bytes.withUnsafeBytes { hash.add($0) }
    return hash.digits
  }

  /// The hash of everything that a reader returns, as 16 hexadecimal digits.
  package static func digits(reading read: ReadBytes) throws -> String {
    var hash = ContentHash()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try read(buffer)
      if count == 0 { return hash.digits }
      hash.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// The hash of the bytes so far, as 16 hexadecimal digits.
  package var digits: String {
    var last = pending
    last += withUnsafeBytes(of: byteCount.littleEndian, Array.init)
    var result = self
    while last.count % 8 != 0 { last.append(0) }
    last.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count, by: 8) {
        result.add(word: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      }
    }
    return hexadecimal(mixed(result.hash), digits: 16)
  }
}
