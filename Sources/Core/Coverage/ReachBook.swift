public import Territory

/// How far each antenna configuration serves each layer, by morphology.
///
/// With one model, one height and no terrain the probability of service falls with distance, so a
/// layer is a disc: its radius is where the probability meets the layer's.
public struct ReachBook: Sendable {
  private struct Key: Hashable, Sendable {
    let configuration: String
    let morphology: Morphology
    let layer: CoverageLayer
  }

  private let radii: [Key: Double]

  /// Tabulates the radii of the configurations for every layer of the assessments.
  ///
  /// - Parameter radiusMetres: radius of one configuration, morphology and layer.
  public init(
    configurations: [String], layers: [CoverageLayer],
    radiusMetres: (String, Morphology, CoverageLayer) throws -> Double
  ) rethrows {
    var radii: [Key: Double] = [:]
    for configuration in configurations {
      for morphology in Morphology.allCases {
        for layer in layers {
          let key = Key(configuration: configuration, morphology: morphology, layer: layer)
          if radii[key] == nil {
            radii[key] = try radiusMetres(configuration, morphology, layer)
          }
        }
      }
    }
    self.radii = radii
  }

  /// Radius by layer; 0 where the configuration serves nothing, or is not in the book.
  public func radiiMetres(
    _ configuration: String, _ morphology: Morphology, _ layers: [CoverageLayer]
  ) -> [Double] {
    layers.map {
      radii[Key(configuration: configuration, morphology: morphology, layer: $0)] ?? 0
    }
  }

  /// The largest radius of any configuration in a morphology.
  public func widestMetres(_ morphology: Morphology, _ layers: [CoverageLayer]) -> Double {
    radii.lazy.filter { $0.key.morphology == morphology && layers.contains($0.key.layer) }
      .map(\.value).max() ?? 0
  }
}
