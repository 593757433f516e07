import ArgumentParser
import Geometry
import Radio
import Reporting
import Territory

struct BandsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bands",
    abstract: "List the bundled bands and antenna configurations with their sources.",
    discussion: """
      Examples:
        deepreach bands
        deepreach bands --sources
      """)

  @Flag(name: .long, help: "Show where every figure comes from.")
  var sources = false

  @Option(name: .long, help: "Language: zh or en. Default: en.")
  var lang: Language?

  func run() throws {
    let language = lang ?? .english
    let book = try BandBook.read(path: Geodata.locate().path("books/bands.yaml"))
    var table = TextTable([
      .text(Message.configuration.text(language)), .text(Message.group.text(language)),
      .text(Message.band.text(language)), .number(Message.frequency.text(language)),
      .number(Message.bandwidth.text(language)), .number(Message.power.text(language)),
      .number(Message.gain.text(language)), .number(Message.uplinkLoss.text(language)),
      .number(Message.price.text(language)),
    ])
    for configuration in book.configurations {
      guard let band = book.band(configuration.band) else { continue }
      let uplink = try book.uplink(configuration, band).maximumLossDB(edgeRateMbps: 1)
      table.append([
        configuration.name, Message(band.group).text(language), "\(band.name) \(band.duplex)",
        text(band.centreGHz, 3), text(band.bandwidthMHz, 0),
        text(configuration.conductedPowerWatts, 0), text(configuration.ssbGainDBi, 1),
        uplink.map { DecimalText.fixed($0, decimals: 1) + " dB" } ?? "",
        text(configuration.equipmentYuan, 0),
      ])
    }
    print(table.terminal(width: Terminal.width), terminator: "")
    if sources { printSources(book) }
  }

  private func text(_ figure: Figure, _ decimals: Int) -> String {
    DecimalText.fixed(figure.value, decimals: decimals) + " " + figure.unit
  }

  private func printSources(_ book: BandBook) {
    for (name, figure) in [
      ("body loss", book.bodyLossDB), ("user noise figure", book.noiseFigureDB),
      ("user power", book.userPowerDBm),
      ("uplink interference margin", book.uplinkInterferenceMarginDB),
      ("load of interfering cells", book.neighbourLoad),
    ] {
      print("\(name): \(text(figure, 2)) [\(figure.kind.rawValue)] \(figure.source)")
    }
    for band in book.bands {
      for (name, figure) in [
        ("centre", band.centreGHz), ("bandwidth", band.bandwidthMHz),
        ("subcarrier spacing", band.subcarrierSpacingKHz), ("resource blocks", band.resourceBlocks),
        ("downlink share", band.downlinkShare), ("uplink share", band.uplinkShare),
      ] {
        print("\(band.name) \(name): \(text(figure, 3)) [\(figure.kind.rawValue)] \(figure.source)")
      }
    }
    for configuration in book.configurations {
      for (name, figure) in [
        ("power", configuration.conductedPowerWatts), ("SSB gain", configuration.ssbGainDBi),
        ("feeder loss", configuration.feederLossDB),
        ("receive gain", configuration.receiveGainDBi),
        ("receive noise figure", configuration.receiveNoiseFigureDB),
        ("spatial multiplexing", configuration.spatialMultiplexing),
        ("horizontal beamwidth", configuration.horizontalBeamwidthDegrees),
        ("vertical beamwidth", configuration.verticalBeamwidthDegrees),
        ("front to back", configuration.frontToBackDB), ("downtilt", configuration.downtiltDegrees),
        ("idle", configuration.idlePowerKilowatts), ("full load", configuration.fullPowerKilowatts),
        ("equipment", configuration.equipmentYuan),
      ] {
        print(
          "\(configuration.name) \(name): \(text(figure, 2)) [\(figure.kind.rawValue)] \(figure.source)"
        )
      }
    }
  }
}
