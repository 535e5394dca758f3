import KnowledgeGraph

/// Where questions come from: the built-in ones and a user's folder in `$KG_QUERIES`.
enum QuestionFolder {
  /// The questions that can be asked. A file in the user's folder that is not a question is named on standard error
  /// and left out.
  ///
  /// - Throws: ``Failure`` when the folder cannot be read.
  static func library() throws -> QuestionLibrary {
    let builtIn = try QuestionLibrary.builtIn()
    guard let folder = Environment["KG_QUERIES"] else { return builtIn }
    // The library takes names as UTF-8.
    if folder.hasEscapedBytes {
      throw Failure(
        .usage, "$KG_QUERIES: \(FilePath(folder).name): the name of the folder has to be UTF-8")
    }
    do {
      return try builtIn.adding(folder: folder) { problem in
        Output.note("note: \(problem); this question is left out")
      }
    } catch {
      throw Failure(.noInput, "\(folder): the folder of $KG_QUERIES cannot be read")
    }
  }
}
