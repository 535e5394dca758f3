import Testing

@testable import KGProfiles

@Suite("The models in use") struct FittedModelsTests {
  private static let table = Array("labels\tO\tB-role".utf8)

  @Test("a table replaces one model and keeps the other")
  func replacing() {
    let current = FittedModels.current
    let replaced = current.replacing(lines: Self.table, fields: nil)
    #expect(replaced.lines.labels == ["O", "B-role"])
    #expect(replaced.fields.labels == current.fields.labels)
  }

  @Test("a replacement holds within its task only")
  func scope() {
    let before = FittedModels.current.lines.labels
    let within = FittedModels.$current.withValue(
      FittedModels.current.replacing(lines: Self.table, fields: nil)
    ) { FittedModels.current.lines.labels }
    #expect(within == ["O", "B-role"])
    #expect(FittedModels.current.lines.labels == before)
  }
}
