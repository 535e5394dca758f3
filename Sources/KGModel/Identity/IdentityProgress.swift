/// How far the decision of identity is.
public struct IdentityProgress: Sendable {
  /// What is being done, in order.
  public enum Step: String, Sendable {
    /// The statements of the sources are read.
    case statements
    /// Names that are alike are compared.
    case names
    /// Pairs of people whose names agree are compared.
    case pairs
  }

  /// What is being done.
  public let step: Step
  /// How much of the step is done.
  public let done: Int
  /// How much there is to do in the step.
  public let total: Int

  /// Makes a report that `done` of `total` things of a step are done.
  package init(_ step: Step, _ done: Int, of total: Int) {
    self.step = step
    self.done = done
    self.total = total
  }

  /// Things that are done between two reports.
  package static let interval = 1 << 12
}
