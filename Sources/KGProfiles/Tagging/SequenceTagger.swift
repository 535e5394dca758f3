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
    let (count, reach) = (model.labels.count, SequenceModel.reach)
    var sums = Array(
      repeating: Float(0), count: (features.count + 2 * reach) * count + SequenceModel.step)
    sums.withUnsafeMutableBufferPointer { sums in
      features.hashes.withUnsafeBufferPointer { hashes in
        guard let sums = sums.baseAddress else { return }
        for row in features.rows {
          let own = UnsafeBufferPointer(rebasing: hashes[row.features])
          if row.tokens.count == 1 {
            addWeights(of: own, to: sums + row.tokens.lowerBound * count)
          } else {
            addShared(own, of: row.tokens, to: sums)
          }
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
    _ hashes: UnsafeBufferPointer<UInt64>, of tokens: Range<Int>,
    to sums: UnsafeMutablePointer<Float>
  ) {
    let capacity = model.width + SequenceModel.step
    withUnsafeTemporaryAllocation(of: Float.self, capacity: capacity) { shared in
      shared.initialize(repeating: 0)
      guard let weights = shared.baseAddress else { return }
      addWeights(of: hashes, to: weights)
      for token in tokens {
        Self.add(weights, count: model.width, to: sums + token * model.labels.count)
      }
    }
  }

  private func addWeights(
    of hashes: UnsafeBufferPointer<UInt64>, to sums: UnsafeMutablePointer<Float>
  ) {
    model.weights.withUnsafeBufferPointer { all in
      guard let all = all.baseAddress else { return }
      for hash in hashes {
        guard let weights = model.weights(of: hash) else { continue }
        Self.add(
          all + weights.start, count: weights.places.count, to: sums + weights.places.lowerBound)
      }
    }
  }

  /// Adds some numbers to others, ``SequenceModel/step`` at a time; those after them are zeros.
  @inline(__always)
  private static func add(
    _ numbers: UnsafePointer<Float>, count: Int, to sums: UnsafeMutablePointer<Float>
  ) {
    let (numbers, sums) = (UnsafeRawPointer(numbers), UnsafeMutableRawPointer(sums))
    let end = count &* MemoryLayout<Float>.size
    var offset = 0
    while offset < end {
      let sum =
        sums.loadUnaligned(fromByteOffset: offset, as: SIMD4<Float>.self)
        + numbers.loadUnaligned(fromByteOffset: offset, as: SIMD4<Float>.self)
      sums.storeBytes(of: sum, toByteOffset: offset, as: SIMD4<Float>.self)
      offset &+= MemoryLayout<SIMD4<Float>>.size
    }
  }
}
