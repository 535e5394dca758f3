import Foundation
import KnowledgeGraph

/// The arguments as the system gave them. `CommandLine.arguments` repairs what is not UTF-8, and a file whose name was
/// repaired is not found.
enum RawArguments {
  /// The arguments without the name of the command; bytes that are not UTF-8 are escaped, as ``FilePath`` reads them.
  static func escaped() -> [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { argument in
        String(
          escaping: Array(
            UnsafeBufferPointer(start: argument, count: strlen(argument)).map(
              UInt8.init(bitPattern:))))
      }
    }
  }

  /// - Throws: ``Failure`` when one of these arguments, which are not names of files, is not UTF-8.
  static func requireText(_ arguments: String...) throws {
    guard let broken = arguments.first(where: \.hasEscapedBytes) else { return }
    throw Failure(
      .usage, "'\(broken)' is not UTF-8; set the terminal to UTF-8, or convert the text with iconv")
  }
}
