internal import KGLexicon
internal import KGModel
internal import KGText

extension PersonRecord {
  private static let identifierHosts = [
    "orcid.org", "dblp.org", "dblp.uni-trier.de", "scholar.google", "semanticscholar.org/author",
    "openreview.net/profile", "linkedin.com/in",
  ]

  /// Keeps a link that identifies the owner: a profile at a service, or a home page. Links to
  /// papers, code and other people are dropped.
  mutating func addLink(_ target: String, _ span: Span) {
    guard target.hasPrefix("http") else { return }
    if Self.identifierHosts.contains(where: { target.contains($0) })
      || Self.isGitHubAccount(target)
    {
      if !identifiers.contains(where: { $0.value == target }) {
        identifiers.append(Stated(target, span, rule: .ownerIdentifier))
      }
    } else if target.containsText(".github.io") && !target.dropFirst(8).dropLast().contains("/"),
      !homepages.contains(where: { $0.value == target })
    {
      homepages.append(Stated(target, span, rule: .ownerHomepage))
    }
  }

  private static func isGitHubAccount(_ target: String) -> Bool {
    guard let range = target.firstRange(of: "github.com/") else { return false }
    let path = target[range.upperBound...].split(separator: "/")
    return path.count == 1
  }
}
