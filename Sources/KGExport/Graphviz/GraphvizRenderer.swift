internal import CGraphviz
import Foundation
import Synchronization

/// Lays DOT text out and draws it, with the Graphviz library, in this process.
///
///     let svg = try GraphvizRenderer().render(dot: DOTWriter().text(of: drawing), as: .svg)
///
/// The engine is the one that the text names (`layout=neato`), else `dot` for small drawings and
/// `sfdp` for the rest. The same text gives the same bytes on one machine (but for the sixth decimal
/// of positions in a PDF, which Cairo does not always round the same way); another machine has other fonts,
/// and so other sizes. Only one rendering runs at a time, since Graphviz keeps global state.
package struct GraphvizRenderer: Sendable {
  /// `dot` takes minutes on a tangle of this many nodes.
  private static let maximumNodesOfDot: Int32 = 100

  package init() {}

  /// - Parameters:
  ///   - dot: One graph in DOT; what follows it is ignored.
  ///   - format: What to write.
  /// - Returns: The file's bytes, without dates and versions in them.
  /// - Throws: ``RenderError`` when the text is not DOT, or the library cannot do it.
  package func render(dot: String, as format: PictureFormat) throws(RenderError) -> [UInt8] {
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

/// The only owner of the library. Its state is global, so one lock guards all of it.
private let graphviz = Mutex(GraphvizLibrary())

private struct GraphvizLibrary {
  /// Loaded at the first picture: the library and its plugins take some milliseconds, which a question
  /// should not wait for.
  private var session: GraphvizSession?

  mutating func render(_ dot: String, as format: PictureFormat) throws(RenderError) -> [UInt8] {
    let session =
      if let opened = self.session { opened } else { try GraphvizSession() }
    self.session = session
    return try session.render(dot, as: format)
  }
}

/// The library, loaded, and its context.
private struct GraphvizSession {
  private let graphviz: kg_graphviz_functions
  private let context: OpaquePointer

  init() throws(RenderError) {
    var reason: UnsafePointer<CChar>?
    guard let functions = kg_graphviz_load(&reason)?.pointee else {
      throw .unavailable(message: reason.map { String(cString: $0) } ?? "no reason given")
    }
    GraphvizMessages.collect(from: functions)
    guard let context = functions.gvContext() else {
      throw .unavailable(message: GraphvizMessages.text)
    }
    graphviz = functions
    self.context = context
  }

  func render(_ dot: String, as format: PictureFormat) throws(RenderError) -> [UInt8] {
    GraphvizMessages.clear()
    guard let graph = graphviz.agmemread(dot) else { throw GraphvizMessages.syntaxError() }
    defer { _ = graphviz.agclose(graph) }
    discardRemainingText()
    let engine = engine(of: graph)
    guard graphviz.gvLayout(context, graph, engine) == 0 else {
      throw .layout(engine: engine, message: GraphvizMessages.text)
    }
    defer { _ = graphviz.gvFreeLayout(context, graph) }
    return try draw(graph, as: format)
  }

  /// The parser keeps the text after a graph, even a line feed, and would begin the next graph with it;
  /// an empty text makes it consume the rest.
  private func discardRemainingText() {
    while let another = graphviz.agmemread("") { _ = graphviz.agclose(another) }
    graphviz.agsetfile(nil)  // the count of lines
    GraphvizMessages.clear()
  }

  private func engine(of graph: UnsafeMutablePointer<Agraph_t>) -> String {
    // agget does not change the name, though its parameter is not const.
    let named = "layout".withCString { name in
      graphviz.agget(graph, UnsafeMutablePointer(mutating: name)).map { String(cString: $0) }
    }
    if let named, !named.isEmpty { return named }
    return GraphvizRenderer.defaultEngine(nodeCount: graphviz.agnnodes(graph))
  }

  private func draw(
    _ graph: UnsafeMutablePointer<Agraph_t>, as format: PictureFormat
  ) throws(RenderError) -> [UInt8] {
    var data: UnsafeMutablePointer<CChar>?
    var length: UInt32 = 0
    let status = graphviz.gvRenderData(context, graph, format.rawValue, &data, &length)
    guard status == 0, let data else {
      throw .format(format, message: GraphvizMessages.text)
    }
    defer { graphviz.gvFreeRenderData(data) }
    return Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
  }
}
