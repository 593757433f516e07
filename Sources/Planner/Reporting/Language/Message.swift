public import Coverage
public import Radio
public import Scheduling
public import Territory

/// A text in every language.
public struct Translation: Hashable, Sendable {
  /// Simplified Chinese.
  public let chinese: String
  /// English.
  public let english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The text in the language.
  public subscript(language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  /// The text with values in their places `{0}`, `{1}` and so on.
  func text(_ language: Language, _ values: [String]) -> String {
    values.enumerated().reduce(self[language]) { text, value in
      text.split(separator: "{\(value.offset)}", omittingEmptySubsequences: false)
        .joined(separator: value.element)
    }
  }
}

/// Keys of the catalogue: every word that a report, a table or the terminal shows.
public enum Message: String, CaseIterable, Sendable {
  // Kinds of settlement.
  case city
  case countySeat = "county-seat"
  case townSeat = "town-seat"
  // Levels of units.
  case country, province, prefecture, county, town
  // Statuses.
  case statusNone = "none"
  case reached, continuous, deep
  // Network groups.
  case mobile, unicom
  // Kinds of data.
  case official, measured, estimated, modelled
  // Criteria.
  case outdoorShare = "outdoor-share"
  case indoorShare = "indoor-share"
  case stationsPer10k = "stations-per-10k"
  case sinrShare = "sinr-share"
  case leadRatio = "lead-ratio"
  case reach
  // Why a package is not scheduled.
  case notFeasible = "not-feasible"
  case prerequisite
  case budgetExhausted = "budget-exhausted"
  case limitReached = "limit"
  // Headings.
  case settlement, settlements, unit, kind, status, group, population, area, stations, newSites
  case cost, energy, quarter, budget, spent
  case carriedIn = "carried-in"
  case carriedOut = "carried-out"
  case before, after, failing, dataKind, source, total, share, packages
  case peopleRaised = "people-raised"
  // Stages of a run.
  case stageRead = "stage-read"
  case stageNetwork = "stage-network"
  case stageAudit = "stage-audit"
  case stageSiting = "stage-siting"
  case stageSchedule = "stage-schedule"
  case stageWrite = "stage-write"
  // Terminal.
  case timeLeft = "time-left"
  case planSummary = "plan-summary"
  case auditSummary = "audit-summary"
  case verified
  case findings

  // Plans and their reports.
  case reportTitle = "report-title"
  case statusHeading = "status-heading"
  case missingHeading = "missing-heading"
  case missingMean = "missing-mean"
  case provinceHeading = "province-heading"
  case scheduleHeading = "schedule-heading"
  case scheduleAnswer = "schedule-answer"
  case limitHeading = "limit-heading"
  case limitName = "limit-name"
  case limitUse = "limit-use"
  case limitPrice = "limit-price"
  case limitWords = "limit-words"
  case limitFree = "limit-free"
  case limitMore = "limit-more"
  case limitWhole = "limit-whole"
  case moreMoney = "more-money"
  case moreOperation = "more-operation"
  case moreCrew = "more-crew"
  case moreEquipment = "more-equipment"
  case moreStations = "more-stations"
  case moreEnergy = "more-energy"
  case morePermits = "more-permits"
  case worthService = "worth-service"
  case worthYuan = "worth-yuan"
  case worthCarbon = "worth-carbon"
  case unscheduledHeading = "unscheduled-heading"
  case readinessHeading = "readiness-heading"
  case readinessUnknown = "readiness-unknown"
  case dataHeading = "data-heading"
  case repeatHeading = "repeat-heading"
  case repeatText = "repeat-text"
  case deepResidents = "deep-residents"
  case deepArea = "deep-area"
  case deepPlanned = "deep-planned"
  case deepPeople = "deep-people"
  case reason
  case feasible
  case meanPriority = "mean-priority"
  case dataCensus = "data-census"
  case dataPopulation = "data-population"
  case dataPositions = "data-positions"
  case dataOtherPositions = "data-other-positions"
  case dataFootprints = "data-footprints"
  case dataNetwork = "data-network"
  case dataPlannedSites = "data-planned-sites"
  case auditAnswer = "audit-answer"
  case planAnswer = "plan-answer"
  case nothingToDo = "nothing-to-do"
  case noneInTime = "none-in-time"
  case cities
  case countySeats = "county-seats"
  case townSeats = "town-seats"
  case caveatNetwork = "caveat-network"
  case caveatPlaces = "caveat-places"
  // What is proven of the sites.
  case sitingAnswer = "siting-answer"
  case sitingTime = "siting-time"
  case sitingUnmet = "siting-unmet"
  case written
  case englishName = "english-name"
  case notPlanned = "not-planned"
  case unitsSource = "units-source"
  case threshold
  case criterion
  case band
  case configuration
  case frequency
  case bandwidth
  case power
  case gain
  case uplinkLoss = "uplink-loss"
  case price

  /// The text with `{0}`, `{1}` and so on replaced by the values.
  public func text(_ language: Language, _ values: [String]) -> String {
    translation.text(language, values)
  }

  // Plans and their reports.
  case backCheck = "back-check"
  case published
  case servedBy = "served-by"
  case anyGroup = "any-group"
  case everyGroup = "every-group"

  // Plans and their reports.
  case stationsBuilt = "stations-built"
  case signalHeading = "signal-heading"
  case caveatBeyondModels = "caveat-beyond-models"
  case signalModels = "signal-models"
  case sinrShareOfArea = "sinr-share-of-area"
  case medianSINR = "median-sinr"
  case limitedDownlink = "limited-downlink"
  case limitedUplink = "limited-uplink"
  case limitedInterference = "limited-interference"
  case withoutSignal = "without-signal"
  case medianLead = "median-lead"
  case tooLate = "too-late"
  case inBand = "in-band"
  case tooEarly = "too-early"

  // Readiness: its gates, its signals, what they say.
  case askedByPolicy = "asked-by-policy"
  case backhaulTooFar = "backhaul-too-far"
  case noPower = "no-power"
  case noLocalCommitment = "no-local-commitment"
  case localCommitmentUnknown = "local-commitment-unknown"
  case backhaulParentNotBuilt = "backhaul-parent-not-built"
  case publicNetworkNotBuilt = "public-network-not-built"
  case seatPopulation = "seat-population"
  case traffic
  case shareableSitesAndFibre = "shareable-sites-and-fibre"
  case industry, transport, scenic
  case localSupport = "local-support"
  case equity, border, assisted
  case notKnown = "not-known"
  case signal, weight, known, unknown, priority, backhaul
  case meanScore = "mean-score"
  case nextTowns = "next-towns"

  // Comparisons of runs and sweeps.
  case compareTitle = "compare-title"
  case measure
  case measureSettlements = "measure-settlements"
  case measurePackages = "measure-packages"
  case packagesLeftOut = "packages-left-out"
  case costOfAll = "cost-of-all"
  case measureLast = "measure-last"
  case halfOfResidents = "half-of-residents"
  case targetResidents = "target-residents"
  case targetResidentsMore = "target-residents-more"
  case cumulativeSpend = "cumulative-spend"
  case fromTheStart = "from-the-start"
  case byCounty = "by-county"
  case verdict, winner, loser, same
  case winnersAndLosers = "winners-and-losers"
  case countiesOfResidents = "counties-of-residents"
  case residentYears = "resident-years"
  case compareStandards = "compare-standards"
  case compareStarts = "compare-starts"
  case compareMeaning = "compare-meaning"
  case error
  case sweepFailed = "sweep-failed"

  // What moved since the schedule before.
  case movesHeading = "moves-heading"
  case movesAnswer = "moves-answer"
  case movesWorth = "moves-worth"
  case moveKind = "move-kind"
  case moveQuarters = "move-quarters"
  case moveSentence = "move-sentence"
  case moveNowhere = "move-nowhere"
  case moveNoReason = "move-no-reason"
  case moveOwnDelay = "move-own-delay"
  case moveNotStarted = "move-not-started"
  case movePrerequisite = "move-prerequisite"
  case moveLimit = "move-limit"
  case moveDates = "move-dates"
  case moveWorth = "move-worth"
  case moveGone = "move-gone"
  case done
  case underWay = "under-way"
  case kept, earlier, later, dropped, added
  case new
  // Risk of a schedule and early warning.
  case riskHeading = "risk-heading"
  case riskAnswer = "risk-answer"
  case riskDrawn = "risk-drawn"
  case riskDistribution = "risk-distribution"
  case riskMeaning = "risk-meaning"
  case riskAim = "risk-aim"
  case riskTarget = "risk-target"
  case riskDeadline = "risk-deadline"
  case riskPlanned = "risk-planned"
  case riskBy = "risk-by"
  case riskChance = "risk-chance"
  case riskBeyond = "risk-beyond"
  case riskDriver = "risk-driver"
  case riskDrivers = "risk-drivers"
  case riskNothingLate = "risk-nothing-late"
  case riskPlannedSpend = "risk-planned-spend"
  case stepSurvey = "step-survey"
  case stepPermit = "step-permit"
  case stepPower = "step-power"
  case stepBuild = "step-build"
  case stepOptimise = "step-optimise"
  case warningHeading = "warning-heading"
  case warningAnswer = "warning-answer"
  case warningBare = "warning-bare"
  case warningNone = "warning-none"
  case warningNow = "warning-now"
  case warningLater = "warning-later"
  case warningOpen = "warning-open"
  case warningWithout = "warning-without"
  case warningWith = "warning-with"
  case warningQuarters = "warning-quarters"
  case rulesHeading = "rules-heading"

  /// The text in the language.
  public func text(_ language: Language) -> String { translation[language] }

  /// The text of a key that comes from outside, such as a reason of a work package; the key itself
  /// where the catalogue has none.
  public static func text(forKey key: String, _ language: Language) -> String {
    Message(rawValue: key)?.text(language) ?? key
  }
}

extension Message {
  /// Name of a kind of settlement.
  public init(_ kind: SettlementKind) {
    switch kind {
    case .city: self = .city
    case .countySeat: self = .countySeat
    case .townSeat: self = .townSeat
    }
  }

  /// Name of several settlements of a kind.
  static func plural(_ kind: SettlementKind) -> Message {
    switch kind {
    case .city: .cities
    case .countySeat: .countySeats
    case .townSeat: .townSeats
    }
  }

  /// Name of a status.
  public init(_ status: CoverageStatus) {
    switch status {
    case .none: self = .statusNone
    case .reached: self = .reached
    case .continuous: self = .continuous
    case .deep: self = .deep
    }
  }

  /// Name of a network group.
  public init(_ group: NetworkGroup) {
    switch group {
    case .mobile: self = .mobile
    case .unicom: self = .unicom
    }
  }

  /// Name of a kind of data.
  public init(_ kind: DataKind) {
    switch kind {
    case .official: self = .official
    case .measured: self = .measured
    case .estimated: self = .estimated
    case .modelled: self = .modelled
    }
  }

  /// Why a package is not scheduled.
  public init(_ reason: UnscheduledReason) {
    switch reason {
    case .notFeasible: self = .notFeasible
    case .prerequisite: self = .prerequisite
    case .budgetExhausted: self = .budgetExhausted
    case .limit: self = .limitReached
    }
  }
  /// What became of a package between two schedules.
  public init(_ kind: MoveKind) {
    switch kind {
    case .done: self = .done
    case .underWay: self = .underWay
    case .kept: self = .kept
    case .earlier: self = .earlier
    case .later: self = .later
    case .dropped: self = .dropped
    case .added: self = .added
    case .new: self = .new
    }
  }
}
