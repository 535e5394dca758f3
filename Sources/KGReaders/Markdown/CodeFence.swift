/// Which code in Markdown is a program or a chunk that R Markdown and Quarto run, and not text.
enum CodeFence {
  /// Whether the word after a code fence names a language of programs: `python`, `{r setup, echo=FALSE}`.
  static func isCode(_ info: String) -> Bool {
    if info.utf8.first == UInt8(ascii: "{") { return true }
    let word = info.prefix { !$0.isWhitespace && $0 != "{" && $0 != "," }.lowercased()
    return languages.contains(word)
  }

  /// Whether inline code is run: `` `r Sys.Date()` ``.
  static func isInlineChunk(_ code: String) -> Bool {
    (code.hasPrefix("r ") || code.hasPrefix("{r} ") || code.hasPrefix("{python} "))
      && code.utf8.contains(UInt8(ascii: "("))
  }

  private static let languages: Set<String> = [
    "bash", "c", "c++", "console", "cpp", "css", "diff", "dockerfile", "go", "java", "javascript",
    "js", "julia", "makefile", "matlab", "powershell", "py", "python", "r", "rust", "scss", "sh",
    "shell", "sql", "swift", "ts", "typescript", "zsh",
  ]
}
