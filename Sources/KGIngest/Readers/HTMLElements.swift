/// What an HTML element means for blocks; shared by pages and by HTML within Markdown.
package enum HTMLElement {
  case heading(level: Int)
  case paragraph
  case list(ordered: Bool)
  case listItem
  case row
  case cell
  case lineBreak
  case rule
  case mark(SourceText.Mark.Kind)
  /// Its content is no text of the document.
  case hidden
  case title
  case transparent

  package init(_ name: String, href: String? = nil) {
    switch name.lowercased() {
    case "h1", "h2", "h3", "h4", "h5", "h6": self = .heading(level: Int(name.suffix(1)) ?? 6)
    case "p", "div", "section", "article", "header", "footer", "main", "aside", "blockquote",
      "table", "tbody", "thead", "figure", "figcaption", "dl", "dt", "dd", "center", "pre",
      "address",
      "details", "summary", "body", "form", "fieldset":
      self = .paragraph
    case "ul", "menu": self = .list(ordered: false)
    case "ol": self = .list(ordered: true)
    case "li": self = .listItem
    case "tr": self = .row
    case "td", "th": self = .cell
    case "br": self = .lineBreak
    case "hr": self = .rule
    case "b", "strong": self = .mark(.strong)
    case "i", "em", "cite": self = .mark(.emphasis)
    case "u", "ins": self = .mark(.underline)
    case "a": self = href.map { .mark(.link($0)) } ?? .transparent
    // Links to the pages of a site are about the site.
    case "nav", "script", "style", "noscript", "template", "iframe", "svg", "button", "select",
      "textarea",
      "object", "math":
      self = .hidden
    case "title": self = .title
    default: self = .transparent
    }
  }
}
