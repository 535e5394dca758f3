import Testing

@testable import KGExport

@Suite struct DOTWriterTests {
  private let fonts = "Noto Sans CJK SC,Noto Sans,Helvetica,Arial,sans-serif"

  @Test("A drawing is written whole: defaults, kind by kind, then the lines")
  func wholeDrawing() {
    let drawing = Drawing(
      nodes: [
        Drawing.Node(
          id: "p:1", kind: .person, label: "余锋伟\nFengwei Yu", link: "https://a.example/1"),
        Drawing.Node(id: "o:1", kind: .organization, label: "Beihang University"),
        Drawing.Node(id: "p:2", kind: .person, label: "Ruihao Gong", tooltip: "13 joint papers"),
        Drawing.Node(id: "p:3", kind: .person, label: "Yu Liu"),
      ],
      edges: [
        Drawing.Edge(
          from: "p:1", to: "p:2", kind: .coauthorship, weight: 4, tooltip: "4 joint papers"),
        Drawing.Edge(from: "p:2", to: "p:3", kind: .coauthorship),
        Drawing.Edge(from: "p:1", to: "o:1", kind: .affiliation, label: "2011–2018"),
      ],
      focus: "p:1", caption: "Two coauthors")
    #expect(
      DOTWriter().text(of: drawing) == """
        graph network {
          graph [layout="neato", start="7", overlap="prism", overlap_scaling="-3", sep="+9,7", \
        splines="line", outputorder="edgesfirst", bgcolor="white", pad=0.3, charset="UTF-8", \
        label="Two coauthors", labelloc="b", fontname="\(fonts)", fontsize=11.0, \
        fontcolor="#5A6672"];
          node [fontname="\(fonts)", fontsize=11.0, margin="0.09,0.04", height=0.2, width=0.2, \
        penwidth=1.0];
          edge [fontname="\(fonts)", fontsize=9.0, fontcolor="#7A5A1E", color="#8A9BAE70", \
        arrowsize=0.6];
          node [shape="box", style="rounded,filled", fillcolor="#E1EDF8", color="#5B8DB8", \
        fontcolor="#16324F"];
          "p:1" [label="余锋伟\\nFengwei Yu", URL="https://a.example/1", target="_blank", \
        fontsize=20.0, fillcolor="#1F4E79", color="#123552", fontcolor="white", margin="0.2,0.1"];
          "p:2" [label="Ruihao Gong", tooltip="13 joint papers", fontsize=14.2];
          "p:3" [label="Yu Liu", fontsize=10.0, fillcolor="#F6F8FA", color="#C3CED9", \
        fontcolor="#51606F"];
          node [shape="box", style="filled", fillcolor="#FDF1DC", color="#D39A3A", \
        fontcolor="#5E3F0B"];
          "o:1" [label="Beihang University"];
          "p:1" -- "p:2" [tooltip="4 joint papers", penwidth=3.0, color="#2F6DA8B0", len=1.7];
          "p:2" -- "p:3" [penwidth=0.8, len=1.9];
          "p:1" -- "o:1" [headlabel="2011–2018", color="#D39A3AC0", style="dashed", len=3.2, \
        labeldistance=2.0, labelangle=20.0];
        }

        """)
  }

  @Test("One directed line makes the graph directed; the others lose their arrowheads")
  func directed() {
    let drawing = Drawing(
      nodes: [
        Drawing.Node(id: "a", kind: .person, label: "A"),
        Drawing.Node(id: "b", kind: .person, label: "B"),
      ],
      edges: [
        Drawing.Edge(from: "a", to: "b", kind: .relation, label: "advises", isDirected: true),
        Drawing.Edge(from: "a", to: "b", kind: .coauthorship),
      ])
    let text = DOTWriter().text(of: drawing)
    #expect(text.hasPrefix("digraph network {"))
    #expect(text.contains(#""a" -> "b" [label="advises", penwidth=0.8, len=1.8];"#))
    #expect(text.contains(#""a" -> "b" [penwidth=0.8, len=1.9, dir="none"];"#))
  }

  @Test("A line to a node that is not drawn is left out")
  func danglingEdge() {
    let drawing = Drawing(
      nodes: [Drawing.Node(id: "a", kind: .person, label: "A")],
      edges: [Drawing.Edge(from: "a", to: "ghost", kind: .coauthorship)])
    #expect(!DOTWriter().text(of: drawing).contains("ghost"))
  }

  @Test("Large drawings go to the multilevel engine")
  func largeDrawing() {
    let nodes = (0..<401).map { Drawing.Node(id: "\($0)", kind: .person, label: "\($0)") }
    #expect(DOTWriter().text(of: Drawing(nodes: nodes)).contains(#"layout="sfdp""#))
  }
}
