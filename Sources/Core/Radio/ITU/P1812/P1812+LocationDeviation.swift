extension P1812 {
  /// Standard deviation of the median loss over the places of the square, outdoors, dB (clause 4.7).
  ///
  /// - Parameter receiverClutterMetres: representative height of what stands round the receiver.
  public func locationDeviationDB(receiverClutterMetres: Double = 0) -> Double {
    LocationVariability.deviationDB(
      carrierGHz: carrierGHz, resolutionMetres: resolutionMetres,
      receiverHeightMetres: receiverHeightMetres, clutterMetres: receiverClutterMetres)
  }
}
