import Foundation
import KGRDF
@main struct KGBench {
  static func main() throws {
    let path = CommandLine.arguments[1]
    let fd = open(path, O_RDONLY)
    let start = ContinuousClock.now
    var chunks = LineChunks { buffer in read(fd, buffer.baseAddress, buffer.count) }
    var n = 0, t = 0
    while let run = try chunks.next() {
      let c = try NQuadsChunk(run, hasGraphs: false)
      n += c.lines.count; t += c.terms.count
    }
    print(n, t, ContinuousClock.now - start)
  }
}
