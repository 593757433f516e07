/// Direction of the electric field of a linearly polarised wave.
public enum Polarisation: String, Codable, CaseIterable, Sendable {
  case horizontal
  case vertical
}
