/// Language of what is shown to people. Files for machines (CSV, JSON, GeoJSON) are the same in
/// both.
public enum Language: String, Codable, CaseIterable, Sendable {
  /// Simplified Chinese.
  case chinese = "zh"
  /// English.
  case english = "en"
}
