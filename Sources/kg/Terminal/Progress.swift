import Foundation

/// One line on a terminal that says how far a long job is: done of total, rate, time left. Silent when
/// standard error is no terminal, and in the first half second of a job.
struct Progress {
  private let total: Int?
  private let unit: String
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant
  /// What stands on the line; empty in the first half second.
  private var text = ""
  private let isOn = Output.isErrorTerminal

  /// - Parameter total: How much there is to do; `nil` when nobody knows.
  init(total: Int?, unit: String) {
    self.total = total
    self.unit = unit
    lastShown = start
  }

  /// - Parameter detail: What else is worth saying.
  mutating func show(done: Int, detail: String = "") {
    let now = ContinuousClock.now
    guard isOn, now - lastShown > .milliseconds(text.isEmpty ? 500 : 100) else { return }
    lastShown = now
    let seconds = (now - start) / .seconds(1)
    let rate = Double(done) / max(seconds, 0.001)
    let ofTotal = total.map { "/\($0)" } ?? ""
    text = "\(done)\(ofTotal) \(unit), \(Int(rate)) a second"
    if let total, rate > 0 { text += ", \(max(0, Int(Double(total - done) / rate))) s left" }
    if !detail.isEmpty { text += ", " + detail }
    draw()
  }

  /// Lets other lines be written above the progress.
  func around(_ write: () -> Void) {
    erase()
    write()
    draw()
  }

  func erase() {
    if !text.isEmpty { Self.write("\r\u{1B}[K") }
  }

  private func draw() {
    if !text.isEmpty { Self.write("\r\u{1B}[K\(text)") }
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
