public import Territory

/// What a criterion measures.
public enum CriterionKind: String, Codable, CaseIterable, Sendable {
  /// There is a station, or its signal, at the place.
  case reach
  /// Share of the area served outdoors.
  case outdoorShare = "outdoor-share"
  /// Share of residents served inside buildings.
  case indoorShare = "indoor-share"
  /// Stations per 10 000 residents, all operators together.
  case stationsPer10k = "stations-per-10k"
  /// Share of the area where the strongest carrier has an SS-SINR, under load.
  case sinrShare = "sinr-share"
  /// Capacity over the demand of the busy hour.
  case leadRatio = "lead-ratio"

  /// Whether what is measured is a share of 0 to 1.
  var isShare: Bool {
    switch self {
    case .outdoorShare, .indoorShare, .sinrShare: true
    case .reach, .stationsPer10k, .leadRatio: false
    }
  }
}

/// One criterion of a standard.
public struct Criterion: Codable, Hashable, Sendable {
  /// What is measured.
  public let criterion: CriterionKind
  /// What must be reached, in the criterion's unit.
  public let threshold: Figure
  /// SS-RSRP that counts as service; shares only.
  public let rsrpDBm: Figure?
  /// Probability that a cell needs to count as served; shares only.
  public let pointProbability: Figure?
  /// Rate in Mbit/s that the uplink has to carry as well; nil for none.
  public let uplinkMbps: Figure?
  /// SS-SINR that counts; `sinr-share` only.
  public let sinrDB: Figure?

  /// A criterion.
  public init(
    criterion: CriterionKind, threshold: Figure, rsrpDBm: Figure?, pointProbability: Figure?,
    uplinkMbps: Figure? = nil, sinrDB: Figure? = nil
  ) {
    self.criterion = criterion
    self.threshold = threshold
    self.rsrpDBm = rsrpDBm
    self.pointProbability = pointProbability
    self.uplinkMbps = uplinkMbps
    self.sinrDB = sinrDB
  }

  /// The layer that a share is measured on.
  public var layer: CoverageLayer? {
    guard let rsrpDBm, let pointProbability else { return nil }
    func layer(_ place: CoverageLayer.Place) -> CoverageLayer {
      CoverageLayer(
        place: place, thresholdDBm: rsrpDBm.value, pointProbability: pointProbability.value,
        uplinkMbps: uplinkMbps?.value)
    }
    switch criterion {
    case .outdoorShare: return layer(.outdoor)
    case .indoorShare: return layer(.indoor)
    case .reach, .stationsPer10k, .sinrShare, .leadRatio: return nil
    }
  }
}

/// A status and the criteria that give it.
public struct StatusRule: Codable, Hashable, Sendable {
  /// Status that the criteria give.
  public let status: CoverageStatus
  /// All must hold.
  public let criteria: [Criterion]

  /// A rule.
  public init(status: CoverageStatus, criteria: [Criterion]) {
    self.status = status
    self.criteria = criteria
  }
}

/// A named set of criteria for each kind of settlement.
public struct Standard: Codable, Hashable, Sendable {
  /// Name on the command line.
  public let name: String
  /// Title in Chinese.
  public let titleChinese: String
  /// Title in English.
  public let titleEnglish: String
  /// What the statuses mean, and what is not judged.
  public let description: String
  /// Where the standard comes from.
  public let source: String
  /// Rules for cities at prefecture level and above, rising.
  public let city: [StatusRule]
  /// Rules for county seats, rising.
  public let countySeat: [StatusRule]
  /// Rules for town seats, rising.
  public let townSeat: [StatusRule]
  /// What is asked of key places, beside the statuses; nil for nothing.
  public let keyPlaces: PointRule?
  /// What is asked of roads, railways and other lines, beside the statuses; nil for nothing.
  public let lines: PointRule?

  /// A standard; the rules of each kind of settlement must rise.
  public init(
    name: String, titleChinese: String, titleEnglish: String, description: String,
    source: String, city: [StatusRule], countySeat: [StatusRule], townSeat: [StatusRule],
    keyPlaces: PointRule? = nil, lines: PointRule? = nil
  ) {
    self.name = name
    self.titleChinese = titleChinese
    self.titleEnglish = titleEnglish
    self.description = description
    self.source = source
    self.city = city
    self.countySeat = countySeat
    self.townSeat = townSeat
    self.keyPlaces = keyPlaces
    self.lines = lines
  }

  /// Rules of a kind of settlement, rising.
  public func rules(for kind: SettlementKind) -> [StatusRule] {
    switch kind {
    case .city: city
    case .countySeat: countySeat
    case .townSeat: townSeat
    }
  }
}
