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
    // The best score of a path that ends with each label of each token.
    var best = stateScores(of: features)
    for token in best.indices.dropFirst() { best[token] += scores(after: best[token - 1]) }
    return path(through: best)
  }

  /// The best score of a path from the labels of a token to each label of the next one, without the scores of that one.
  private func scores(after before: SIMD16<Float>) -> SIMD16<Float> {
    var best = SIMD16<Float>(repeating: -.infinity)
    for label in model.labels.indices {
      let scores = model.transitions[label] + before[label]
      best.replace(with: scores, where: scores .> best)
    }
    return best
  }

  /// The labels of the best path, found backwards from its end. Of equal paths the one with the earlier label.
  private func path(through best: [SIMD16<Float>]) -> [Int] {
    var labels = Array(repeating: 0, count: best.count)
    for token in best.indices.reversed() {
      let own = best[token]
      if token + 1 < best.count {
        let next = labels[token + 1]
        labels[token] = firstBest { model.transitions[$0][next] + own[$0] }
      } else {
        labels[token] = firstBest { own[$0] }
      }
    }
    return labels
  }

  /// The first of the labels with the highest score.
  private func firstBest(_ score: (Int) -> Float) -> Int {
    var first = 0
    for label in model.labels.indices.dropFirst() where score(label) > score(first) {
      first = label
    }
    return first
  }

  /// The sum of the weights of each token's features for each label.
  ///
  /// The weights of a feature for the tokens near its own are next to one another, as the sums of these tokens
  /// are; beyond both ends of the sequence are sums that nobody reads.
  private func stateScores(of features: SequenceFeatures) -> [SIMD16<Float>] {
    let reach = SequenceModel.reach
    var sums = Array(repeating: SIMD16<Float>(), count: features.count + 2 * reach)
    sums.withUnsafeMutableBufferPointer { sums in
      features.hashes.withUnsafeBufferPointer { hashes in
        for row in features.rows {
          let own = UnsafeBufferPointer(rebasing: hashes[row.features])
          if row.tokens.count == 1 {
            addWeights(of: own, to: sums, at: row.tokens.lowerBound)
          } else {
            addShared(own, of: row.tokens, to: sums)
          }
        }
      }
    }
    return Array(sums[reach..<reach + features.count])
  }

  /// Adds up the weights of features that several tokens have, once, and adds the sum for each of them.
  private func addShared(
    _ hashes: UnsafeBufferPointer<UInt64>, of tokens: Range<Int>,
    to sums: UnsafeMutableBufferPointer<SIMD16<Float>>
  ) {
    let width = 2 * SequenceModel.reach + 1
    withUnsafeTemporaryAllocation(of: SIMD16<Float>.self, capacity: width) { shared in
      shared.initialize(repeating: SIMD16())
      addWeights(of: hashes, to: shared, at: 0)
      for token in tokens {
        for place in 0..<width { sums[token &+ place] += shared[place] }
      }
    }
  }

  /// - Parameter start: The place of the sum for the first of the tokens that count.
  private func addWeights(
    of hashes: UnsafeBufferPointer<UInt64>, to sums: UnsafeMutableBufferPointer<SIMD16<Float>>,
    at start: Int
  ) {
    model.weights.withUnsafeBufferPointer { all in
      for hash in hashes {
        guard let weights = model.weights(of: hash) else { continue }
        let (target, source) = (start &+ weights.tokens.lowerBound, weights.start)
        for token in 0..<weights.tokens.count { sums[target &+ token] += all[source &+ token] }
      }
    }
  }
}
