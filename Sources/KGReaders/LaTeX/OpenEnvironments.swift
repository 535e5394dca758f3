/// The environments that are open, the innermost last. What holds within all of them is known at each, so
/// that a source of environments that never end is read in time.
struct OpenEnvironments {
  /// An environment.
  struct Environment {
    enum Kind: Equatable {
      case list(ordered: Bool), table, hidden, other
      /// A table within a cell of another, whose rows are the lines of that cell.
      case cellTable
    }
    let name: String
    let kind: Kind
    /// The number of groups that are open where it begins.
    let groupCount: Int
    /// How many environments are open around it.
    let depth: Int
    /// Whether it, or one around it, is not shown.
    let isHidden: Bool
    /// The depth of the innermost table, which it may be itself; `nil` outside of tables.
    let tableDepth: Int?
  }

  private var environments: [Environment] = []
  /// The number of open environments by name.
  private var counts: [String: Int] = [:]

  /// Whether an open environment is not shown.
  var isHidden: Bool { environments.last?.isHidden ?? false }

  /// The innermost table, which may be within a cell of another; `nil` outside of tables.
  var table: Environment? {
    environments.last?.tableDepth.map { environments[$0] }
  }

  mutating func open(_ name: String, _ kind: Environment.Kind, groupCount: Int = 0) {
    let depth = environments.count
    environments.append(
      Environment(
        name: name, kind: kind, groupCount: groupCount, depth: depth,
        isHidden: isHidden || kind == .hidden,
        tableDepth: kind == .table || kind == .cellTable
          ? depth : environments.last?.tableDepth))
    counts[name, default: 0] += 1
  }

  /// The innermost open environment of a name; `nil` when none is open.
  func innermost(named name: String) -> Environment? {
    guard counts[name, default: 0] > 0 else { return nil }
    return environments.last { $0.name == name }
  }

  /// Closes an environment and those within it.
  mutating func close(_ environment: Environment) {
    while environments.count > environment.depth, let last = environments.popLast() {
      counts[last.name, default: 1] -= 1
    }
  }
}
