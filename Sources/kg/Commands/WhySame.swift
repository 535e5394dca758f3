import ArgumentParser
import KnowledgeGraph

struct WhySame: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "same",
    abstract: "Show what speaks for and against two names being those of one person.",
    discussion: """
      kg why same "Fengwei Yu" "F. Yu"

      A row for each piece of evidence, in bits: +1 makes it twice as likely that
      they are one person, -1 half as likely. They are one from +1 on; from -3 to
      +1 they are undecided, and 'kg review' asks about them. 'never' stands where
      it is impossible.
      """)

  @Argument(help: "A name or an IRI.") var first: String
  @Argument(help: "Another one.") var second: String
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var rows: RowOptions

  func perform() throws {
    for name in [first, second] { try RawArguments.requireText(name) }
    let answer = try database.open().compareIdentity(first, second)
    guard rows.format != .json else { return Output.answer(answer.json.encoded) }
    Output.note(answer.title)
    rows.print(answer.table)
  }
}
