/// Reasons of readiness in words.
extension Message {
  private static let unknownPrefix = "unknown:"

  /// Whether a reason's key says that something is not known.
  static func isUnknown(reason key: String) -> Bool { key.hasPrefix(unknownPrefix) }

  /// A reason by its key, in words; keys of what is not known (`unknown:traffic`) say so.
  public static func reason(_ key: String, _ language: Language) -> String {
    guard isUnknown(reason: key) else { return text(forKey: key, language) }
    let signal = text(forKey: String(key.dropFirst(unknownPrefix.count)), language)
    return notKnown.text(language, [signal])
  }

  /// Reasons in words, one after the other.
  public static func reasons(_ keys: [String], _ language: Language) -> String {
    keys.map { reason($0, language) }.joined(separator: language == .chinese ? "；" : "; ")
  }
}
