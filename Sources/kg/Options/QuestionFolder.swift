import KnowledgeGraph

/// Where questions come from: the built-in ones and a user's folder in `$KG_QUERIES`.
enum QuestionFolder {
  static func library() throws -> QuestionLibrary {
    let builtIn = try QuestionLibrary.builtIn()
    guard let folder = Environment["KG_QUERIES"] else { return builtIn }
    do {
      return try builtIn.adding(folder: folder)
    } catch let error as InvalidQuestion {
      throw error
    } catch {
      throw Failure(.noInput, "\(folder): the folder of $KG_QUERIES cannot be read")
    }
  }
}
