/// A format in which a picture can be written; the raw value is its name on the command line and the ending of its
/// files.
public enum PictureFormat: String, CaseIterable, Hashable, Sendable {
  /// DOT with the positions that the layout found.
  case dot
  /// Scalable Vector Graphics, with links and tooltips.
  case svg
  /// Pixels, 96 an inch.
  case png
  /// One page of the size of the drawing.
  case pdf
}

/// Why a picture could not be made.
public enum RenderError: Error, Hashable, CustomStringConvertible {
  /// The text is not DOT; the line counts from 1 where Graphviz names it.
  case syntax(message: String, line: Int?)
  /// The engine found no layout.
  case layout(engine: String, message: String)
  /// The installed Graphviz cannot write this format.
  case format(PictureFormat, message: String)
  /// Graphviz is not installed, or does not start.
  case unavailable(message: String)

  /// What went wrong, and what to install or to choose instead.
  public var description: String {
    switch self {
    case .syntax(let message, let line):
      "the DOT text\(line.map { ", line \($0)," } ?? "") is not valid: \(message)"
    case .layout(let engine, let message):
      "Graphviz engine '\(engine)' found no layout: \(message)"
    case .format(let format, let message):
      "this Graphviz does not write \(format.rawValue): \(message); install its Cairo plugin, or "
        + "take svg"
    case .unavailable(let message):
      "Graphviz does not start: \(message); install it with its plugins (Debian: graphviz)"
    }
  }
}
