import Coverage
import Geometry
import Radio
import Territory

/// The sites and the band that measurements are held against.
struct MeasuredNetwork {
  /// Sites by group; one group where measurements do not name an operator.
  private let sites: [NetworkGroup: [Site]]
  /// Group of samples without an operator; nil where there may be none.
  private let only: NetworkGroup?
  /// Band that was measured.
  let band: String

  /// - Throws: the register's errors, DR-904 where the band is not told or no site has it.
  init(_ options: CalibrateCommand, _ books: Books) throws(UserError) {
    let table = try CSVTable(name: options.sites, bytes: InputFile.bytes(at: options.sites))
    let all = try SiteFile(
      configurations: books.bands.groupByConfiguration,
      crs: try CoordinateSystem(parsing: options.sitesCrs ?? "wgs84")
    ).sites(in: table)
    var sites = Dictionary(grouping: all, by: \.group)
    if let group = options.group { sites = sites.filter { $0.key == group } }
    func bands(_ sites: [Site]) -> Set<String> {
      Set(sites.flatMap(\.configurations).compactMap { books.bands.configuration($0)?.band })
    }
    let known = bands(sites.values.flatMap(\.self)).sorted()
    let given = options.band
    guard let band = given ?? (known.count == 1 ? known[0] : nil), known.contains(band) else {
      throw UserError(
        "DR-904", .usage, at: "--band",
        given.map { "no site has the band '\($0)'" } ?? "the sites have several bands or none",
        remedy: "say which band was measured, one of: \(known.joined(separator: ", "))")
    }
    self.band = band
    self.sites = sites.mapValues { own in own.filter { bands([$0]).contains(band) } }
      .filter { !$0.value.isEmpty }
    only = self.sites.count == 1 ? self.sites.keys.first : nil
  }

  /// The means of networks that there are sites of.
  ///
  /// - Throws: DR-905 where samples name no operator and there are sites of both groups.
  func means(
    _ means: [LocalMean], of measurements: MeasurementSet
  ) throws(UserError) -> [(mean: LocalMean, group: NetworkGroup)] {
    var wanted: [(mean: LocalMean, group: NetworkGroup)] = []
    for mean in means {
      if let group = try group(mean.network, measurements), sites[group] != nil {
        wanted.append((mean, group))
      }
    }
    return wanted
  }

  private func group(
    _ network: Int, _ measurements: MeasurementSet
  ) throws(UserError) -> NetworkGroup? {
    if network >= 0 { return NetworkGroup(rawValue: measurements.groupNames[network]) }
    guard let only else {
      throw UserError(
        "DR-905", .usage, at: "--group", "samples do not say whose network they are of",
        remedy: "give mobile or unicom, or a column of operators")
    }
    return only
  }

  /// Means beside what the strongest server is predicted to give there.
  func samples(
    _ means: [(mean: LocalMean, group: NetworkGroup)], _ morphologies: [Morphology?],
    _ books: Books, _ model: PredictionModel, threads: Int
  ) throws(UserError) -> (samples: [CalibrationSample], refusedCarriers: Int) {
    var predictions: [NetworkGroup: ServerPrediction] = [:]
    for (group, own) in sites {
      predictions[group] = try ServerPrediction(
        own, bands: books.bands, morphologies: books.morphologies,
        wanted: Set(morphologies.compactMap(\.self)), model: model, onlyBand: band)
    }
    let (known, band) = (predictions, band)
    let samples = ConcurrentMap.map(count: means.count, threads: threads) {
      index -> CalibrationSample? in
      guard let morphology = morphologies[index] else { return nil }
      let (mean, group) = means[index]
      let server = known[group]?.strongest(at: mean.plane, morphology)
      return CalibrationSample(
        group: CalibrationGroup(morphology: morphology, band: server?.band ?? band),
        cluster: mean.cluster, position: Albers.china.unproject(mean.plane), count: mean.count,
        measuredDBm: mean.levelDBm, isCensored: mean.isCensored,
        predictedDBm: server?.levelDBm ?? .nan, distanceMetres: server?.distanceMetres ?? .nan,
        leadDB: server?.leadDB ?? .nan)
    }
    return (samples.compactMap(\.self), predictions.values.reduce(0) { $0 + $1.refused })
  }
}
