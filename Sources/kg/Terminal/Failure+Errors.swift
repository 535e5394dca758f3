import KnowledgeGraph

extension Failure {
  /// The message and the exit code of an error of the library.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as UnreadablePath: self.init(.noInput, error.description)
    case let error as UnreadableSource: self.init(Self.code(of: error), error.description)
    case let error as UnusableTemporaryFolder: self.init(.cannotCreate, error.description)
    case let error as RDFSyntaxError: self.init(.data, error.description)
    case let error as SPARQLSyntaxError: self.init(.usage, "query:\(error)")
    case let error as UnansweredQuestion:
      if case .notUnderstood = error {
        self.init(.usage, error.description)
      } else {
        self.init(.refused, error.description)
      }
    case let error as JudgementError: self.init(.refused, error.description)
    case let error as InvalidQuestion: self.init(.data, error.description)
    case let error as StoreError: self.init(Self.code(of: error), error.description)
    case let error as QueryError: self.init(.refused, "\(error)")
    case let error as RenderError: self.init(Self.code(of: error), error.description)
    default: self.init(.software, "\(error)")
    }
  }

  private static func code(of error: UnreadableSource) -> Code {
    if case .pdf(.noTemporaryFile) = error { return .cannotCreate }
    return .data
  }

  private static func code(of error: RenderError) -> Code {
    switch error {
    case .format, .unavailable: .refused
    // The DOT text comes from this program.
    case .syntax, .layout: .software
    }
  }

  private static func code(of error: StoreError) -> Code {
    switch error {
    case .missing, .readOnly: .noInput
    case .notADatabase, .foreign, .newer, .older, .damaged, .altered: .data
    case .locked, .forgotten: .refused
    case .cannotCreate: .cannotCreate
    case .full, .failed: .inputOutput
    }
  }
}
