import Radio

/// For whom a limit is.
enum LimitScope: Hashable, Sendable {
  case nation
  case eachGroup
  case eachProvince
  case group(NetworkGroup)
  case province(String)

  init?(_ text: String) {
    switch text {
    case "nation": self = .nation
    case "each-group": self = .eachGroup
    case "each-province": self = .eachProvince
    default:
      if let group = NetworkGroup(rawValue: text) {
        self = .group(group)
      } else if Self.isProvince(text) {
        self = .province(text)
      } else {
        return nil
      }
    }
  }

  /// Whether one amount is for several provinces.
  var spansProvinces: Bool {
    switch self {
    case .nation, .group: true
    case .eachGroup, .eachProvince, .province: false
    }
  }

  /// Whether it has the form of a province's code.
  static func isProvince(_ text: String) -> Bool {
    text.count == 6 && text.hasSuffix("0000") && text.allSatisfy(\.isNumber)
  }
}
