import KGModel
import Testing

@Suite("JSON")
struct JSONValueTests {
  @Test("Objects keep their order and strings their characters")
  func encoding() {
    let value = JSONValue.object([
      ("z", .string("余\"\\\n\u{1B}")), ("a", .array([.null, .boolean(true), .integer(-1)])),
    ])
    #expect(value.encoded == #"{"z": "余\"\\\n\u001b", "a": [null, true, -1]}"#)
  }
}
