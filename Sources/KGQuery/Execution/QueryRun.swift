internal import KGModel
internal import KGQuerySource

/// One execution of a plan: its limits, and what its steps share while it lasts.
final class QueryRun {
  let source: any QuerySource
  let functions: FunctionContext
  let evaluation: EvaluationCache
  let limits: QueryLimits
  /// `nil` unless steps count their rows and time.
  let measurements: PlanMeasurements?
  private let isCancelled: () -> Bool
  private let deadline: ContinuousClock.Instant?
  private var ticks = 0
  private var keptBytes = 0
  private var materialized: [MaterializedRows] = []
  /// Terms that this run was the first to compute.
  private var computed: [Int64] = []
  /// Of the execution during which this one runs.
  private let outerMayContinue: (() -> Bool)?

  /// At least 32 bytes are counted for a row, so this is less than ``RowTable`` can number.
  private static let greatestMemory = 64 << 30

  /// Begins a run, which lasts until ``end()``.
  ///
  /// - Parameter isCancelled: Asked often.
  init(
    source: any QuerySource, base: String?, evaluation: EvaluationCache, limits: QueryLimits,
    measurements: PlanMeasurements?, isCancelled: @escaping () -> Bool
  ) {
    self.source = source
    self.evaluation = evaluation
    self.measurements = measurements
    self.isCancelled = isCancelled
    var limits = limits
    limits.maximumMemory = min(limits.maximumMemory, Self.greatestMemory)
    self.limits = limits
    // Thirty years are no limit, and more would overflow the clock.
    deadline = limits.timeout.flatMap { $0 < 1e9 ? .now + .seconds($0) : nil }
    functions = FunctionContext(base: base, patterns: evaluation.patterns)
    outerMayContinue = source.mayContinue
    evaluation.makeRoom()
    let mayContinue = { [unowned self] in
      do {
        try checkTime()
        return true
      } catch {
        return false
      }
    }
    source.mayContinue = mayContinue
    functions.mayContinue = mayContinue
  }

  /// Gives the source back to the execution around this one and releases what was computed.
  func end() {
    source.mayContinue = outerMayContinue
    materialized = []
    source.release(computed)
    computed = []
  }

  // MARK: Terms

  /// The term of an ID; `nil` for 0.
  func term(_ id: Int64) throws -> Term? {
    if id == 0 { return nil }
    return try source.term(id)
  }

  /// The ID of a term, which is released at the end of the run if the term is new; 0 for `nil`.
  func termID(_ term: Term?) throws -> Int64 {
    guard let term else { return 0 }
    let (id, isNew) = try source.termID(ofComputed: term)
    if isNew {
      computed.append(id)
      // The text and its places in two tables.
      try keep(columns: 24 + (term.literal?.lexicalForm ?? "").utf8.count / 8)
    }
    return id
  }

  // MARK: Rows that are read once

  private struct MaterializedRows {
    /// A step of a pattern in EXISTS ends before the run does.
    weak var step: MaterializeStep?
    let rows: RowBatch
    let memory: MemoryShare
  }

  /// The rows of a step, read when they are asked for the first time.
  func rows(of step: MaterializeStep, _ read: (MemoryShare) throws -> RowBatch) throws -> RowBatch {
    if let known = materialized.first(where: { $0.step === step }) { return known.rows }
    materialized.removeAll { $0.step == nil }
    let memory = memoryShare()
    let rows = try read(memory)
    materialized.append(MaterializedRows(step: step, rows: rows, memory: memory))
    return rows
  }

  // MARK: Limits

  /// To be called for each row of work.
  ///
  /// - Throws: ``QueryError/timeout(seconds:)`` or ``QueryError/cancelled``.
  @inline(__always)
  func tick() throws {
    ticks &+= 1
    if ticks & 0x3FF == 0 { try checkTime() }
  }

  /// - Throws: ``QueryError/timeout(seconds:)`` or ``QueryError/cancelled``.
  func checkTime() throws {
    if isCancelled() { throw QueryError.cancelled }
    if let deadline, ContinuousClock.now > deadline {
      throw QueryError.timeout(seconds: limits.timeout ?? 0)
    }
  }

  /// Counts the rows that a step keeps, as long as the share lives.
  func memoryShare() -> MemoryShare { MemoryShare(self) }

  /// Counts a row that is kept to the end of the run.
  ///
  /// - Throws: ``QueryError/memory(bytes:)`` past the limit.
  func keep(columns: Int) throws { try keep(bytes: MemoryShare.byteCount(columns: columns)) }

  fileprivate func keep(bytes: Int) throws {
    keptBytes += bytes
    if keptBytes > limits.maximumMemory { throw QueryError.memory(bytes: limits.maximumMemory) }
  }

  fileprivate func release(bytes: Int) { keptBytes = max(0, keptBytes - bytes) }
}

/// The memory of one step.
final class MemoryShare {
  private let run: QueryRun
  private var bytes = 0

  fileprivate init(_ run: QueryRun) {
    self.run = run
  }

  /// Bytes of a row, with its entries in tables.
  static func byteCount(columns: Int) -> Int { columns * 8 + 32 }

  /// Counts a row that is kept.
  ///
  /// - Throws: ``QueryError/memory(bytes:)`` past the limit.
  func keep(columns: Int) throws {
    let more = Self.byteCount(columns: columns)
    bytes += more
    try run.keep(bytes: more)
  }

  /// Counts nothing any longer.
  func release() {
    run.release(bytes: bytes)
    bytes = 0
  }

  deinit { release() }
}
