internal import KGText

/// A reference whose fields are known, for fitting the model: a line of what `fit/references` generates.
package struct LabelledReference: Decodable {
  /// Mark, link and the like over a range of the text: first character, end, kind.
  package struct Mark: Decodable {
    let start: Int
    let end: Int
    let kind: String

    package init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      start = try values.decode(Int.self)
      end = try values.decode(Int.self)
      kind = try values.decode(String.self)
    }
  }

  let text: String
  let marks: [Mark]
  /// Marks whose kinds are fields.
  let fields: [Mark]
  /// What the model is fitted without, together.
  let style: String
  /// The list that the reference is in.
  let list: String
  let hidesVenues: Bool

  /// The labels and features of its tokens in the format of `fit/sequence_model.py`.
  package var sequence: String {
    let source = source
    let context = ReferenceContext(source.whole, hidesVenues: hidesVenues)
    let features = ReferenceFeatures(context, isDescribed: true).all.textsOfTokens
    let labels = labels(of: context.tokens)
    let rows = zip(labels, features).map { label, features in
      ([label.rawValue] + features).joined(separator: "\t")
    }
    return "# \(style)\t\(list)\n" + rows.joined(separator: "\n") + "\n"
  }

  /// The labels of its tokens as a model reads them, between tabs.
  package func labels(by labelling: ReferenceLabelling) -> String {
    labelling.labels(of: ReferenceContext(source.whole, hidesVenues: hidesVenues))
      .map(\.rawValue).joined(separator: "\t")
  }

  private var source: SourceText {
    let plain = SourceText(plain: text)
    return SourceText(
      scalars: plain.scalars, offsets: plain.offsets,
      marks: marks.compactMap { mark in
        Self.kinds[mark.kind].map { .init(kind: $0, range: mark.start..<max(mark.start, mark.end)) }
      })
  }

  private static let kinds: [String: SourceText.Mark.Kind] = [
    "strong": .strong, "emphasis": .emphasis, "underline": .underline, "code": .code,
    "link": .link(""),
  ]

  /// A token has the label of the field that it is in; a year within a venue is a year.
  private func labels(of tokens: [TextToken]) -> [ReferenceLabel] {
    var labels = Array(repeating: ReferenceLabel.other, count: tokens.count)
    for field in ReferenceField.allCases {
      for range in fields where range.kind == field.rawValue {
        var isFirst = true
        for (index, token) in tokens.enumerated()
        where token.range.lowerBound >= range.start && token.range.upperBound <= range.end {
          labels[index] = ReferenceLabel(field, isFirst: isFirst)
          isFirst = false
        }
      }
    }
    return labels
  }
}
