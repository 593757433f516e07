/// Language of what is shown to people. Files for machines (CSV, JSON, GeoJSON) are the same in
/// both, but for the column of `readiness.csv` that has reasons in words.
public enum Language: String, Codable, CaseIterable, Sendable {
  /// Simplified Chinese.
  case chinese = "zh"
  /// English.
  case english = "en"
}
