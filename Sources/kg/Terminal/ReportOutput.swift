import Foundation
import KnowledgeGraph

/// Standard output for lines that report work. The work goes on when they cannot be written.
struct ReportOutput {
  private var error: SystemError?

  mutating func write(_ line: String) {
    guard error == nil else { return }
    do {
      // One line is one write, so that lines of several processes stay whole.
      try FileDescriptor.standardOutput.write(Array((line.visible + "\n").utf8))
    } catch {
      self.error = error
    }
  }

  /// Why lines are missing; `nil` when all were written, or their reader has gone away (`| head`).
  var failure: Failure? { error.flatMap { $0.code == EPIPE ? nil : Output.failure($0) } }
}
