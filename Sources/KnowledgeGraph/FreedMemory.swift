#if canImport(Glibc)
  internal import CMalloc
#endif

/// Memory that a large document took and that nobody uses any more.
package enum FreedMemory {
  /// Below this many bytes of a source there is little to give back.
  static let largeByteCount = 1 << 20

  /// Gives it back to the system: it lies scattered among what is in use, and what comes next would grow the heap.
  package static func releaseUnused() {
    #if canImport(Glibc)
      malloc_trim(0)
    #endif
  }
}
