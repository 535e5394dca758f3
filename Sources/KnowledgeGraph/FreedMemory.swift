#if canImport(Glibc)
  internal import CMalloc
#endif

/// Memory that a large document took and that is not used any more.
package enum FreedMemory {
  /// Below this size of a source, in bytes, little memory is freed.
  static let largeByteCount = 1 << 20

  /// Returns unused heap pages to the system. They lie scattered among used ones, so that the next allocations would
  /// grow the heap.
  package static func releaseUnused() {
    #if canImport(Glibc)
      malloc_trim(0)
    #endif
  }
}
