internal import Foundation
internal import KGModel
internal import KGSPARQL

/// What a query may take.
public struct QueryLimits: Sendable {
  /// Seconds until it is given up.
  public var timeout: Double?
  /// Rows of the result, or triples of a graph.
  public var maximumRows: Int?
  /// Bytes for rows that have to be kept, 64 GB at most.
  public var maximumMemory: Int

  public static let defaultMemory = 2 << 30

  public init(timeout: Double? = nil, maximumRows: Int? = nil, maximumMemory: Int = defaultMemory) {
    self.timeout = timeout
    self.maximumRows = maximumRows
    self.maximumMemory = maximumMemory
  }
}

/// Why a query is not carried out to its end.
public enum QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A function or cast that is not known here.
  case unknownFunction(String)
  /// Another end point was to be asked.
  case service(String)
  case timeout(seconds: Double)
  case memory(bytes: Int)
  /// The steps of its plan lie too deep in one another.
  case depth(Int)
  case cancelled

  public var description: String {
    switch self {
    case .unknownFunction(let name): "the function <\(name)> is not known here"
    case .service(let name):
      "SERVICE \(name) asks another end point, and queries do not reach the network"
    case .timeout(let seconds): "given up after \(seconds.formatted()) s"
    case .memory(let bytes):
      "given up: more than \(bytes >> 20) MB of intermediate rows"
    case .depth(let limit):
      "too many joins in one another: \(limit) steps at most; ask in parts"
    case .cancelled: "stopped"
    }
  }
}

/// What the steps of one run of a query share.
final class QueryContext {
  let source: any QuerySource
  let functions: FunctionContext
  /// Whether steps count their rows and time.
  let isMeasuring: Bool
  private(set) var limits = QueryLimits()
  private var isCancelled: () -> Bool = { false }
  private var deadline: ContinuousClock.Instant?
  private var ticks = 0
  private var keptBytes = 0
  /// Of a query during which this one runs.
  private var outerMayContinue: (() -> Bool)?
  private var lastActions: [() -> Void] = []
  private var isRunning = false
  /// The numbers of terms that this run was the first to compute.
  private var computed: [Int64] = []

  init(source: any QuerySource, base: String? = nil, isMeasuring: Bool = false) {
    self.source = source
    self.isMeasuring = isMeasuring
    functions = FunctionContext(base: base)
  }

  /// With the least that a row counts, fewer rows than ``RowTable`` can number.
  private static let mostMemory = 64 << 30

  /// Begins a run.
  ///
  /// - Parameter isCancelled: Asked often.
  func begin(_ limits: QueryLimits, isCancelled: @escaping () -> Bool) {
    self.limits = limits
    self.limits.maximumMemory = min(limits.maximumMemory, Self.mostMemory)
    self.isCancelled = isCancelled
    // What is longer than a life is no limit.
    deadline = limits.timeout.flatMap { $0 < 1e9 ? .now + .seconds($0) : nil }
    keptBytes = 0
    isRunning = true
    functions.begin()
    outerMayContinue = source.mayContinue
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

  /// To be done when the run ends.
  func atEnd(_ action: @escaping () -> Void) { lastActions.append(action) }

  func end() {
    source.mayContinue = outerMayContinue
    outerMayContinue = nil
    isCancelled = { false }
    for action in lastActions { action() }
    lastActions = []
    source.forget(computed)
    computed = []
    isRunning = false
  }

  /// The term of a number; `nil` for 0.
  func term(_ number: Int64) throws -> Term? {
    if number == 0 { return nil }
    return try source.term(number)
  }

  /// 0 for `nil`. What a run computes is let go at its end.
  func number(_ term: Term?) throws -> Int64 {
    guard let term else { return 0 }
    guard isRunning else { return try source.termID(of: term) }
    let (number, isNew) = try source.termID(ofComputed: term)
    if isNew {
      computed.append(number)
      // The text and its places in two tables.
      try keep(columns: 24 + (term.literal?.lexicalForm ?? "").utf8.count / 8)
    }
    return number
  }

  /// To be called once a row of work.
  ///
  /// - Throws: ``QueryError`` when the time is over or somebody wants an end.
  @inline(__always)
  func tick() throws {
    ticks &+= 1
    if ticks & 0x3FF == 0 { try checkTime() }
  }

  func checkTime() throws {
    if isCancelled() { throw QueryError.cancelled }
    if let deadline, ContinuousClock.now > deadline {
      throw QueryError.timeout(seconds: limits.timeout ?? 0)
    }
  }

  // MARK: Memory

  /// What a step keeps, counted as long as the share lives.
  func memoryShare() -> MemoryShare { MemoryShare(self) }

  /// Counts a row that is kept to the end of the run, by its columns.
  ///
  /// - Throws: ``QueryError/memory(bytes:)`` past the limit.
  func keep(columns: Int) throws { try keep(bytes: Self.byteCount(columns: columns)) }

  fileprivate func keep(bytes: Int) throws {
    keptBytes += bytes
    if keptBytes > limits.maximumMemory { throw QueryError.memory(bytes: limits.maximumMemory) }
  }

  fileprivate func giveBack(bytes: Int) { keptBytes = max(0, keptBytes - bytes) }

  /// The row, and its places in tables.
  fileprivate static func byteCount(columns: Int) -> Int { columns * 8 + 32 }
}

/// The memory of one step.
final class MemoryShare {
  private let context: QueryContext
  private var bytes = 0

  fileprivate init(_ context: QueryContext) {
    self.context = context
  }

  /// Counts a row that is kept, by its columns.
  ///
  /// - Throws: ``QueryError/memory(bytes:)`` past the limit.
  func keep(columns: Int) throws {
    let more = QueryContext.byteCount(columns: columns)
    bytes += more
    try context.keep(bytes: more)
  }

  /// Counts nothing any more.
  func giveBack() {
    context.giveBack(bytes: bytes)
    bytes = 0
  }

  deinit { giveBack() }
}
