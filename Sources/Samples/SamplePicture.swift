/// A picture of the sample press: a river landscape drawn by numbers, another one for every number.
/// The press has no photographer; its pictures only need to be pictures, and ours.
struct SamplePicture {
  static let width = 960
  static let height = 540

  /// Five rows of hills from the farthest to the nearest, as heights above the water.
  private let ridges: [[Int]]
  private let sun: (x: Int, y: Int, radius: Int)
  private let colours: Colours

  init(number: Int) {
    var dice = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 | 1
    func roll(_ sides: Int) -> Int {
      dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(dice >> 33) % sides
    }
    colours = Colours.all[roll(Colours.all.count)]
    sun = (roll(700) + 130, roll(110) + 70, roll(26) + 28)
    var ridges: [[Int]] = []
    for row in 0..<5 {
      let step = 240 - row * 26
      let knots = (0..<(Self.width / step + 3)).map { _ in Double(roll(110 - row * 14)) }
      let rough = (0..<(Self.width / 24 + 3)).map { _ in Double(roll(14 + row * 3)) }
      ridges.append(
        (0..<Self.width).map { x in
          Int(Self.wave(knots, x, step) + Self.wave(rough, x, 24)) + 150 - row * 34
        })
    }
    self.ridges = ridges
  }

  /// A smooth line through knots.
  private static func wave(_ knots: [Double], _ x: Int, _ step: Int) -> Double {
    let part = Double(x % step) / Double(step)
    let ease = part * part * (3 - 2 * part)
    return knots[x / step] * (1 - ease) + knots[x / step + 1] * ease
  }

  /// The picture as a PNG file (RFC 2083 and its successors): 96 colours, packed by nobody.
  var png: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity((Self.width + 1) * Self.height)
    for y in 0..<Self.height {
      rows.append(0)
      for x in 0..<Self.width { rows.append(colour(x, y)) }
    }
    return PNGFile(width: Self.width, height: Self.height, palette: colours.palette).bytes(rows)
  }

  private static let shore = 380

  /// The number of a colour: sky 0…31, water 32…63, hills 64…94, sun 95.
  private func colour(_ x: Int, _ y: Int) -> UInt8 {
    guard y < Self.shore else { return water(x, y) }
    for row in (0..<5).reversed() where Self.shore - y < ridges[row][x] {
      let depth = min(5, (ridges[row][x] - (Self.shore - y)) / 12)
      return UInt8(64 + row * 6 + depth)
    }
    let (dx, dy) = (x - sun.x, y - sun.y)
    if dx * dx + dy * dy < sun.radius * sun.radius { return 95 }
    return UInt8(min(31, y * 32 / Self.shore + (x ^ y) % 2))
  }

  /// The hills mirrored, with ripples that grow to the front.
  private func water(_ x: Int, _ y: Int) -> UInt8 {
    let depth = y - Self.shore
    // Bands of ripples are the higher the nearer they are.
    let band = Int((Double(depth) * 5).squareRoot())
    let length = 26 + band * 5
    let start = Self.mix(band) % length
    let isLit = Self.mix(band &* 131 &+ (x + start) / length) % 4 == 0
    let mirrored = depth * 5 / 3 + Self.mix(band) % 5
    if mirrored < ridges[3][x], !isLit { return UInt8(64 + 3 * 6 + min(5, depth / 30)) }
    return UInt8(32 + min(31, depth / 6 + (isLit ? 5 : 0)))
  }

  /// A number that looks like chance.
  private static func mix(_ number: Int) -> Int {
    let mixed = UInt64(truncatingIfNeeded: number &+ 11) &* 0x9E37_79B9_7F4A_7C15
    return Int((mixed ^ mixed >> 29) >> 34)
  }
}

/// Three shades and what lies between them.
private struct Colours {
  typealias Shade = (Int, Int, Int)
  var sky: (top: Shade, low: Shade)
  var water: (far: Shade, near: Shade)
  var hills: (far: Shade, near: Shade)
  var sun: Shade

  /// Red, green and blue of 96 colours.
  var palette: [UInt8] {
    var bytes: [UInt8] = []
    func blend(_ from: Shade, _ to: Shade, _ part: Int, _ of: Int) {
      for (a, b) in [(from.0, to.0), (from.1, to.1), (from.2, to.2)] {
        bytes.append(UInt8(clamping: a + (b - a) * part / max(1, of)))
      }
    }
    for step in 0..<32 { blend(sky.top, sky.low, step, 31) }
    for step in 0..<32 { blend(water.far, water.near, step, 31) }
    for step in 0..<31 { blend(hills.far, hills.near, step / 6 * 6 + (step % 6) / 2, 30) }
    blend(sun, sun, 0, 1)
    return bytes
  }

  static let all = [
    Colours(
      sky: ((86, 128, 164), (236, 214, 184)), water: ((206, 200, 186), (58, 92, 116)),
      hills: ((142, 156, 168), (32, 52, 58)), sun: (252, 236, 200)),
    Colours(
      sky: ((52, 62, 96), (226, 150, 116)), water: ((190, 140, 124), (40, 44, 72)),
      hills: ((120, 98, 118), (26, 24, 38)), sun: (250, 214, 160)),
    Colours(
      sky: ((168, 190, 198), (234, 232, 222)), water: ((214, 218, 212), (96, 122, 124)),
      hills: ((168, 182, 174), (48, 72, 62)), sun: (250, 248, 238)),
    Colours(
      sky: ((110, 152, 180), (222, 228, 214)), water: ((188, 208, 204), (44, 88, 98)),
      hills: ((140, 164, 140), (34, 62, 44)), sun: (254, 246, 214)),
  ]
}

/// An indexed PNG whose data are stored, not packed.
struct PNGFile {
  var width: Int
  var height: Int
  var palette: [UInt8]

  func bytes(_ rows: [UInt8]) -> [UInt8] {
    let head = Self.number(width) + Self.number(height) + [8, 3, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + Self.chunk("IHDR", head) + Self.chunk("PLTE", palette)
      + Self.chunk("IDAT", Self.stored(rows)) + Self.chunk("IEND", [])
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + data
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in named { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
    return number(data.count) + named + number(Int(~sum))
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }

  /// A zlib stream of stored blocks (RFC 1950, RFC 1951 section 3.2.4).
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x78, 0x01]
    var start = 0
    repeat {
      let end = min(start + 65_535, data.count)
      let length = end - start
      out.append(end == data.count ? 1 : 0)
      out += [UInt8(length & 0xFF), UInt8(length >> 8)]
      out += [UInt8(~length & 0xFF), UInt8(~length >> 8 & 0xFF)]
      out += data[start..<end]
      start = end
    } while start < data.count
    var (a, b) = (1, 0)
    for byte in data {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return out + number(b << 16 | a)
  }
}
