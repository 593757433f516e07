import FoundationEssentials
import Geometry
import Radio
import Testing

/// The folders of published profiles: the one beside the project, and the one that is named.
private enum ProfileFolders {
  static var files: [String] {
    var folders = [Bench.path("p1812")]
    if let named = ProcessInfo.processInfo.environment["DEEPREACH_P1812_PROFILES"] {
      folders.append(named)
    }
    return folders.flatMap { folder -> [String] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0.hasSuffix(".csv") }.sorted().map { "\(folder)/\($0)" }
    }
  }
}

@Suite(
  "P.1812 on published profiles",
  .enabled(if: !ProfileFolders.files.isEmpty, "no profiles beside the project or named"))
struct P1812ProfileTests {
  @Test("basic transmission loss", arguments: ProfileFolders.files)
  func published(path: String) throws {
    let file = try ProfileFile(path: path)
    #expect(!file.rows.isEmpty)
    var worst = 0.0
    for row in file.rows {
      let climate = try RadioClimate(
        refractivityLapse: file.climateLapse, seaLevelRefractivity: file.refractivity,
        latitudeDegrees: file.latitudeDegrees)
      let model = try P1812(
        carrierGHz: row.carrierGHz, transmitterHeightMetres: row.transmitterHeightMetres,
        receiverHeightMetres: row.receiverHeightMetres, polarisation: row.polarisation,
        timePercent: row.timePercent, climate: climate)
      let loss = try model.lossDB(over: file.profile)
      worst = max(worst, abs(loss - row.lossDB))
      #expect(
        abs(loss - row.lossDB) < 1e-3,
        "\(file.name), \(row.timePercent) %: \(loss), published \(row.lossDB)")
    }
    print("P.1812: \(file.name): \(file.rows.count) results, largest difference \(worst) dB")
  }
}
