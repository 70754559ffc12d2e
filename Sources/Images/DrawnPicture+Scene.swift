import Tensors

extension DrawnPicture {
  /// The picture's shapes, the farthest first. Numbers are pixels.
  static func scene(seed: UInt64) -> [PaintedShape] {
    landscape + house + path + tree + flowers(seed: seed) + fence
  }

  /// The row where the ground meets the sky.
  private static let horizon = 235

  private static var landscape: [PaintedShape] {
    [
      .rectangle(0, 0, side, side, sky),
      .discs([(64, 60, 30)], plain(Paint(255, 222, 92))),
      .discs(
        [(138, 44, 13), (158, 36, 19), (182, 43, 14), (160, 48, 14)],
        graded(Paint(252, 253, 255), Paint(226, 234, 244), from: 20, to: 60)),
      .discs(
        [(262, 78, 12), (282, 68, 18), (306, 74, 16), (284, 82, 13)],
        graded(Paint(252, 253, 255), Paint(224, 233, 244), from: 50, to: 95)),
      .discs(
        [(110, 560, 362)], graded(Paint(128, 164, 190), Paint(150, 184, 186), from: 198, to: horizon)),
      .discs(
        [(350, 640, 430)], graded(Paint(96, 148, 118), Paint(126, 174, 120), from: 210, to: horizon)),
      .rectangle(
        0, horizon, side, side,
        graded(Paint(142, 186, 92, grain: 12), Paint(70, 126, 48, grain: 34), from: horizon, to: side)),
    ]
  }

  /// Brighter towards the horizon, and yellowish around the sun.
  @Sendable private static func sky(_ point: Point) -> Paint {
    let air = graded(Paint(62, 124, 214), Paint(206, 230, 248), from: 0, to: horizon)(point)
    let (x, y) = (point.x - 8 * 64, point.y - 8 * 60)
    let reach = 64 * 120 * 120
    let inside = max(reach - x * x - y * y, 0) * 256 / reach
    return air.mixed(with: Paint(255, 242, 196), inside * inside * 3 / 4, of: 256 * 256)
  }

  private static var house: [PaintedShape] {
    let frame = plain(Paint(248, 246, 240)), sill = plain(Paint(178, 170, 158))
    func window(_ left: Int, _ top: Int) -> [PaintedShape] {
      [
        .rectangle(left - 4, top - 4, left + 34, top + 40, frame),
        .rectangle(
          left, top, left + 30, top + 36,
          graded(Paint(58, 104, 150), Paint(172, 210, 230), from: top, to: top + 36)),
        .rectangle(left + 14, top, left + 16, top + 36, frame),
        .rectangle(left, top + 17, left + 30, top + 19, frame),
        .rectangle(left - 6, top + 40, left + 36, top + 44, sill),
      ]
    }
    let wood = plain(Paint(126, 66, 38, grain: 6)), panel = plain(Paint(96, 48, 28, grain: 6))
    return [
      .rectangle(196, 70, 218, 124, bricks),
      .rectangle(192, 64, 222, 72, plain(Paint(112, 104, 100, grain: 8))),
      .rectangle(92, 168, 238, 290, boards),
      .rectangle(88, 284, 242, 294, plain(Paint(136, 132, 128, grain: 14))),
      .polygon([(70, 174), (114, 96), (216, 96), (260, 174)], tiles),
      .rectangle(66, 172, 264, 178, plain(Paint(244, 240, 232))),
    ] + window(104, 200) + window(196, 200) + [
      .rectangle(146, 218, 184, 290, frame),
      .rectangle(150, 222, 180, 290, wood),
      .rectangle(154, 227, 176, 250, panel),
      .rectangle(154, 258, 176, 284, panel),
      .discs([(175, 254, 2)], plain(Paint(238, 200, 90))),
      .rectangle(140, 290, 190, 298, plain(Paint(188, 184, 178, grain: 8))),
    ]
  }

  /// Boards of 10 pixels with a dark line under each.
  @Sendable private static func boards(_ point: Point) -> Paint {
    point.y % 80 < 9 ? Paint(206, 172, 128, grain: 4) : Paint(240, 214, 170, grain: 4)
  }

  /// Bricks of 10 × 6 pixels in mortar, every other row shifted by half a brick.
  @Sendable private static func bricks(_ point: Point) -> Paint {
    let x = point.x + (point.y / 48 % 2 == 0 ? 0 : 40)
    return point.y % 48 < 9 || x % 80 < 9
      ? Paint(206, 192, 178, grain: 8) : Paint(164, 74, 58, grain: 14)
  }

  /// Roof tiles of 12 × 9 pixels with dark gaps, every other row shifted by half a tile, darker downwards.
  @Sendable private static func tiles(_ point: Point) -> Paint {
    let x = point.x + (point.y / 72 % 2 == 0 ? 0 : 48)
    let isGap = point.y % 72 < 11 || x % 96 < 8
    return graded(
      isGap ? Paint(148, 48, 40, grain: 10) : Paint(206, 84, 62, grain: 12),
      isGap ? Paint(112, 36, 34, grain: 10) : Paint(172, 58, 48, grain: 12), from: 96, to: 174)(point)
  }

  /// A path of tiles from the door to the viewer: five side by side, longer the nearer they are.
  private static var path: [PaintedShape] {
    [.polygon([(144, 298), (186, 298), (272, side), (72, side)], pathTiles)]
  }

  @Sendable private static func pathTiles(_ point: Point) -> Paint {
    // The borders as lines through the path's corners; depth goes with one over the distance from the horizon.
    let down = point.y - 8 * 298, height = 8 * (side - 298)
    let left = 8 * 144 - 8 * 72 * down / height, right = 8 * 186 + 8 * 86 * down / height
    let column = 5 * (point.x - left) / max(right - left, 1)
    let row = 8 * 900 / (point.y - 8 * horizon)
    return (column + row) % 2 == 0 ? Paint(232, 222, 200, grain: 8) : Paint(112, 100, 94, grain: 8)
  }

  private static var tree: [PaintedShape] {
    [
      .polygon([(319, 200), (335, 200), (340, 320), (312, 320)], bark),
      .discs(
        [(327, 172, 48), (290, 190, 32), (363, 192, 33), (308, 142, 34), (346, 142, 33)],
        plain(Paint(44, 104, 50, grain: 34))),
      .discs(
        [(312, 160, 28), (346, 170, 24), (288, 184, 17), (330, 130, 20), (364, 184, 17), (304, 132, 15)],
        plain(Paint(82, 150, 66, grain: 38))),
      .discs(
        [(306, 152, 13), (338, 162, 12), (284, 178, 8), (325, 124, 9), (360, 178, 8)],
        plain(Paint(134, 188, 88, grain: 34))),
    ]
  }

  /// Streaks of 3 pixels along the trunk.
  @Sendable private static func bark(_ point: Point) -> Paint {
    point.x / 24 % 2 == 0 ? Paint(104, 72, 48, grain: 22) : Paint(82, 56, 38, grain: 22)
  }

  /// A fence of pointed pickets on two rails, on both sides of the house.
  private static var fence: [PaintedShape] {
    let white = plain(Paint(246, 246, 242)), shade = plain(Paint(196, 200, 206))
    let lefts = Array(stride(from: 2, through: 66, by: 16)) + Array(stride(from: 266, through: 394, by: 16))
    let rails: [PaintedShape] = [(0, 78), (262, side)].flatMap { left, right -> [PaintedShape] in
      [.rectangle(left, 282, right, 287, shade), .rectangle(left, 308, right, 313, shade)]
    }
    return rails
      + lefts.flatMap { left -> [PaintedShape] in
        let (middle, right) = (left + 5, left + 10)
        return [
          .polygon([(left, 272), (middle, 264), (right, 272), (right, 324), (left, 324)], white),
          .polygon([(right - 3, 269), (right, 272), (right, 324), (right - 3, 324)], shade),
        ]
      }
  }

  /// Sixty flowers in the grass beside the path, the nearest in front: their places and colors are drawn at random.
  private static func flowers(seed: UInt64) -> [PaintedShape] {
    let stream = RandomStream(
      seed: seed, purpose: .dataGeneration, site: RandomSite(path: "drawn-picture/flowers"))
    let colors = [
      Paint(226, 52, 64), Paint(250, 250, 250), Paint(244, 204, 50), Paint(168, 84, 196),
      Paint(240, 128, 170),
    ]
    let flowers = (0..<60).map { number in
      let y = 334 + stream.integer(at: 3 * number, below: 62)
      // The path's left border at this row is 144 − 72·(y − 298)/102, its right border 186 + 86·(y − 298)/102.
      let place = stream.integer(at: 3 * number + 1, below: 230)
      let left = 138 - 72 * (y - 298) / 102, right = 192 + 86 * (y - 298) / 102
      let x = place < left ? place : right + (place - left) * (side - right) / max(230 - left, 1)
      return (x: x, y: y, color: colors[stream.integer(at: 3 * number + 2, below: colors.count)])
    }
    return flowers.sorted { a, b in (a.y, a.x) < (b.y, b.x) }.flatMap { flower -> [PaintedShape] in
      let (x, y) = (flower.x, flower.y)
      return [
        .discs(
          [(x, y - 2, 2), (x + 2, y, 2), (x, y + 2, 2), (x - 2, y, 2)], plain(flower.color)),
        .discs([(x, y, 1)], plain(Paint(250, 190, 40))),
      ]
    }
  }
}
