/// Labels the tokens of a sequence with the labelling of the highest score (Viterbi's algorithm).
struct SequenceTagger: Sendable {
  let model: SequenceModel

  init(_ model: SequenceModel) {
    self.model = model
  }

  /// The number of each token's label.
  func labels(of tokens: [TokenFeatures]) -> [Int] {
    let count = model.labels.count
    guard !tokens.isEmpty, count > 0 else { return [] }
    let scores = stateScores(of: tokens)
    var best = Array(scores[0..<count])
    var origins = Array(repeating: 0, count: tokens.count * count)
    origins.withUnsafeMutableBufferPointer { origins in
      scores.withUnsafeBufferPointer { scores in
        for token in 1..<max(tokens.count, 1) {
          let places = token * count..<(token + 1) * count
          best = step(from: best, scores[places], &origins[places])
        }
      }
    }
    return path(endingAt: best, origins)
  }

  /// The best score of a path to each label of a token.
  ///
  /// - Parameters:
  ///   - before: The same of the token before.
  ///   - scores: The token's own scores.
  ///   - origins: Where the label before on the best path to each label goes.
  private func step(
    from before: [Float], _ scores: Slice<UnsafeBufferPointer<Float>>,
    _ origins: inout Slice<UnsafeMutableBufferPointer<Int>>
  ) -> [Float] {
    let count = before.count
    return model.transitions.withUnsafeBufferPointer { transitions in
      before.withUnsafeBufferPointer { before in
        [Float](unsafeUninitializedCapacity: count) { best, filled in
          for label in 0..<count {
            var (top, origin) = (-Float.infinity, 0)
            for previous in 0..<count {
              let score = before[previous] + transitions[previous * count + label]
              if score > top { (top, origin) = (score, previous) }
            }
            best[label] = top + scores[scores.startIndex + label]
            origins[origins.startIndex + label] = origin
          }
          filled = count
        }
      }
    }
  }

  private func path(endingAt best: [Float], _ origins: [Int]) -> [Int] {
    let count = best.count
    var label = best.indices.max { best[$0] < best[$1] } ?? 0
    var labels = Array(repeating: label, count: origins.count / count)
    for token in labels.indices.reversed() {
      labels[token] = label
      label = origins[token * count + label]
    }
    return labels
  }

  /// The sum of the weights of each token's features for each label: `[token * labels.count + label]`.
  ///
  /// The weights of a feature for the tokens near its own are next to one another, as the sums of these tokens
  /// are; beyond both ends of the sequence are sums that nobody reads.
  private func stateScores(of tokens: [TokenFeatures]) -> [Float] {
    let (count, reach) = (model.labels.count, SequenceModel.reach)
    var sums = Array(repeating: Float(0), count: (tokens.count + 2 * reach) * count)
    sums.withUnsafeMutableBufferPointer { sums in
      model.weights.withUnsafeBufferPointer { weights in
        for (place, token) in tokens.enumerated() {
          let start = place * count
          for hash in token.hashes {
            guard let (first, used) = model.weights(of: hash) else { continue }
            for index in used { sums[start &+ index] += weights[first &+ index] }
          }
        }
      }
    }
    return Array(sums[reach * count..<(reach + tokens.count) * count])
  }
}
