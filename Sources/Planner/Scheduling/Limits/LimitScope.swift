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
      } else if text.count == 6, text.hasSuffix("0000"), text.allSatisfy(\.isNumber) {
        self = .province(text)
      } else {
        return nil
      }
    }
  }
}
