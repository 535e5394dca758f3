internal import KGModel

/// Which elements a browser does not show, and which are about the site instead of its owner.
enum HTMLVisibility {
  /// Classes and ids of elements for navigation and for consent to cookies.
  private static let navigation: Set<String> = [
    "nav", "navbar", "navigation", "menu", "topnav", "sidenav", "breadcrumb", "breadcrumbs",
    "cookie", "cookies", "consent", "pagination", "skiplink", "skip", "site-nav", "mainmenu",
    "main-menu", "dropdown-menu", "visually-hidden", "sr-only", "screen-reader-text", "search",
    "searchbox", "toc", "backtotop",
  ]

  private static func isNavigation(_ attributes: [String: String]) -> Bool {
    if attributes["role"] == "navigation" || attributes["role"] == "search" { return true }
    let words = ["class", "id"].compactMap { attributes[$0]?.lowercased() }
      .flatMap { $0.split(whereSeparator: \.isWhitespace) }.map(String.init)
    return words.contains { word in
      navigation.contains(word) || word.hasPrefix("cookie") || word.hasPrefix("breadcrumb")
        || word.hasPrefix("navbar") || word.hasSuffix("-nav") || word.hasSuffix("-menu")
        || word.hasPrefix("menu-")
    }
  }

  /// Whether a browser does not show an element with these attributes, or it serves navigation.
  static func isHidden(_ attributes: [String: String]) -> Bool {
    guard !attributes.isEmpty else { return false }
    return attributes["hidden"] != nil || isNavigation(attributes)
      || attributes["style"].map(isHidden(style:)) ?? false
  }

  private static func isHidden(style: String) -> Bool {
    let style = style.lowercased().filter { $0 != " " }
    return style.containsText("display:none") || style.containsText("visibility:hidden")
  }

  /// Whether an element has no content and no end tag.
  static func isVoid(_ name: String) -> Bool {
    ["br", "hr", "img", "input", "link", "meta", "col", "area", "wbr", "source", "embed", "base"]
      .contains(name.lowercased())
  }
}
