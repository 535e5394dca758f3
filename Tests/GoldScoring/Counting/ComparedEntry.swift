/// An entry together with what its comparison needs, computed once.
protocol ComparedEntry {
  associatedtype Entry: RecordEntry

  /// The field in which entries of this kind are counted.
  static var field: Field { get }
  /// The values of an entry that are counted in fields of their own.
  static var values: [ComparedValue<Self>] { get }
  /// Whether a predicted entry that matches a gold entry which already has its prediction is
  /// ignored, instead of being wrong.
  static var ignoresRepeats: Bool { get }

  var entry: Entry { get }

  init(gold entry: Entry)
  init(predicted entry: Entry)

  /// Whether the predicted entry states the same as this one, which is of gold.
  func matches(_ predicted: Self) -> Bool
  /// How well a matching predicted entry fits; higher is better.
  func rank(of predicted: Self) -> Double
}

extension ComparedEntry {
  static var values: [ComparedValue<Self>] { [] }
  static var ignoresRepeats: Bool { true }
}

/// A value of an entry that is counted in a field of its own.
struct ComparedValue<Compared: ComparedEntry> {
  let field: Field
  let isStated: (Compared) -> Bool
  /// Whether gold lists accepted values for it. Where gold itself states nothing, a prediction that
  /// fits those is ignored instead of being wrong.
  let hasAccepted: (AcceptedValues) -> Bool
  let matches: (_ gold: Compared, _ predicted: Compared) -> Bool

  func isIgnored(gold: Compared, predicted: Compared) -> Bool {
    !isStated(gold) && (gold.entry.accept.map(hasAccepted) ?? false) && matches(gold, predicted)
  }
}
