internal import CGraphviz
import Foundation
import Synchronization

/// Lays DOT text out and draws it, with the Graphviz library, in this process.
///
///     let svg = try GraphvizRenderer().render(dot: DOTWriter().text(of: drawing), as: .svg)
///
/// The engine is the one that the text names (`layout=neato`), else `dot` for small drawings and
/// `sfdp` for the rest. The same text gives the same bytes on one machine (but for the sixth decimal
/// of positions in a PDF, which Cairo rounds now up, now down); another machine has other fonts, and
/// therefore other boxes. Renderings wait for each other: Graphviz keeps global state.
public struct GraphvizRenderer: Sendable {
  /// `dot` takes minutes on a tangle of this many nodes.
  private static let maximumNodesOfDot: Int32 = 100

  public init() {}

  /// - Parameters:
  ///   - dot: One graph in DOT; what follows it is ignored.
  ///   - format: What to write.
  /// - Returns: The file's bytes, without dates and versions in them.
  /// - Throws: ``RenderError`` when the text is not DOT, or the library cannot do it.
  public func render(dot: String, as format: PictureFormat) throws(RenderError) -> [UInt8] {
    let result: Result<[UInt8], RenderError> = graphviz.withLock { library in
      do throws(RenderError) {
        return .success(try library.render(dot, as: format))
      } catch {
        return .failure(error)
      }
    }
    return StablePicture.bytes(try result.get(), of: format)
  }

  fileprivate static func defaultEngine(nodeCount: Int32) -> String {
    nodeCount > maximumNodesOfDot ? "sfdp" : "dot"
  }
}

/// The library's only owner: its state is global, so one lock guards all of it.
private let graphviz = Mutex(GraphvizLibrary())

private struct GraphvizLibrary {
  /// Made at the first picture, as loading the plugins takes some milliseconds.
  private var context: OpaquePointer?

  mutating func render(_ dot: String, as format: PictureFormat) throws(RenderError) -> [UInt8] {
    guard let context = start() else { throw .unavailable }
    GraphvizMessages.clear()
    guard let graph = agmemread(dot) else { throw GraphvizMessages.syntaxError() }
    defer { agclose(graph) }
    forgetRest()
    let engine = engine(of: graph)
    guard gvLayout(context, graph, engine) == 0 else {
      throw .layout(engine: engine, message: GraphvizMessages.text)
    }
    defer { gvFreeLayout(context, graph) }
    return try draw(graph, in: context, as: format)
  }

  /// The parser keeps what stands behind a graph, be it a line feed, and would begin the next text
  /// with it; an empty text makes it read that up.
  private func forgetRest() {
    while let another = agmemread("") { agclose(another) }
    agsetfile(nil)  // the count of lines
    GraphvizMessages.clear()
  }

  private mutating func start() -> OpaquePointer? {
    if context == nil {
      GraphvizMessages.collect()
      context = gvContext()
    }
    return context
  }

  private func engine(of graph: UnsafeMutablePointer<Agraph_t>) -> String {
    if let named = kg_graph_attribute(graph, "layout").map({ String(cString: $0) }), !named.isEmpty
    {
      return named
    }
    return GraphvizRenderer.defaultEngine(nodeCount: agnnodes(graph))
  }

  private func draw(
    _ graph: UnsafeMutablePointer<Agraph_t>, in context: OpaquePointer, as format: PictureFormat
  ) throws(RenderError) -> [UInt8] {
    var data: UnsafeMutablePointer<CChar>?
    var length: UInt32 = 0
    let status = gvRenderData(context, graph, format.rawValue, &data, &length)
    guard status == 0, let data else {
      throw .format(format, message: GraphvizMessages.text)
    }
    defer { gvFreeRenderData(data) }
    return Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
  }
}
