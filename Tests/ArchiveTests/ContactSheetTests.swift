import Archive
import Tensors
import Testing

@Suite struct ContactSheetTests {
  /// The color of each image's pixels, by the sheet's geometry stated once more: cells of one pixel more than
  /// an image, after a border of one pixel.
  private func pixel(_ sheet: Tensor, image: Int, across: Int, row: Int, column: Int, of size: (Int, Int))
    -> [UInt8]
  {
    let width = sheet.shape.dimensions[1]
    let y = 1 + image / across * (size.0 + 1) + row
    let x = 1 + image % across * (size.1 + 1) + column
    let start = (y * width + x) * 3
    return Array((sheet.bytes ?? [])[start..<(start + 3)])
  }

  @Test func grayImagesStandRowByRow() throws {
    let bytes = (0..<(5 * 2 * 4)).map { UInt8($0 * 6) }
    for shape in [[5, 2, 4], [5, 1, 2, 4]] as [Shape] {
      let sheet = try #require(ContactSheet(Tensor(bytes, shape: shape))).pixels
      // Five images: two rows of three.
      #expect(sheet.shape == [2 * 3 + 1, 3 * 5 + 1, 3])
      for image in 0..<5 {
        for row in 0..<2 {
          for column in 0..<4 {
            let value = bytes[(image * 2 + row) * 4 + column]
            #expect(
              pixel(sheet, image: image, across: 3, row: row, column: column, of: (2, 4))
                == [value, value, value])
          }
        }
      }
      let colors = try #require(sheet.bytes)
      #expect(colors.prefix(16 * 3).allSatisfy { $0 == 128 })
      #expect(pixel(sheet, image: 5, across: 3, row: 1, column: 1, of: (2, 4)) == [128, 128, 128])
    }
  }

  @Test func channelsBecomeColors() throws {
    let bytes = (0..<(2 * 3 * 2 * 2)).map { UInt8($0 * 10) }
    let sheet = try #require(ContactSheet(Tensor(bytes, shape: [2, 3, 2, 2]))).pixels
    #expect(sheet.shape == [4, 7, 3])
    #expect(pixel(sheet, image: 0, across: 2, row: 0, column: 1, of: (2, 2)) == [10, 50, 90])
    #expect(pixel(sheet, image: 1, across: 2, row: 1, column: 0, of: (2, 2)) == [140, 180, 220])
  }

  @Test func whatIsNoImageHasNoSheet() {
    let bytes = [UInt8](repeating: 1, count: 16)
    #expect(ContactSheet(Tensor(bytes, shape: [4, 4]))?.pixels == nil)
    #expect(ContactSheet(Tensor(bytes, shape: [2, 2, 2, 2]))?.pixels == nil)
    #expect(ContactSheet(Tensor([UInt8](), shape: [0, 4, 4]))?.pixels == nil)
    #expect(ContactSheet(Tensor([Float](repeating: 1, count: 16), shape: [1, 4, 4]))?.pixels == nil)
  }
}
