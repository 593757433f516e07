/// Morphology of a settlement from its kind and residents, where nothing better is known: judgement.
public struct MorphologyRule: Sendable {
  /// Residents from which a city counts as densely built.
  public static let denseUrbanResidents = 3_000_000

  /// The morphology: cities dense urban or urban, county seats suburban, town seats town.
  public static func morphology(_ kind: SettlementKind, population: Int) -> Morphology {
    switch kind {
    case .city: population >= denseUrbanResidents ? .denseUrban : .urban
    case .countySeat: .suburban
    case .townSeat: .town
    }
  }
}
