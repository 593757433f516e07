import Geometry
import Radio
import Territory
import Testing

@Suite("Path loss by the name of a model")
struct PathLossQueryTests {
  private func table(_ text: String) throws -> PathLossTable {
    let source = try CSVTable(name: "cases.csv", bytes: Array(text.utf8))
    return try PathLossTable(source) { String(($0 * 1e4).rounded() / 1e4) }
  }

  private func error(_ text: String) throws -> UserError? {
    do {
      _ = try table(text)
      return nil
    } catch let error as UserError {
      return error
    }
  }

  /// ns-3's vectors and closed forms; a model without a column leaves it blank.
  @Test("a table of cases")
  func cases() throws {
    let answers = try table(
      """
      id,model,freq_ghz,distance_m,bs_height_m,ut_height_m,probability_percent,building,elevation_deg
      a,uma-nlos,5,1000,25,1.5,,,
      b,umi-los,5,1000,10,1.5,,,
      c,rma-los,5,10000,35,1.5,,,
      d,inh-nlos,3.5,20,1.5,1.5,,,
      "e,f",p2109,0.7,,,,90,traditional,
      g,p2108,3.5,1000,,,,,
      """)
    #expect(answers.header.last == "loss_db")
    let losses = answers.rows.compactMap { $0.last.flatMap(Double.init) }
    let expected = [144.7641, 119.3114, 140.3896, 80.6767, 24.6041, 30.1054]
    #expect(losses.count == expected.count)
    for (loss, value) in zip(losses, expected) { #expect(abs(loss - value) < 0.01, "\(loss)") }
    #expect(answers.text.contains("\n\"e,f\",p2109,0.7,,,,90,traditional,,24.604"))
  }

  /// InF with line of sight at 100 m, antennas level: 31.84 + 21.5·2 + 19·log10 1.
  @Test("every factory model at 1 GHz and 100 m in closed form")
  func factory() throws {
    let answers = try table(
      """
      model,freq_ghz,distance_m,bs_height_m,ut_height_m
      inf-los,1,100,1.5,1.5
      inf-sl,1,100,1.5,1.5
      inf-dl,1,100,1.5,1.5
      inf-sh,1,100,1.5,1.5
      inf-dh,1,100,1.5,1.5
      """)
    #expect(answers.rows.map { $0[5] } == ["74.84", "84.0", "90.0", "78.4", "77.43"])
  }

  @Test("an answer that is there is written anew")
  func anew() throws {
    let answers = try table("model,loss_db,freq_ghz,distance_m\np2108,7,3.5,1000\n")
    #expect(answers.header == ["model", "loss_db", "freq_ghz", "distance_m"])
    #expect(answers.rows[0][1] != "7" && answers.rows[0].count == 4)
  }

  @Test(
    "errors name file and line",
    arguments: [
      ("model,freq_ghz,distance_m\numa-los,3.5,100\numa,3.5,100\n", "DR-342", 3),
      ("model,freq_ghz,distance_m\numa-los,3.5,5001\n", "DR-341", 2),
      ("model,freq_ghz,distance_m\nrma-nlos,3.5,5001\n", "DR-341", 2),
      ("model,freq_ghz,distance_m\nrma-los,3.5,10001\n", "DR-341", 2),
      ("model,freq_ghz,distance_m\numa-los,3.5,9\n", "DR-341", 2),
      ("model,freq_ghz\numa-los,3.5\n", "DR-340", 2),
      ("model,freq_ghz,distance_m\numa-los,,100\n", "DR-340", 2),
      ("model,freq_ghz,distance_m\numa-los,0.4,100\n", "DR-301", 2),
      ("model,freq_ghz,distance_m\numa-los,x,100\n", "DR-206", 2),
      ("model,freq_ghz,building\np2109,3.5,stone\n", "DR-343", 2),
      ("model,freq_ghz\np2109,3.5\n", "DR-340", 2),
      ("model,freq_ghz,building,probability_percent\np2109,3.5,efficient,100\n", "DR-331", 2),
      ("model,freq_ghz,distance_m\np2108,3.5,100\n", "DR-330", 2),
      ("freq_ghz,distance_m\n3.5,100\n", "DR-205", 1),
      ("model,freq_ghz,distance_m\numa-los,3.5\n", "DR-202", 2),
    ])
  func errors(text: String, code: String, line: Int) throws {
    let found = try error(text)
    #expect(found?.code == code)
    #expect(found?.place == "cases.csv:\(line)")
  }
}
