import Foundation
import TestSupport
import Testing

@Suite("Data that tests need")
struct TestDataTests {
  @Test("What is absent is named with its place and the variable for another one")
  func absence() throws {
    let path = TestData.suites.folder.path
    #expect(
      TestData.suites.absence(of: "no-such-suite")
        == "needs \(path)/no-such-suite, which is absent; KG_SUITES names another folder than \(path)"
    )
  }
}
