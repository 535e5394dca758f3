import ArgumentParser
import KnowledgeGraph

/// What to say of a first argument that is not a subcommand, and of words that an argument leaves over.
enum Misspelling {
  /// - Returns: `nil` when the arguments begin with a subcommand or an option.
  static func failure(_ arguments: [String]) -> Failure? {
    let names = KG.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let first = arguments.first, !first.hasPrefix("-"), !names.contains(first) else {
      return nil
    }
    let near = names.filter { isNear($0, first) || (first.count > 1 && $0.hasPrefix(first)) }
    var message = "no command '\(first)'"
    if !near.isEmpty {
      message += "; did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
    } else if arguments.count > 1 || first.contains(" ") || first.containsHan {
      message += "; a question is asked with: kg query \(quoted(arguments.joined(separator: " ")))"
    }
    return Failure(.usage, message + "\n  'kg --help' lists the commands")
  }

  /// The error of the argument parser, with a hint where a value of several words lacks its quotes.
  static func explained(_ message: String) -> String {
    guard message.contains("nexpected argument") else { return message }
    return message + "\n\nA name or a question of several words needs quotes: \"Fengwei Yu\""
  }

  /// A text as a shell reads it as one word.
  static func quoted(_ text: String) -> String {
    text.contains { "\"$`\\!".contains($0) }
      ? "'" + text.replacing("'", with: "'\\''") + "'" : "\"\(text)\""
  }
}
