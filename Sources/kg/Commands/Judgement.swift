import ArgumentParser
import Foundation
import KnowledgeGraph

/// The two names of a judgement.
struct JudgedNames: ParsableArguments {
  @Argument(help: "A name or an IRI.") var first: String
  @Argument(help: "Another one.") var second: String

  /// The day of today in UTC.
  static var today: String { Date.now.formatted(.iso8601.year().month().day()) }
}

struct Same: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "same",
    abstract: "Say that two names are those of one person.",
    discussion: """
      kg same "Ada Quill" "A. B. Quill-Tarn"

      Outlives each new resolution and reading the sources again; 'kg undo' takes
      it back.
      """)

  @OptionGroup var names: JudgedNames
  @OptionGroup var database: DatabaseOptions

  func perform() throws {
    let said = try database.openForUpdate().judgeSame(
      names.first, names.second, date: JudgedNames.today)
    said.forEach { Output.note("one person: \($0.nodes)") }
  }
}

struct Different: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "different",
    abstract: "Say that two names are those of two people, and split them if they are one.",
    discussion: """
      kg different "Wei Wang" "Wang Wei"
      kg different http://example.org/a http://example.org/b

      Outlives each new resolution and reading the sources again; 'kg undo' takes
      it back.
      """)

  @OptionGroup var names: JudgedNames
  @OptionGroup var database: DatabaseOptions

  func perform() throws {
    let said = try database.openForUpdate().judgeDifferent(
      names.first, names.second, date: JudgedNames.today)
    said.forEach { Output.note("two people: \($0.nodes)") }
  }
}

struct Undo: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back what 'kg same', 'kg different' or 'kg review' said last.",
    discussion: "kg undo")

  @OptionGroup var database: DatabaseOptions

  func perform() throws {
    let undone = try database.openForUpdate().undoJudgement()
    guard !undone.isEmpty else {
      throw Failure(.refused, "nothing to undo: nobody has said who is one person or two")
    }
    undone.forEach {
      Output.note("taken back: \($0.words): \($0.nodes)")
    }
  }
}

extension IdentityJudgement {
  fileprivate var nodes: String { "<\(first.value)>, <\(second.value)>" }

  fileprivate var words: String {
    switch outcome {
    case .same: "one person"
    case .different: "two people"
    case .undecided: "undecided"
    }
  }
}
