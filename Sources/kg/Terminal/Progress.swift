/// One line on a terminal that says how far a long job is: done of total, rate, time left. Silent when
/// standard error is no terminal, and in the first half second of a job.
struct Progress {
  private let total: Int?
  private let unit: String
  private let subject: String
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant
  /// What stands on the line; empty in the first half second.
  private var text = ""
  private let isOn = Output.isErrorTerminal

  /// - Parameters:
  ///   - total: How much there is to do; `nil` when nobody knows.
  ///   - subject: What it is done to, for the beginning of the line.
  init(total: Int?, unit: String, subject: String? = nil) {
    self.total = total
    self.unit = unit
    self.subject = subject.map { $0 + ": " } ?? ""
    lastShown = start
  }

  /// - Parameters:
  ///   - detail: What else is worth saying.
  ///   - isLast: Whether nothing more will be told for a while.
  mutating func show(done: Int, detail: String = "", isLast: Bool = false) {
    let now = ContinuousClock.now
    let pause = text.isEmpty ? 500 : isLast ? 0 : 100  // milliseconds
    guard isOn, now - lastShown > .milliseconds(pause) else { return }
    lastShown = now
    let seconds = (now - start) / .seconds(1)
    let rate = Double(done) / max(seconds, 0.001)
    let ofTotal = total.map { "/\($0)" } ?? ""
    text = "\(subject)\(done)\(ofTotal) \(unit), \(Int(rate)) \(unit)/s"
    if let total, rate > 0, !isLast {
      text += ", \(max(0, Int(Double(total - done) / rate))) s left"
    }
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
    if !text.isEmpty { Output.complain("\r\u{1B}[K") }
  }

  private func draw() {
    if !text.isEmpty { Output.complain("\r\u{1B}[K\(text)") }
  }
}
