import Foundation

/// How drawings look: colours, shapes, sizes and layout, all in one place.
///
/// Nodes are boxes of text on a pale ground of the kind's colour; the focus is the one dark node. The
/// more papers a person has with the focus, the larger the name; people without a line to the focus are paler.
struct DrawingStyle: Sendable {
  /// Families in order of preference. A Han font comes first, so that Graphviz measures Han labels
  /// with the font that draws them.
  private static let fonts = "Noto Sans CJK SC,Noto Sans,Helvetica,Arial,sans-serif"

  /// Stress majorization takes quadratic time; larger drawings go to the multilevel engine.
  private static let maximumNodesOfNeato = 400

  var nodeDefaults: [DOTAttribute] {
    [
      DOTAttribute("fontname", Self.fonts), DOTAttribute("fontsize", 11),
      DOTAttribute("margin", "0.09,0.04"),
      DOTAttribute("height", 0.2), DOTAttribute("width", 0.2), DOTAttribute("penwidth", 1),
    ]
  }

  var edgeDefaults: [DOTAttribute] {
    [
      DOTAttribute("fontname", Self.fonts), DOTAttribute("fontsize", 9),
      DOTAttribute("fontcolor", "#7A5A1E"), DOTAttribute("color", "#8A9BAE70"),
      DOTAttribute("arrowsize", 0.6),
    ]
  }

  func graph(of drawing: Drawing) -> [DOTAttribute] {
    let isLarge = drawing.nodes.count > Self.maximumNodesOfNeato
    var attributes = [
      DOTAttribute("layout", isLarge ? "sfdp" : "neato"),
      // A fixed seed: the same drawing has the same layout each time.
      DOTAttribute("start", "7"),
      DOTAttribute("overlap", "prism"), DOTAttribute("overlap_scaling", "-3"),
      DOTAttribute("sep", "+9,7"),
      DOTAttribute("splines", "line"), DOTAttribute("outputorder", "edgesfirst"),
      DOTAttribute("bgcolor", "white"), DOTAttribute("pad", 0.3), DOTAttribute("charset", "UTF-8"),
    ]
    if let caption = drawing.caption {
      attributes += [
        DOTAttribute("label", label: caption), DOTAttribute("labelloc", "b"),
        DOTAttribute("fontname", Self.fonts), DOTAttribute("fontsize", 11),
        DOTAttribute("fontcolor", "#5A6672"),
      ]
    }
    return attributes
  }

  func attributes(of kind: Drawing.Kind) -> [DOTAttribute] {
    let look = NodeLook(kind)
    return [
      DOTAttribute("shape", look.shape), DOTAttribute("style", look.style),
      DOTAttribute("fillcolor", look.fill), DOTAttribute("color", look.line),
      DOTAttribute("fontcolor", look.text),
    ]
  }

  func attributes(of node: Drawing.Node, nearness: Nearness) -> [DOTAttribute] {
    var attributes = [DOTAttribute("label", label: LabelLines(node.label, kind: node.kind).text)]
    if let tooltip = node.tooltip { attributes.append(DOTAttribute("tooltip", label: tooltip)) }
    if let link = node.link.flatMap(DOTText.link) {
      attributes += [DOTAttribute("URL", link), DOTAttribute("target", "_blank")]
    }
    if nearness.isFocus(node.id) { return attributes + focus }
    guard node.kind == .person, let weight = nearness.weight(of: node.id) else { return attributes }
    return attributes + (weight == 0 ? distant : [DOTAttribute("fontsize", fontSize(weight))])
  }

  func attributes(of edge: Drawing.Edge, focus: String?) -> [DOTAttribute] {
    var attributes: [DOTAttribute] = []
    if let label = edge.label {
      // The years are printed at the organization, at the edge of the picture, where there is room.
      let place = edge.kind == .affiliation ? "headlabel" : "label"
      attributes.append(DOTAttribute(place, label: label))
    }
    if let tooltip = edge.tooltip { attributes.append(DOTAttribute("tooltip", label: tooltip)) }
    switch edge.kind {
    case .coauthorship:
      attributes.append(DOTAttribute("penwidth", penWidth(edge.weight)))
      let isAtFocus = edge.from == focus || edge.to == focus
      if isAtFocus { attributes.append(DOTAttribute("color", "#2F6DA8B0")) }
      // Strong ties pull closer; a line at the focus is longer, to leave room around it.
      let length = (isAtFocus ? 2.6 : 1.9) / (1 + 0.25 * log2(Double(edge.weight)))
      attributes.append(DOTAttribute("len", length))
    case .affiliation:
      attributes += [
        DOTAttribute("color", "#D39A3AC0"), DOTAttribute("style", "dashed"),
        DOTAttribute("len", 3.2),
        DOTAttribute("labeldistance", 2), DOTAttribute("labelangle", 20),
      ]
    case .relation:
      attributes += [DOTAttribute("penwidth", penWidth(edge.weight)), DOTAttribute("len", 1.8)]
    }
    return attributes
  }

  private let focus = [
    DOTAttribute("fontsize", 20), DOTAttribute("fillcolor", "#1F4E79"),
    DOTAttribute("color", "#123552"), DOTAttribute("fontcolor", "white"),
    DOTAttribute("margin", "0.2,0.1"),
  ]

  private let distant = [
    DOTAttribute("fontsize", 10), DOTAttribute("fillcolor", "#F6F8FA"),
    DOTAttribute("color", "#C3CED9"), DOTAttribute("fontcolor", "#51606F"),
  ]

  /// In points: 11 for one joint paper, growing with each doubling, 17 at most.
  private func fontSize(_ weight: Int) -> Double { min(17, 11 + 1.6 * log2(Double(weight))) }

  /// In points: each doubling of the weight adds as much as the first paper.
  private func penWidth(_ weight: Int) -> Double { min(7, 0.8 + 1.1 * log2(Double(weight))) }
}

/// Shape and colours of a kind of node.
private struct NodeLook {
  let shape: String
  let style: String
  let fill: String
  let line: String
  let text: String

  init(_ kind: Drawing.Kind) {
    switch kind {
    case .person: self.init("box", "rounded,filled", "#E1EDF8", "#5B8DB8", "#16324F")
    case .organization: self.init("box", "filled", "#FDF1DC", "#D39A3A", "#5E3F0B")
    case .paper: self.init("note", "filled", "#F4F4F1", "#9B9B8F", "#33332E")
    case .patent: self.init("component", "filled", "#F1EAF6", "#8E6BA8", "#3F2854")
    case .project: self.init("folder", "filled", "#E4F3E8", "#5E9E70", "#1E4A2C")
    case .venue: self.init("ellipse", "filled", "#E0F2F1", "#4C9A94", "#10423E")
    }
  }

  private init(_ shape: String, _ style: String, _ fill: String, _ line: String, _ text: String) {
    self.shape = shape
    self.style = style
    self.fill = fill
    self.line = line
    self.text = text
  }
}
