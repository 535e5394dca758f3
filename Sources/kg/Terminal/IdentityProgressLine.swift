import KnowledgeGraph

/// The line with the progress of a decision of identity, one step after the other.
struct IdentityProgressLine {
  private var step: IdentityProgress.Step?
  private var line = Progress(total: nil, unit: "")

  mutating func show(_ now: IdentityProgress) {
    if step != now.step {
      line.erase()
      step = now.step
      line = Progress(total: now.total, unit: now.step.rawValue, subject: "identity")
    }
    line.show(done: now.done)
  }

  func erase() { line.erase() }
}
