internal import KGQuerySource
internal import KGSPARQL

/// Pairs of compatible rows of two steps.
///
/// The left side is read in batches. For each batch the right side is opened with the values of the shared
/// variables, and its rows are put into a hash table. Batches grow, so that the first rows come soon and many
/// rows need few calls.
final class JoinStep: PlanStep {
  enum Kind: Sendable {
    case inner
    /// Keeps left rows without a partner that meets the condition.
    case left(condition: StepExpression?)
    /// Drops left rows with a partner.
    case minus
    /// Keeps left rows with a partner (`true`) or without one (`false`), each once.
    case exists(Bool)

    /// Whether rows get the columns of the right side.
    fileprivate var isWider: Bool {
      switch self {
      case .inner, .left: true
      case .minus, .exists: false
      }
    }
  }

  let shape: StepShape
  private let kind: Kind
  private let left: any PlanStep
  private let right: any PlanStep
  /// Variables that all rows of both sides bind.
  private let keys: [(left: Int, right: Int)]
  /// Variables that both sides have and one may leave unbound.
  private let optionallyBound: [(left: Int, right: Int)]
  /// The columns that only the right side has.
  private let added: [Int]
  /// The columns of left rows with the values of the right side's bindings.
  private let bindingPlaces: [Int]

  /// - Parameter certain: The variables that all rows of both sides bind.
  init(_ kind: Kind, _ left: any PlanStep, _ right: any PlanStep, certain: Set<Variable>) {
    self.kind = kind
    self.left = left
    self.right = right
    var keys: [(left: Int, right: Int)] = []
    var optionallyBound: [(left: Int, right: Int)] = []
    var added: [Int] = []
    for (place, variable) in right.variables.enumerated() {
      if let partner = left.place(of: variable) {
        if certain.contains(variable) {
          keys.append((partner, place))
        } else {
          optionallyBound.append((partner, place))
        }
      } else if kind.isWider {
        added.append(place)
      }
    }
    self.keys = keys
    self.optionallyBound = optionallyBound
    self.added = added
    bindingPlaces = right.bindings.compactMap { left.place(of: $0) }
    shape = StepShape(
      variables: Self.variables(of: left, right, isWider: kind.isWider), bindings: left.bindings,
      children: [left, right])
  }

  /// The columns of a join: those of the left side, then the others of the right side.
  ///
  /// - Parameter isWider: Whether rows get the columns of the right side.
  static func variables(of left: any PlanStep, _ right: any PlanStep, isWider: Bool) -> [Variable] {
    left.variables + (isWider ? right.variables.filter { left.place(of: $0) == nil } : [])
  }

  var title: String {
    let words =
      switch kind {
      case .inner: "join"
      case .left: "optional"
      case .minus: "minus"
      case .exists(let isWanted): isWanted ? "where a row exists" : "where no row exists"
      }
    let names = keys.map { "?" + left.variables[$0.left].name }
    return words + (names.isEmpty ? "" : " by " + names.joined(separator: " "))
  }

  var estimatedRows: Double {
    switch kind {
    case .inner where keys.isEmpty: min(left.estimatedRows * right.estimatedRows, 1e15)
    case .inner: max(left.estimatedRows, right.estimatedRows)
    case .left, .minus, .exists: left.estimatedRows
    }
  }

  /// Rows differ where their halves do, provided that no unbound variable is filled in.
  var hasDistinctRows: Bool {
    left.hasDistinctRows && optionallyBound.isEmpty && (!kind.isWider || right.hasDistinctRows)
  }

  private let batchCounts = QueryTuning.current.joinBatches

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    let execution = Execution(
      self, try left.open(self.bindings(for: left, from: bindings), in: run), run)
    return Rows { try execution.next($0) }
  }

  /// The step at work.
  private final class Execution {
    private let step: JoinStep
    private let input: Rows
    private let run: QueryRun
    private let condition: ExpressionEvaluator?
    private let memory: MemoryShare
    private let leftKeys: [Int]
    private var batchCount: Int
    private var batch = RowBatch(width: 0)
    /// The index of the row of the batch that is joined now.
    private var place = 0
    /// Its next partner, and whether one has been found; `nil` before the first one is looked up.
    private var partner: Int?
    private var hasPartner: Bool?
    private var index: RowIndex?
    /// Whether the index holds for all batches.
    private var isFixed: Bool
    private var leftCount = 0

    init(_ step: JoinStep, _ input: Rows, _ run: QueryRun) {
      self.step = step
      self.input = input
      self.run = run
      memory = run.memoryShare()
      if case .left(let condition?) = step.kind {
        self.condition = condition.evaluator(in: run)
      } else {
        condition = nil
      }
      batchCount = step.batchCounts.lowerBound
      leftKeys = step.keys.map(\.left)
      isFixed = step.right.bindings.isEmpty || step.bindingPlaces.count < step.right.bindings.count
    }

    func next(_ count: Int) throws -> RowBatch? {
      var result = RowBatch(width: step.variables.count)
      while result.count < count {
        if place == batch.count {
          guard try readBatch() else { break }
        }
        if let index { try join(batch, index, &result, count) }
      }
      return result.isEmpty ? nil : result
    }

    private func readBatch() throws -> Bool {
      batch = RowBatch(width: step.left.variables.count)
      place = 0
      while batch.count < batchCount, let more = try input.next(batchCount - batch.count) {
        batch.append(contentsOf: more)
      }
      guard !batch.isEmpty else { return false }
      batchCount = min(batchCount * 4, step.batchCounts.upperBound)
      leftCount += batch.count
      if index == nil || !isFixed {
        // Reading all rows is cheaper than looking many up.
        if Double(leftCount) > step.right.estimatedRows / 4 { isFixed = true }
        try readIndex()
      }
      return true
    }

    private func readIndex() throws {
      var bindings: [[Int64]]?
      if !isFixed {
        var wanted = RowTable(width: step.bindingPlaces.count)
        for row in batch { _ = wanted.insert(row, places: step.bindingPlaces) }
        bindings = wanted.rows.map { row in step.bindingPlaces.indices.map { row[$0] } }
      }
      index = nil
      memory.release()
      let rows = try step.right.open(bindings, in: run)
      let index = RowIndex(width: step.right.variables.count, places: step.keys.map(\.right))
      try rows.forEach { row in
        try memory.keep(columns: step.right.variables.count + 3)
        index.append(row)
      }
      self.index = index
    }

    /// Joins the rest of a batch, as far as rows are wanted.
    private func join(
      _ batch: RowBatch, _ index: RowIndex, _ result: inout RowBatch, _ count: Int
    ) throws {
      let others = index.rows
      while place < batch.count {
        try run.tick()
        if hasPartner == nil {
          partner = index.first(batch[place], places: leftKeys)
          hasPartner = false
        }
        while let number = partner {
          if result.count >= count { return }
          try run.tick()
          partner = index.next(after: number)
          if try meets(batch, others, number, &result) {
            hasPartner = true
            if !step.kind.isWider { break }
          }
        }
        switch step.kind {
        case .inner: break
        case .left:
          if hasPartner == false {
            result.append(batch[place], width: step.left.variables.count)
            for _ in step.added { result.appendValue(0) }
          }
        case .minus: if hasPartner == false { result.append(batch[place]) }
        case .exists(let isWanted): if hasPartner == isWanted { result.append(batch[place]) }
        }
        place += 1
        (partner, hasPartner) = (nil, nil)
      }
    }

    /// Whether the row and another one are partners. Adds their joined row if the step returns one.
    private func meets(
      _ batch: RowBatch, _ others: RowBatch, _ number: Int, _ result: inout RowBatch
    ) throws -> Bool {
      for (left, right) in step.optionallyBound {
        let (one, other) = (batch[place, left], others[number, right])
        if one != other, one != 0, other != 0 { return false }
      }
      switch step.kind {
      case .exists: return true
      case .minus:
        // Solutions without a shared variable do not exclude each other (SPARQL 1.1 Query Language, section
        // 8.3.3).
        return !step.keys.isEmpty
          || step.optionallyBound.contains {
            batch[place, $0.left] != 0 && others[number, $0.right] != 0
          }
      case .inner, .left: break
      }
      result.append(width: batch.width) { batch[place, $0] }
      for column in step.added { result.appendValue(others[number, column]) }
      for (left, right) in step.optionallyBound where batch[place, left] == 0 {
        result.setLast(left, to: others[number, right])
      }
      if let condition, try condition.truth(result.last) != true {
        result.truncate(to: result.count - 1)
        return false
      }
      return true
    }
  }
}
