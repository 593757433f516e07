import Geometry
import Radio
import TestSupport
import Testing

@Suite struct VehicleEntryLossTests {
  @Test func theTwoDistributions() throws {
    for (windows, mean) in [(VehicleEntryLoss.Windows.plain, 9.0), (.metallised, 20)] {
      let loss = try VehicleEntryLoss(windows, carrierGHz: 3.5)
      #expect(loss.meanDB == mean && loss.deviationDB == 5)
      #expect(abs(loss.lossDB(probability: 0.5) - mean) < 1e-12)
      // One and two deviations: 84.134475 % and 97.724987 % of cars.
      #expect(abs(loss.lossDB(probability: 0.841344746) - mean - 5) < 1e-6)
      #expect(abs(loss.lossDB(probability: 0.977249868) - mean - 10) < 1e-6)
      #expect(abs(loss.lossDB(probability: 0.158655254) - mean + 5) < 1e-6)
      #expect(loss.lossDB(probability: 1) == .infinity && loss.lossDB(probability: 0) == -.infinity)
      #expect(loss.lossDB(probability: .nan).isNaN && loss.lossDB(probability: 1.1).isNaN)
    }
  }

  @Test func theCarrierIsInTheRange() throws {
    for carrier in [0.6, 0.7, 3.5, 60] {
      #expect(try VehicleEntryLoss(.plain, carrierGHz: carrier).meanDB == 9)
    }
    for carrier in [0.59, 60.1, .nan, -1, .infinity] {
      let error = userError { try VehicleEntryLoss(.metallised, carrierGHz: carrier) }
      #expect(error?.code == "DR-365")
      #expect(error?.remedy.contains("0.6 to 60.0 GHz") == true)
    }
  }
}
