import ArgumentParser
import Foundation
import KGProfiles

/// Prints the features of labelled references, to which the model of references is fitted, or the labels that a model
/// gives them.
///
///     kg-bench references corpus.jsonl
///     kg-bench references corpus.jsonl --model reference-model.tsv
struct ReferenceSequences: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "references",
    abstract: "Print the features of labelled references, for fitting, or the labels by a model.",
    discussion: """
      kg-bench references corpus.jsonl > sequences

      Reads what fit/references/generate.py writes, an object a line, and prints
      the label and the features of each token in the format that
      fit/sequence_model.py reads. With a model it prints, a line for each
      reference, the labels of the tokens as the program reads them with it.
      """)

  @Argument(help: "The labelled references.") var file: String
  @Option(help: "A model in the form of fit/sequence_model.py.") var model: String?

  func run() throws {
    let decoder = JSONDecoder()
    let labelling = try model.map {
      ReferenceLabelling(table: Array(try Data(contentsOf: URL(fileURLWithPath: $0))))
    }
    let lines = try Data(contentsOf: URL(fileURLWithPath: file)).split(
      separator: UInt8(ascii: "\n"))
    for (index, line) in lines.enumerated() {
      do {
        let reference = try decoder.decode(LabelledReference.self, from: line)
        print(labelling.map(reference.labels) ?? reference.sequence)
      } catch let error as DecodingError {
        throw ValidationError("\(file):\(index + 1): no labelled reference: \(error)")
      }
    }
  }
}
