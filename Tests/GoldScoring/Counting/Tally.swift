/// The counts of one field.
package struct Counts: Equatable, Sendable {
  /// Predicted values that are right (true positives).
  package var right = 0
  package var predicted = 0
  /// Values that gold requires.
  package var gold = 0

  /// Whether there is nothing to find and nothing was predicted.
  package var isEmpty: Bool { predicted == 0 && gold == 0 }

  /// The share of predicted values that are right; 0 when none is predicted.
  package var precision: Double { predicted == 0 ? 0 : Double(right) / Double(predicted) }

  /// The share of gold values that were found; 0 when gold has none.
  package var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }

  /// The harmonic mean of precision and recall; 0 when both are 0.
  package var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }
}

/// Why a count of a document is not perfect.
package struct Note: Equatable, Sendable {
  package enum Kind: String, Sendable {
    /// A gold entry that was not found.
    case miss
    /// A predicted entry that gold does not have.
    case extra
    /// A predicted value that differs from the gold one.
    case wrong
    /// A value of a found entry that was not predicted.
    case unset
  }

  package let kind: Kind
  /// `nil` for a document without a prediction.
  package let field: Field?
  /// The entry, or the predicted and the gold one.
  package let text: String

  package init(_ kind: Kind, _ field: Field?, _ text: String) {
    self.kind = kind
    self.field = field
    self.text = text
  }
}

/// The counts of a document, or of several documents together.
package struct Tally: Equatable, Sendable {
  private var counts: [Field: Counts] = [:]
  /// Predicted entries that only repeat what was matched already; they are not counted.
  private var repeats: [Field: Int] = [:]
  /// Per list the gold entries first, then the predicted ones, both in their order.
  package private(set) var notes: [Note] = []

  package init() {}

  /// All zero for a field without a gold or predicted value.
  package subscript(field: Field) -> Counts { counts[field] ?? Counts() }

  /// The number of predicted entries that were ignored as repeats.
  package func repeatsIgnored(in field: Field) -> Int { repeats[field] ?? 0 }

  /// The same for all fields together.
  package var repeatsIgnored: Int { repeats.values.reduce(0, +) }

  /// The fields with at least one gold or predicted value, in the order of ``Field``.
  package var usedFields: [Field] { Field.allCases.filter { !self[$0].isEmpty } }

  /// The mean F1 of the used fields that are not extra; 0 when there is none.
  package var overall: Double {
    let fields = usedFields.filter { !$0.isExtra }
    return fields.isEmpty ? 0 : fields.map { self[$0].f1 }.reduce(0, +) / Double(fields.count)
  }

  mutating func add(_ field: Field, right: Int = 0, predicted: Int = 0, gold: Int = 0) {
    counts[field, default: Counts()].right += right
    counts[field, default: Counts()].predicted += predicted
    counts[field, default: Counts()].gold += gold
  }

  mutating func ignoreRepeat(in field: Field) {
    repeats[field, default: 0] += 1
  }

  mutating func note(_ kind: Note.Kind, _ field: Field?, _ text: String) {
    notes.append(Note(kind, field, text))
  }

  mutating func add(_ other: Tally) {
    for (field, counts) in other.counts {
      add(field, right: counts.right, predicted: counts.predicted, gold: counts.gold)
    }
    repeats.merge(other.repeats, uniquingKeysWith: +)
    notes += other.notes
  }
}
