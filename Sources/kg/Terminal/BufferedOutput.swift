/// Standard output with a buffer; the first text is written at once.
final class BufferedOutput {
  private var bytes: [UInt8] = []
  private var limit = 1

  func write(_ text: String) {
    bytes += text.utf8
    if bytes.count >= limit {
      flush()
      limit = 1 << 16
    }
  }

  func flush() {
    Output.bytes(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
