import ArgumentParser
import Foundation
import KGProfiles

/// Prints the features of labelled references, to which the model of references is fitted.
///
///     kg-bench references corpus.jsonl
struct ReferenceSequences: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "references",
    abstract: "Print the features of labelled references, for fitting.",
    discussion: """
      kg-bench references corpus.jsonl > sequences

      Reads what fit/references/generate.py writes, an object a line, and prints
      the label and the features of each token in the format that
      fit/sequence_model.py reads.
      """)

  @Argument(help: "The labelled references.") var file: String

  func run() throws {
    let decoder = JSONDecoder()
    let lines = try Data(contentsOf: URL(fileURLWithPath: file)).split(
      separator: UInt8(ascii: "\n"))
    for (index, line) in lines.enumerated() {
      do {
        print(try decoder.decode(LabelledReference.self, from: line).sequence)
      } catch let error as DecodingError {
        throw ValidationError("\(file):\(index + 1): no labelled reference: \(error)")
      }
    }
  }
}
