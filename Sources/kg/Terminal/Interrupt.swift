import Foundation
import Synchronization

/// Whether Ctrl-C was pressed. The second time ends the process at once.
struct Interrupt {
  private static let signals = Atomic<Int>(0)

  init() {
    signal(SIGINT) { _ in
      if Interrupt.signals.add(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
    }
  }

  var hasCome: Bool { Self.signals.load(ordering: .relaxed) > 0 }
}
