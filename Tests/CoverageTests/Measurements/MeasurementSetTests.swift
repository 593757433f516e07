import Geometry
import Coverage
import Testing
import TestSupport

@Suite struct MeasurementSetTests {
  @Test func columnsAreAsLongAsThePositions() throws {
    let set = try MeasurementSet(longitudes: [112, 113], latitudes: [34, 35], clusters: [0, -1])
    #expect(set.count == 2)
    #expect(set.rsrpDBm.isEmpty)
    let short = userError {
      try MeasurementSet(longitudes: [112, 113], latitudes: [34, 35], sinrDB: [1])
    }
    #expect(short?.code == "DR-480")
    #expect(short?.problem == "sinrDB has 1 values for 2 samples")
    #expect(userError { try MeasurementSet(longitudes: [1], latitudes: []) }?.code == "DR-480")
  }

  @Test func groupsHaveNames() throws {
    let set = try MeasurementSet(
      longitudes: [112], latitudes: [34], groups: [0], groupNames: ["CMCC"])
    #expect(set.groupNames == ["CMCC"])
    #expect(
      userError { try MeasurementSet(longitudes: [112], latitudes: [34], groups: [0]) }?.code
        == "DR-480")
  }
}
