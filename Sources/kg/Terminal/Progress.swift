import Foundation

/// One line on a terminal that says how far a long job is: done of total, rate, time left. Silent when
/// standard error is no terminal, and in the first half second of a job.
struct Progress {
  private let total: Int
  private let unit: String
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant
  private var isShown = false
  private let isOn = Output.isErrorTerminal

  init(total: Int, unit: String) {
    self.total = total
    self.unit = unit
    lastShown = start
  }

  mutating func show(done: Int) {
    let now = ContinuousClock.now
    guard isOn, now - lastShown > .milliseconds(isShown ? 100 : 500) else { return }
    lastShown = now
    isShown = true
    let seconds =
      Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18
    let rate = Double(done) / max(seconds, 0.001)
    let left = rate > 0 ? Int(Double(total - done) / rate) : 0
    let text = "\(done)/\(total) \(unit), \(Int(rate)) a second, \(left) s left"
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  mutating func clear() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    isShown = false
  }
}
