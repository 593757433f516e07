import Radio
public import Territory

/// How far each antenna configuration serves each layer, by morphology and height.
///
/// With one model and no terrain the probability of service falls with distance, so a layer is the inside
/// of a contour round the site: its radius in a direction is where the probability meets the layer's.
public struct ReachBook: Sendable {
  /// What a reach depends on.
  public struct Key: Hashable, Sendable {
    /// Name of the configuration.
    public let configuration: String
    /// Where it stands.
    public let morphology: Morphology
    /// Antennas above ground, whole metres; nil for the morphology's own height.
    public let heightMetres: Int?

    /// A key.
    public init(configuration: String, morphology: Morphology, heightMetres: Int?) {
      self.configuration = configuration
      self.morphology = morphology
      self.heightMetres = heightMetres
    }
  }

  /// Layers of the contours, in their order.
  public let layers: [CoverageLayer]
  private let reaches: [Key: StationReach]
  /// Keys whose height every model refuses.
  private let refused: Set<Key>
  private let widest: [Morphology: [Double]]

  /// Heights are rounded to whole metres: so many reaches there are.
  public static func rounded(heightMetres: Double) -> Int { Int(heightMetres.rounded()) }

  /// Reaches by key; the contours of each follow the layers.
  ///
  /// - Parameter refused: keys whose height every model refuses: a station there serves nothing that
  ///   is known.
  public init(
    layers: [CoverageLayer], reaches: [Key: StationReach], refused: Set<Key> = []
  ) {
    self.layers = layers
    self.reaches = reaches
    self.refused = refused
    var widest: [Morphology: [Double]] = [:]
    for (key, reach) in reaches {
      var largest = widest[key.morphology] ?? layers.map { _ in 0 }
      for (index, contour) in reach.contours.enumerated() {
        largest[index] = max(largest[index], contour.widestMetres)
      }
      widest[key.morphology] = largest
    }
    self.widest = widest
  }

  /// Discs: one radius for each configuration, morphology and layer, at every height.
  public init(
    configurations: [String], layers: [CoverageLayer],
    radiusMetres: (String, Morphology, CoverageLayer) throws -> Double
  ) rethrows {
    var reaches: [Key: StationReach] = [:]
    for configuration in configurations {
      for morphology in Morphology.allCases {
        let key = Key(configuration: configuration, morphology: morphology, heightMetres: nil)
        reaches[key] = StationReach(
          pattern: .element,
          contours: try layers.map {
            ServiceContour(radiusMetres: try radiusMetres(configuration, morphology, $0))
          })
      }
    }
    self.init(layers: layers, reaches: reaches)
  }

  /// The same with contours for some of the book's layers, in their order; layers that are not in the
  /// book are a mistake of the program, and are left out.
  public func reach(
    _ configuration: String, _ morphology: Morphology, heightMetres: Double?,
    layers wanted: [CoverageLayer]
  ) -> StationReach? {
    let indices = wanted.compactMap { layers.firstIndex(of: $0) }
    return reach(configuration, morphology, heightMetres: heightMetres)?.selecting(indices)
  }

  /// The reach of a configuration; at a height that is not in the book, that of the morphology's own
  /// height; nil for a configuration that is not in the book, or a height that every model refuses.
  public func reach(
    _ configuration: String, _ morphology: Morphology, heightMetres: Double? = nil
  ) -> StationReach? {
    if let heightMetres {
      let key = Key(
        configuration: configuration, morphology: morphology,
        heightMetres: Self.rounded(heightMetres: heightMetres))
      if let exact = reaches[key] { return exact }
      if refused.contains(key) { return nil }
    }
    return reaches[Key(configuration: configuration, morphology: morphology, heightMetres: nil)]
  }

  /// Largest radius by layer; 0 where the configuration serves nothing, or is not in the book.
  public func radiiMetres(
    _ configuration: String, _ morphology: Morphology, _ layers: [CoverageLayer]
  ) -> [Double] {
    let contours = reach(configuration, morphology)?.contours
    return layers.map { layer in
      self.layers.firstIndex(of: layer).flatMap { contours?[$0].widestMetres } ?? 0
    }
  }

  /// The largest radius of any configuration in a morphology.
  public func widestMetres(_ morphology: Morphology, _ layers: [CoverageLayer]) -> Double {
    let largest = widest[morphology] ?? []
    return self.layers.indices.filter { layers.contains(self.layers[$0]) && $0 < largest.count }
      .map { largest[$0] }.max() ?? 0
  }
}
