package import KGText

/// The meaning of an HTML element for blocks, in pages and in HTML within Markdown.
package enum HTMLElement {
  case heading(level: Int)
  case paragraph
  case list(ordered: Bool)
  case listItem
  case row
  case cell
  /// `dt`, which begins a row of a term and its definition.
  case term
  /// `dd`, the second cell of that row.
  case definition
  case lineBreak
  case rule
  case mark(SourceText.Mark.Kind)
  /// The content is not text of the document.
  case hidden
  /// The title of the page.
  case title
  /// The element has no effect on blocks.
  case transparent

  /// - Parameters:
  ///   - href: The target of a link; personal addresses are not links.
  ///   - classes: The value of `class`; some classes mark the title of a paper.
  package init(_ name: String, href: String? = nil, classes: String? = nil) {
    switch name.lowercased() {
    case "h1", "h2", "h3", "h4", "h5", "h6": self = .heading(level: Int(name.suffix(1)) ?? 6)
    case "p", "div", "section", "article", "header", "footer", "main", "aside", "blockquote",
      "table", "tbody", "thead", "figure", "figcaption", "dl", "center", "pre",
      "address",
      "details", "summary", "body", "form", "fieldset":
      self = .paragraph
    case "ul", "menu": self = .list(ordered: false)
    case "ol": self = .list(ordered: true)
    case "li": self = .listItem
    case "tr": self = .row
    case "td", "th": self = .cell
    case "dt": self = .term
    case "dd": self = .definition
    // Elements of a page template that many researchers copy.
    case "heading": self = .heading(level: 2)
    case "name": self = .heading(level: 1)
    case "papertitle": self = .mark(.strong)
    case "br": self = .lineBreak
    case "hr": self = .rule
    case "b", "strong": self = .mark(.strong)
    case "i", "em", "cite": self = .mark(.emphasis)
    case "u", "ins": self = .mark(.underline)
    case "a": self = href.map { .mark(.link($0)) } ?? .transparent
    // Navigation is about the site, not about its owner.
    case "nav", "script", "style", "noscript", "template", "iframe", "svg", "button", "select",
      "textarea",
      "object", "math", "video", "audio", "canvas", "dialog":
      self = .hidden
    case "title": self = .title
    case "span":
      let isTitle = (classes ?? "").unicodeScalars.split(separator: " ").contains {
        ["papertitle", "paper-title", "pub-title", "title", "pubtitle"]
          .contains(Substring($0).lowercased())
      }
      self = isTitle ? .mark(.strong) : .transparent
    default: self = .transparent
    }
  }
}
