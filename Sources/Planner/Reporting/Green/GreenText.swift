import Scheduling
import Territory

/// Figures of the reports as people read them.
enum GreenText {
  /// `–` where nothing is known.
  static func figure(_ value: Double?, _ decimals: Int) -> String {
    value.map { DecimalText.fixed($0, decimals: decimals) } ?? "–"
  }

  static func whole(_ value: Double?) -> String {
    value.map { DecimalText.grouped(Int($0.rounded())) } ?? "–"
  }

  /// Kilograms as tonnes, with a decimal where there are few.
  static func tonnes(_ kilograms: Double) -> String {
    kilograms < 100_000 ? DecimalText.fixed(kilograms / 1000, decimals: 1) : whole(kilograms / 1000)
  }

  static func title(_ battery: BackupBattery, _ language: Language) -> String {
    language == .chinese ? battery.titleChinese : battery.titleEnglish
  }
}
