/// Labels the tokens of a sequence with the labelling of the highest score (Viterbi's algorithm).
struct SequenceTagger: Sendable {
  let model: SequenceModel

  init(_ model: SequenceModel) {
    self.model = model
  }

  /// The number of each token's label.
  func labels(of features: SequenceFeatures) -> [Int] {
    let count = model.labels.count
    guard features.count > 0, count > 0 else { return [] }
    let scores = stateScores(of: features)
    var best = scores[0]
    var origins = [SIMD16<Int32>()]
    origins.reserveCapacity(scores.count)
    for own in scores.dropFirst() {
      let (top, origin) = step(from: best)
      best = top + own
      origins.append(origin)
    }
    return path(endingAt: best, origins)
  }

  /// The best score of a path from the labels of a token to each label of the next one, without the scores of that
  /// one, and the label before on this path.
  private func step(from before: SIMD16<Float>) -> (scores: SIMD16<Float>, origins: SIMD16<Int32>) {
    var best = SIMD16<Float>(repeating: -.infinity)
    var origins = SIMD16<Int32>()
    for label in model.labels.indices {
      let scores = model.transitions[label] + before[label]
      let isBetter = scores .> best
      best.replace(with: scores, where: isBetter)
      origins.replace(with: Int32(label), where: isBetter)
    }
    return (best, origins)
  }

  private func path(endingAt best: SIMD16<Float>, _ origins: [SIMD16<Int32>]) -> [Int] {
    var label = model.labels.indices.max { best[$0] < best[$1] } ?? 0
    var labels = Array(repeating: label, count: origins.count)
    for token in labels.indices.reversed() {
      labels[token] = label
      label = Int(origins[token][label])
    }
    return labels
  }

  /// The sum of the weights of each token's features for each label.
  ///
  /// The weights of a feature for the tokens near its own are next to one another, as the sums of these tokens
  /// are; beyond both ends of the sequence are sums that nobody reads.
  private func stateScores(of features: SequenceFeatures) -> [SIMD16<Float>] {
    let (count, reach) = (model.labels.count, SequenceModel.reach)
    var sums = Array(repeating: Float(0), count: (features.count + 2 * reach) * count)
    sums.withUnsafeMutableBufferPointer { sums in
      for row in features.rows {
        let hashes = features.hashes[row.features]
        if row.tokens.count == 1 {
          addWeights(of: hashes, to: sums, at: row.tokens.lowerBound * count)
        } else {
          addShared(hashes, of: row.tokens, to: sums)
        }
      }
    }
    return (reach..<reach + features.count).map { token in
      var scores = SIMD16<Float>()
      for label in 0..<count { scores[label] = sums[token * count + label] }
      return scores
    }
  }

  /// Adds up the weights of features that several tokens have, once, and adds the sum for each of them.
  private func addShared(
    _ hashes: ArraySlice<UInt64>, of tokens: Range<Int>, to sums: UnsafeMutableBufferPointer<Float>
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: model.width) { shared in
      shared.initialize(repeating: 0)
      addWeights(of: hashes, to: shared, at: 0)
      for token in tokens {
        let start = token * model.labels.count
        for place in shared.indices { sums[start &+ place] += shared[place] }
      }
    }
  }

  private func addWeights(
    of hashes: ArraySlice<UInt64>, to sums: UnsafeMutableBufferPointer<Float>, at start: Int
  ) {
    model.weights.withUnsafeBufferPointer { all in
      for hash in hashes {
        guard let weights = model.weights(of: hash) else { continue }
        let (target, source) = (start &+ weights.places.lowerBound, weights.start)
        for place in 0..<weights.places.count {
          sums[target &+ place] += all[source &+ place]
        }
      }
    }
  }
}
