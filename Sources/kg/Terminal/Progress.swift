/// One line on a terminal with the progress of a long job: done of total, rate, time left. Nothing is shown when
/// standard error is not a terminal, and in the first half second of a job.
struct Progress {
  private let total: Int?
  private let unit: String
  private let subject: String
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant
  /// The line as it is shown; empty in the first half second.
  private var text = ""
  private let isOn = Output.isErrorTerminal

  /// - Parameters:
  ///   - total: How much there is to do; `nil` when it is unknown.
  ///   - subject: The file that is worked on, for the beginning of the line.
  init(total: Int?, unit: String, subject: String? = nil) {
    self.total = total
    self.unit = unit
    self.subject = subject.map { $0.visible + ": " } ?? ""
    lastShown = start
  }

  /// - Parameters:
  ///   - detail: More text for the end of the line.
  ///   - isLast: Whether the next call will come late.
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

  /// Writes other lines above the progress.
  func around(_ write: () -> Void) {
    erase()
    write()
    draw()
  }

  func erase() {
    if !text.isEmpty { Output.notePiece("\r\u{1B}[K") }
  }

  private func draw() {
    if !text.isEmpty { Output.notePiece("\r\u{1B}[K\(text)") }
  }
}
