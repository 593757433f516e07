public import Geometry
public import Territory

/// Gates and weights of readiness.
public struct ReadinessBook: Codable, Sendable {
  /// Hard conditions.
  public struct Gates: Codable, Sendable {
    /// Longest fibre route of a link on the way to a place that has 5G.
    public let backhaulKilometres: Figure
    /// 1 takes power as available where nothing is known, 0 does not.
    public let powerAvailable: Figure
    /// 1 asks for a commitment of the local government that is known and given, 0 does not ask.
    public let localCommitment: Figure

    /// Gates.
    public init(backhaulKilometres: Figure, powerAvailable: Figure, localCommitment: Figure) {
      self.backhaulKilometres = backhaulKilometres
      self.powerAvailable = powerAvailable
      self.localCommitment = localCommitment
    }
  }

  /// What must hold.
  public let gates: Gates
  /// Length of a fibre route over the straight line.
  public let routeDetour: Figure
  /// What counts how much, in any scale: weights of known signals are scaled to 1.
  public let weights: ReadinessWeights
  /// From what figures on a signal is full.
  public let fullScores: FullScores

  /// A book.
  public init(
    gates: Gates, routeDetour: Figure, weights: ReadinessWeights, fullScores: FullScores
  ) {
    self.gates = gates
    self.routeDetour = routeDetour
    self.weights = weights
    self.fullScores = fullScores
  }

  /// Reads the book.
  ///
  /// - Throws: the reader's errors, DR-587 for a figure out of range or weights that are all 0.
  public static func read(
    path: String, changes: [FigureChange] = []
  ) throws(UserError) -> ReadinessBook {
    let book = try BookReader.read(ReadinessBook.self, path: path, changes: changes)
    try book.check(at: path)
    return book
  }

  private func check(at path: String) throws(UserError) {
    var ranges: [(key: String, figure: Figure, range: ClosedRange<Double>)] = [
      ("gates.backhaulKilometres", gates.backhaulKilometres, 0...10_000),
      ("routeDetour", routeDetour, 1...10),
    ]
    for signal in ReadinessSignal.allCases {
      ranges.append(("weights, \(signal.rawValue)", weights[signal], 0...1e6))
    }
    ranges += fullScores.named.map { ("fullScores.\($0.key)", $0.figure, 1e-6...1e12) }
    for (key, figure, range) in ranges where !range.contains(figure.value) {
      throw UserError(
        "DR-587", .badData, at: "\(path): \(key)", "the figure is \(figure.value)",
        remedy: "give \(range.lowerBound) to \(range.upperBound) \(figure.unit)")
    }
    for (key, figure) in [
      ("gates.powerAvailable", gates.powerAvailable),
      ("gates.localCommitment", gates.localCommitment),
    ] where figure.value != 0 && figure.value != 1 {
      throw UserError(
        "DR-587", .badData, at: "\(path): \(key)", "the figure is \(figure.value)",
        remedy: "give 0 or 1")
    }
    guard ReadinessSignal.allCases.contains(where: { weights[$0].value > 0 }) else {
      throw UserError(
        "DR-587", .badData, at: "\(path): weights", "every weight is 0",
        remedy: "give at least one signal a weight")
    }
  }
}
