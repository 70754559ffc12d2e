import CHDF5

/// Shapes, as libhdf5's data spaces.
enum HDF5Space {
  /// A space of fixed shape; a scalar's for `[]`.
  static func make(_ shape: [Int], _ place: HDF5.Place) throws -> HDF5Identifier {
    try HDF5Identifier("make a data space", at: place, closedBy: H5Sclose) {
      shape.isEmpty
        ? chdf5_scalar_space() : H5Screate_simple(Int32(shape.count), shape.map { hsize_t($0) }, nil)
    }
  }

  /// The shape of a space.
  static func shape(of space: hid_t, _ place: HDF5.Place) throws -> [Int] {
    let rank = try HDF5.call("read the rank", at: place) { H5Sget_simple_extent_ndims(space) }
    guard rank > 0 else { return [] }
    var extents = [hsize_t](repeating: 0, count: Int(rank))
    try HDF5.call("read the shape", at: place) { H5Sget_simple_extent_dims(space, &extents, nil) }
    return try extents.map { extent in
      guard let extent = Int(exactly: extent) else { throw place.error(.foreign, "impossible shape") }
      return extent
    }
  }

  /// The number of elements of a shape that was read and may be a lie.
  static func count(of shape: [Int], _ place: HDF5.Place) throws -> Int {
    try shape.reduce(1) { product, extent in
      let (next, overflow) = product.multipliedReportingOverflow(by: extent)
      guard !overflow else { throw place.error(.foreign, "impossible shape \(shape)") }
      return next
    }
  }
}
