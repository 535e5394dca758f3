import Foundation

/// Makes a long document of a short input: work that grows with the square of the length, and nesting
/// without end, appear only there.
///
/// The input is a start, what is repeated, and an end, with the byte 1 between them; without that byte
/// all of it is repeated.
struct Repetition {
  /// How long documents become, in bytes.
  let byteCount: Int

  /// `KG_FUZZ_REPEAT` is the length of the documents; `nil` when it is not set.
  static let current = ProcessInfo.processInfo.environment["KG_FUZZ_REPEAT"].flatMap { Int($0) }
    .map { Repetition(byteCount: $0) }

  func document(of input: [UInt8]) -> [UInt8] {
    let parts = input.split(separator: 1, maxSplits: 2, omittingEmptySubsequences: false)
    let (start, unit) = parts.count > 1 ? (parts[0], parts[1]) : ([], parts[0])
    guard !unit.isEmpty else { return input }
    var document = Array(start)
    while document.count < byteCount { document += unit }
    return document + (parts.count > 2 ? parts[2] : [])
  }
}
