import Coverage
import Radio
import Territory
import TestSupport
import Testing

/// Contours of the bundled books against the probabilities that they stand for.
@Suite struct ServiceContourTests {
  private func reaches() throws -> [(CoverageLayer, ServiceContour, ServiceProbability)] {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let standard = try StandardBook.read(path: geodata.path("books/standards/deep-coverage.yaml"))
    let layers = Assessment(standard, kind: .city).layers
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    let morphologies = try MorphologyBook.read(path: geodata.path("books/morphologies.yaml"))
    let book = try ReachBook(bands: bands, morphologies: morphologies, layers: layers)
    return bands.configurations.flatMap { configuration in
      Morphology.allCases.flatMap { morphology in
        guard let reach = book.reach(configuration.name, morphology), let carrier = reach.carrier
        else { return [(CoverageLayer, ServiceContour, ServiceProbability)]() }
        return layers.indices.map { (layers[$0], reach.contours[$0], carrier.services[$0]) }
      }
    }
  }

  /// A contour is where the probability is met for the last time: with the book's antennas there is
  /// no hole inside, not even under the mast.
  @Test func noBundledContourHidesAHole() throws {
    let all = try reaches()
    #expect(all.count >= 40)
    for (layer, contour, service) in all {
      let pattern = try #require(service.pattern)
      for angle in [0.0, 30, 60, 120, 180] {
        let loss = min(pattern.horizontalLossDB(degrees: angle), pattern.mostDB)
        let radius = service.coverageRadiusMetres(
          probability: layer.pointProbability, horizontalLossDB: loss)
        for distance in stride(from: 0.0, to: radius, by: 5) {
          #expect(
            service.probability(atMetres: distance, horizontalLossDB: loss)
              >= layer.pointProbability)
        }
        // Between the angles that a contour keeps it is straight: within a hundredth, or a metre.
        #expect(
          abs(contour.radiusMetres(offBoresightDegrees: angle) - radius) <= max(1, radius / 100))
      }
    }
  }
}
