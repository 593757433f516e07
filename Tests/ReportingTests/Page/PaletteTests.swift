import Foundation
import Geometry
import Testing
import Territory

/// Colours of the style sheet, by the formulas of WCAG 2.1 (relative luminance and contrast ratio).
@Suite struct PaletteTests {
  enum Theme: CaseIterable { case day, night, paper }

  private func colours(_ theme: Theme) throws -> [String: String] {
    let path = try Geodata.locate().path("page/report.css")
    let style = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    let blocks = style.matches(of: /:root \{([^}]*)\}/).map { String($0.output.1) }
    try #require(blocks.count == 3)
    var colours: [String: String] = [:]
    for block in theme == .day ? [blocks[0]] : theme == .night ? blocks.prefix(2) + [] : blocks {
      for pair in block.matches(of: /--([a-z0-9-]+): (#[0-9a-f]{6});/) {
        colours[String(pair.output.1)] = String(pair.output.2)
      }
    }
    return colours
  }

  private func luminance(_ colour: String) throws -> Double {
    let value = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { byte -> Double in
      let part = Double(byte) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ one: String, _ other: String) throws -> Double {
    let (first, second) = (try luminance(one), try luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  @Test func theFormulaIsThatOfWCAG() throws {
    #expect(abs(try contrast("#000000", "#ffffff") - 21) < 1e-9)
    #expect(abs(try contrast("#777777", "#ffffff") - 4.478) < 0.001)
  }

  @Test(arguments: Theme.allCases) func textStandsOut(theme: Theme) throws {
    let colours = try colours(theme)
    let texts = ["ink", "soft", "link", "series-1", "series-2", "series-3", "series-4"]
    for text in texts {
      for ground in ["paper", "panel"] {
        let (one, other) = (try #require(colours[text]), try #require(colours[ground]))
        #expect(try contrast(one, other) >= 4.5, "\(theme): \(text) on \(ground)")
      }
    }
  }

  @Test(arguments: Theme.allCases) func marksStandOut(theme: Theme) throws {
    let colours = try colours(theme)
    let sites = ["map-site", "map-built", "map-planned"]
    for mark in ["bar", "level", "map-border", "focus"] + sites {
      let (one, other) = (try #require(colours[mark]), try #require(colours["paper"]))
      #expect(try contrast(one, other) >= 3, "\(theme): \(mark)")
    }
  }

  /// Told apart by lightness alone, so by those who see no colours.
  @Test(arguments: Theme.allCases) func rampsRiseOrFallInLightness(theme: Theme) throws {
    let colours = try colours(theme)
    let ramps = [
      ["none", "reached", "continuous", "deep"].map { "status-" + $0 },
      (0...4).map { "share-\($0)" },
    ]
    for ramp in ramps {
      let lights = try ramp.map { try luminance(#require(colours[$0])) }
      let steps = zip(lights, lights.dropFirst()).map { ($1 + 0.05) / ($0 + 0.05) }
      #expect(
        steps.allSatisfy { $0 > 1.3 } || steps.allSatisfy { $0 < 1 / 1.3 }, "\(theme): \(steps)")
    }
  }

  /// A difference is blue one way and orange the other, stronger the larger it is.
  @Test(arguments: Theme.allCases) func differencesGoTwoWaysFromTheSame(theme: Theme) throws {
    let colours = try colours(theme)
    func colour(_ name: String) throws -> String { try #require(colours["differs-" + name]) }
    for side in ["up", "down"] {
      let steps = try ["same", "\(side)-1", "\(side)-2"].map { try luminance(colour($0)) }
      let ratios = zip(steps, steps.dropFirst()).map { ($1 + 0.05) / ($0 + 0.05) }
      #expect(
        ratios.allSatisfy { $0 > 1.3 } || ratios.allSatisfy { $0 < 1 / 1.3 }, "\(side): \(ratios)")
      for step in 1...2 {
        // Red against blue tells them apart for those who do not tell red from green.
        let value = try #require(Int(colour("\(side)-\(step)").dropFirst(), radix: 16))
        let (red, blue) = (value >> 16, value & 255)
        #expect(side == "up" ? blue > red + 40 : red > blue + 40)
      }
    }
  }
}
