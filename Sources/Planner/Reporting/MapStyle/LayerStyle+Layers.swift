import Coverage
import Radio
import Territory

extension LayerStyle {
  /// Properties by which a layer's features look different.
  static func fields(of layer: ExportLayer) -> [String] {
    switch layer {
    case .units, .settlements, .timeline: ["status"]
    case .schedule, .campuses: ["finish"]
    case .sites: ["group", "status", "quarter"]
    case .lines: ["served"]
    case .pilots: ["quarter"]
    case .coverage, .keyPoints: []
    }
  }

  /// The style of a layer whose features have these values; classes that no feature has are left out, but for the
  /// statuses.
  public init(_ layer: ExportLayer, values: Set<String>, language: Language) {
    let fields = Self.fields(of: layer)
    switch layer {
    case .units, .settlements:
      self.init(fields: fields, categories: Self.statuses(language))
    case .timeline:
      self.init(
        fields: fields, categories: Self.statuses(language),
        time: .span(from: "from_date", until: "until_date"))
    case .schedule:
      self.init(
        fields: fields, categories: Self.finishes(values, language),
        time: .span(from: "start_date", until: "finish_date"))
    case .sites:
      self.init(
        fields: fields, categories: Self.sites(values, language), time: .since("quarter_date"),
        largestDenominator: 250_000)
    case .campuses:
      self.init(fields: fields, categories: Self.finishes(values, language))
    case .pilots: self.init(fields: fields, categories: Self.finishes(values, language))
    case .lines: self.init(fields: fields, categories: Self.service(language))
    case .coverage, .keyPoints:
      let title = ExportWords.title(layer, language)
      self.init(fields: fields, categories: [Category("", title, MapPalette.plain)])
    }
  }

  private static func statuses(_ language: Language) -> [Category] {
    CoverageStatus.allCases.map {
      Category($0.rawValue, Message($0).text(language), MapPalette.colour($0))
    } + [Category("", ExportWords.unknown.text(language), MapPalette.colour(nil))]
  }

  private static func finishes(_ values: Set<String>, _ language: Language) -> [Category] {
    let quarters = values.compactMap { Quarter($0) }.sorted()
    return quarters.enumerated().map { index, quarter in
      Category(
        quarter.description, quarter.description, MapPalette.step(index, of: quarters.count))
    } + [Category("", ExportWords.unscheduled.text(language), MapPalette.colour(nil))]
  }

  /// A shape for each network group, a colour for each quarter, and others for what stands and what is not scheduled.
  private static func sites(_ values: Set<String>, _ language: Language) -> [Category] {
    let last = values.compactMap { $0.split(separator: "/").last.flatMap { Quarter(String($0)) } }
    let quarters = Set(last).sorted()
    var categories: [Category] = []
    for group in NetworkGroup.allCases {
      let name = Message(group).text(language)
      func add(_ status: SiteStatus, _ quarter: String, _ label: String, _ colour: MapColour) {
        let value = "\(group.rawValue)/\(status.rawValue)/\(quarter)"
        guard values.contains(value) else { return }
        categories.append(
          Category(value, "\(name): \(label)", colour, isSquare: group == .unicom))
      }
      add(.existing, "", ExportWords.existing.text(language), MapPalette.site)
      for (index, quarter) in quarters.enumerated() {
        add(
          .planned, quarter.description, quarter.description,
          MapPalette.step(index, of: quarters.count))
      }
      add(.planned, "", ExportWords.unscheduled.text(language), MapPalette.colour(nil))
    }
    return categories + [Category("", ExportWords.others.text(language), MapPalette.colour(nil))]
  }

  private static func service(_ language: Language) -> [Category] {
    [
      Category("true", ExportWords.served.text(language), MapPalette.colour(.deep)),
      Category("false", ExportWords.notServed.text(language), MapColour(0xa3341f)),
      Category("", ExportWords.unknown.text(language), MapPalette.colour(nil)),
    ]
  }
}
