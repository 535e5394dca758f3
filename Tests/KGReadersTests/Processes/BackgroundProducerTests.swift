import Testing

@testable import KGReaders

@Suite("Values from another thread")
struct BackgroundProducerTests {
  private struct Failure: Error {}

  @Test("Every value arrives once, in order")
  func order() {
    var received: [Int] = []
    BackgroundProducer.forEach(of: { hand in
      for number in 0..<1000 { _ = hand(number) }
    }) { received.append($0) }
    #expect(received == Array(0..<1000))
  }

  @Test("An error of the producer arrives after the values before it")
  func failingProducer() {
    var received: [Int] = []
    #expect(throws: Failure.self) {
      try BackgroundProducer.forEach(
        of: { (hand: (Int) -> Bool) throws(Failure) in
          _ = hand(1)
          throw Failure()
        }, { (value: Int) throws(Failure) in received.append(value) })
    }
    #expect(received == [1])
  }

  @Test("When the consumer fails, the producer learns that no more is wanted, and ends first")
  func failingConsumer() {
    var handed = 0
    var isEnded = false
    #expect(throws: Failure.self) {
      try BackgroundProducer.forEach(
        of: { (hand: (Int) -> Bool) throws(Failure) in
          while hand(handed) { handed += 1 }
          isEnded = true
        }, { (value: Int) throws(Failure) in if value == 5 { throw Failure() } })
    }
    #expect(isEnded)
    #expect(handed < 20)
  }
}
