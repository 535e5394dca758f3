internal import KGModel

/// The prefixes that a document has declared so far.
///
/// Every prefixed name is looked up here, so recent prefixes are also kept in a small table that is searched
/// by comparing bytes, without allocating and hashing a key.
struct Namespaces {
  private struct Declaration {
    let prefix: [UInt8]
    let namespace: [UInt8]
  }

  private static let slotCount = 64

  private var declarations: [Declaration] = []
  private var indexes: [[UInt8]: Int] = [:]
  private var recent = [Int](repeating: -1, count: slotCount)

  /// Declares a prefix; it replaces an earlier declaration from here on.
  mutating func declare(_ prefix: [UInt8], _ namespace: IRI) {
    indexes[prefix] = declarations.count
    prefix.withUnsafeBufferPointer { recent[Self.slot($0)] = declarations.count }
    declarations.append(Declaration(prefix: prefix, namespace: Array(namespace.value.utf8)))
  }

  /// The IRI of a prefixed name; `nil` when the prefix is not declared.
  mutating func iri(
    _ prefix: UnsafeBufferPointer<UInt8>, _ local: UnsafeBufferPointer<UInt8>
  ) -> IRI? {
    guard let index = index(prefix) else { return nil }
    return declarations[index].namespace.withUnsafeBufferPointer { namespace in
      let count = namespace.count + local.count
      return IRI(
        String(unsafeUninitializedCapacity: count) { bytes in
          _ = bytes.update(fromContentsOf: namespace)
          _ = bytes[namespace.count...].update(fromContentsOf: local)
          return count
        })
    }
  }

  private mutating func index(_ prefix: UnsafeBufferPointer<UInt8>) -> Int? {
    let slot = Self.slot(prefix)
    let candidate = recent[slot]
    if candidate >= 0, declarations[candidate].prefix.elementsEqual(prefix) { return candidate }
    guard let index = indexes[Array(prefix)] else { return nil }
    recent[slot] = index
    return index
  }

  private static func slot(_ prefix: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = prefix.first, let last = prefix.last else { return 0 }
    return (Int(first) &* 7 &+ Int(last) &* 3 &+ prefix.count) % slotCount
  }
}
