internal import KGSPARQL

/// Rows of two steps that agree.
///
/// The left side is read in batches; the right side is asked for what agrees with a batch, and put into a
/// table by the variables that both sides bind. Batches grow, so that the first rows come soon and many
/// rows cost few questions.
final class JoinStep: PlanStep {
  enum Kind {
    case inner
    /// Left rows without a partner that meets the condition stay.
    case left(condition: ExpressionEvaluator?)
    /// Left rows with a partner go.
    case minus
    /// Left rows with, or without, a partner, once.
    case exists(Bool)

    /// Whether rows get the columns of the right side.
    fileprivate var isWider: Bool {
      switch self {
      case .inner, .left: true
      case .minus, .exists: false
      }
    }
  }

  private let kind: Kind
  private let left: PlanStep
  private let right: PlanStep
  /// Variables that all rows of both sides bind.
  private let keys: [(left: Int, right: Int)]
  /// Variables that both sides have and may leave unbound.
  private let loose: [(left: Int, right: Int)]
  private let added: [Int]
  /// The places in a left row of the right side's hint.
  private let hintPlaces: [Int]

  /// - Parameter certain: The variables that all rows of both sides bind.
  init(_ kind: Kind, _ left: PlanStep, _ right: PlanStep, certain: Set<Variable>) {
    self.kind = kind
    self.left = left
    self.right = right
    var keys: [(left: Int, right: Int)] = []
    var loose: [(left: Int, right: Int)] = []
    var added: [Int] = []
    for (place, variable) in right.variables.enumerated() {
      if let partner = left.place(of: variable) {
        if certain.contains(variable) {
          keys.append((partner, place))
        } else {
          loose.append((partner, place))
        }
      } else if kind.isWider {
        added.append(place)
      }
    }
    self.keys = keys
    self.loose = loose
    self.added = added
    hintPlaces = right.hint.compactMap { left.place(of: $0) }
    super.init(
      variables: left.variables + added.map { right.variables[$0] }, hint: left.hint,
      children: [left, right])
  }

  override var title: String {
    let words =
      switch kind {
      case .inner: "join"
      case .left: "optional"
      case .minus: "minus"
      case .exists(let isWanted): isWanted ? "where there is" : "where there is no"
      }
    let names = keys.map { "?" + left.variables[$0.left].name }
    return words + (names.isEmpty ? "" : " by " + names.joined(separator: " "))
  }

  override var estimatedRows: Double {
    switch kind {
    case .inner where keys.isEmpty: left.estimatedRows * right.estimatedRows
    case .inner: max(left.estimatedRows, right.estimatedRows)
    case .left, .minus, .exists: left.estimatedRows
    }
  }

  private static let firstBatchCount = 64
  private static let lastBatchCount = 8192

  override func rows(_ hint: [Row]?, _ context: QueryContext) throws -> Rows {
    let input = try left.open(self.hint(for: left, from: hint), in: context)
    var batchCount = Self.firstBatchCount
    var batch: [Row] = []
    var table: RowTable?
    /// Whether the table is good for all batches.
    let isFixed = right.hint.isEmpty || hintPlaces.count < right.hint.count
    var place = 0
    var results: [Row] = []
    var resultPlace = 0
    return Rows { [self] in
      while true {
        if resultPlace < results.count {
          resultPlace += 1
          return results[resultPlace - 1]
        }
        if place < batch.count, let table {
          try context.tick()
          results = try joined(batch[place], table, context)
          resultPlace = 0
          place += 1
          continue
        }
        batch = []
        place = 0
        while batch.count < batchCount, let row = try input.next() { batch.append(row) }
        guard !batch.isEmpty else { return nil }
        batchCount = min(batchCount * 4, Self.lastBatchCount)
        if table == nil || !isFixed {
          let wanted = isFixed ? nil : Set(batch.map { row in hintPlaces.map { row[$0] } })
          table = try self.table(wanted.map { Array($0) }, isFixed: isFixed, context)
        }
      }
    }
  }

  private func table(
    _ hint: [Row]?, isFixed: Bool, _ context: QueryContext
  ) throws -> RowTable {
    let rows = try right.open(hint, in: context)
    var table = RowTable(keyPlaces: keys.map(\.right))
    while let row = try rows.next() {
      // Tables of batches come and go.
      if isFixed { try context.keep(columns: right.variables.count) }
      table.add(row)
    }
    return table
  }

  private func joined(_ row: Row, _ table: RowTable, _ context: QueryContext) throws -> [Row] {
    let partners = table.rows(RowKey(row, places: keys.map(\.left)))
    switch kind {
    case .inner: return partners.compactMap { merged(row, $0) }
    case .left(let condition):
      var results: [Row] = []
      for partner in partners {
        guard let merged = merged(row, partner) else { continue }
        if let condition, try condition.truth(merged) != true { continue }
        results.append(merged)
      }
      return results.isEmpty ? [row + Row(repeating: 0, count: added.count)] : results
    case .minus:
      let hasPartner = partners.contains { partner in
        agrees(row, partner)
          && (keys.count > 0 || loose.contains { row[$0.left] != 0 && partner[$0.right] != 0 })
      }
      return hasPartner ? [] : [row]
    case .exists(let isWanted):
      return partners.contains { agrees(row, $0) } == isWanted ? [row] : []
    }
  }

  private func agrees(_ row: Row, _ partner: Row) -> Bool {
    loose.allSatisfy {
      row[$0.left] == partner[$0.right] || row[$0.left] == 0 || partner[$0.right] == 0
    }
  }

  private func merged(_ row: Row, _ partner: Row) -> Row? {
    guard agrees(row, partner) else { return nil }
    var result = row
    for place in loose where result[place.left] == 0 { result[place.left] = partner[place.right] }
    for place in added { result.append(partner[place]) }
    return result
  }
}

/// Some columns of a row.
struct RowKey: Hashable {
  private let first: Int64
  private let second: Int64
  private let rest: [Int64]

  init(_ row: Row, places: [Int]) {
    first = places.isEmpty ? 0 : row[places[0]]
    second = places.count < 2 ? 0 : row[places[1]]
    rest = places.count < 3 ? [] : places[2...].map { row[$0] }
  }
}

/// Rows by some of their columns.
struct RowTable {
  private let keyPlaces: [Int]
  private var groups: [RowKey: [Row]] = [:]

  init(keyPlaces: [Int]) {
    self.keyPlaces = keyPlaces
  }

  mutating func add(_ row: Row) {
    groups[RowKey(row, places: keyPlaces), default: []].append(row)
  }

  func rows(_ key: RowKey) -> [Row] { groups[key] ?? [] }
}
