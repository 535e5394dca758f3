import ArgumentParser

/// A subcommand whose errors become a message and an exit code.
protocol KGCommand: ParsableCommand {
  func perform() throws
}

extension KGCommand {
  func run() throws {
    do {
      defer { DatabaseOptions.closeAll() }
      try perform()
    } catch let failure as Failure {
      failure.exit()
    } catch let code as ExitCode {
      throw code
    } catch let error as ValidationError {
      throw error
    } catch {
      Failure(error).exit()
    }
  }
}
