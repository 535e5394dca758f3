#if canImport(Glibc)
  import CMalloc
  import Glibc

  /// Large pages for the memory of a short run: a question that takes some milliseconds spends more than one of
  /// them on page faults of 4 KB each.
  enum HeapPages {
    private static let growth = 32 << 20
    private static let largePage = 2 << 20

    /// To be called before there are other threads. Has no effect where the system has no large pages.
    static func useLargePages() {
      // From its next growth on the heap grows in large steps; allocations outside the heap are not affected.
      guard mallopt(M_TOP_PAD, Int32(growth)) == 1, let block = malloc(100 << 10) else { return }
      free(block)
      guard let end = sbrk(0) else { return }
      let first = (UInt(bitPattern: block) + UInt(largePage - 1)) & ~UInt(largePage - 1)
      let last = UInt(bitPattern: end) & ~UInt(largePage - 1)
      guard first < last, let start = UnsafeMutableRawPointer(bitPattern: first) else { return }
      madvise(start, Int(last - first), MADV_HUGEPAGE)
    }
  }
#else
  enum HeapPages {
    static func useLargePages() {}
  }
#endif
