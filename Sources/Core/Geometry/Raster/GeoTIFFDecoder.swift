/// Turns stored numbers into floats, with NaN for no data.
struct GeoTIFFDecoder: Hashable, Sendable {
  /// The number that is no data, as it is stored; nil when there is none but NaN.
  let noData: Double?
  /// Stored numbers are multiplied by this.
  let scale: Double
  /// This is added after that.
  let offset: Double

  /// - Throws: DR-177 when what the file says of no data, scale or offset is no number.
  init(_ file: TIFFFile, _ metadata: RasterMetadata) throws(UserError) {
    let stored = try GeoTIFFDecoder.number(file.text(.noData), "no-data value", file)
    noData = stored?.isNaN == true ? nil : stored
    scale = try GeoTIFFDecoder.number(metadata.scale, "scale", file) ?? 1
    offset = try GeoTIFFDecoder.number(metadata.offset, "offset", file) ?? 0
  }

  private static func number(
    _ text: String?, _ name: String, _ file: TIFFFile
  ) throws(UserError) -> Double? {
    guard let text else { return nil }
    let plain = text.filter { !$0.isWhitespace }
    guard !plain.isEmpty else { return nil }
    guard let value = Double(plain), name == "no-data value" || value.isFinite else {
      throw UserError(
        "DR-177", .badData, at: file.path, "its \(name) '\(plain.prefix(40))' is no number",
        remedy: "correct it with gdal_edit.py -a_nodata, -a_scale or -a_offset")
    }
    return value
  }

  /// Decodes `count` cells of a row of a block: from every `stride`-th number, from the first given.
  func decode(
    _ sample: GeoTIFFLayout.Sample, _ block: UnsafeRawPointer, from first: Int, stride: Int,
    into cells: UnsafeMutableBufferPointer<Float>
  ) {
    switch sample {
    case .uint8: whole(UInt8.self, block, first, stride, cells) { Float($0) }
    case .int8: whole(Int8.self, block, first, stride, cells) { Float($0) }
    case .uint16: whole(UInt16.self, block, first, stride, cells) { Float($0) }
    case .int16: whole(Int16.self, block, first, stride, cells) { Float($0) }
    case .uint32: whole(UInt32.self, block, first, stride, cells) { Float($0) }
    case .int32: whole(Int32.self, block, first, stride, cells) { Float($0) }
    case .float32:
      // The text of the no-data value may have more digits than a float.
      let missing = noData.map { Float($0) } ?? .nan
      copy(Float.self, block, first, stride, cells) { $0 == missing ? .nan : $0 }
    case .float64:
      let missing = noData ?? .nan
      copy(Double.self, block, first, stride, cells) { $0 == missing ? .nan : Float($0) }
    }
    guard scale != 1 || offset != 0 else { return }
    for index in cells.indices {
      let value = Float(Double(cells[index]) * scale + offset)
      cells[index] = value.isFinite ? value : .nan
    }
  }

  @inline(__always)
  private func whole<Value: FixedWidthInteger>(
    _ type: Value.Type, _ block: UnsafeRawPointer, _ first: Int, _ stride: Int,
    _ cells: UnsafeMutableBufferPointer<Float>, _ float: (Value) -> Float
  ) {
    guard let missing = noData.flatMap({ Value(exactly: $0) }) else {
      return copy(type, block, first, stride, cells, float)
    }
    copy(type, block, first, stride, cells) { $0 == missing ? .nan : float($0) }
  }

  /// Infinity counts as no data: no height and no level is infinite.
  @inline(__always)
  private func copy<Value>(
    _: Value.Type, _ block: UnsafeRawPointer, _ first: Int, _ stride: Int,
    _ cells: UnsafeMutableBufferPointer<Float>, _ float: (Value) -> Float
  ) {
    let values = block.assumingMemoryBound(to: Value.self)
    var index = first
    for cell in cells.indices {
      let value = float(values[index])
      cells[cell] = value.isFinite ? value : .nan
      index += stride
    }
  }
}
