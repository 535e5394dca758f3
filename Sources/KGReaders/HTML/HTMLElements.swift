package import KGText

/// What an HTML element means for blocks; shared by pages and by HTML within Markdown.
package enum HTMLElement {
  case heading(level: Int)
  case paragraph
  case list(ordered: Bool)
  case listItem
  case row
  case cell
  /// `dt` and `dd`: a term and what is said of it make a row.
  case term
  case definition
  case lineBreak
  case rule
  case mark(SourceText.Mark.Kind)
  /// Its content is no text of the document.
  case hidden
  case title
  case transparent

  /// - Parameter classes: Its classes, of which some say that it is a title.
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
    // Of the pages that many researchers copy from one another.
    case "heading": self = .heading(level: 2)
    case "name": self = .heading(level: 1)
    case "papertitle": self = .mark(.strong)
    case "br": self = .lineBreak
    case "hr": self = .rule
    case "b", "strong": self = .mark(.strong)
    case "i", "em", "cite": self = .mark(.emphasis)
    case "u", "ins": self = .mark(.underline)
    case "a":
      let isPersonal = href.map(PersonalData.isPersonalLink) ?? true
      self = isPersonal ? .transparent : .mark(.link(href ?? ""))
    // Links to the pages of a site are about the site.
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
