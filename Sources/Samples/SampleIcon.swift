extension SampleOutlet {
  static let iconPath = "/icon.png"

  /// A disc over two bars, in a colour of the outlet's own: 64 pixels square.
  var icon: [UInt8] {
    let side = 64
    let hash = name.utf8.reduce(5381) { ($0 &* 33 &+ Int($1)) & 0xFFFF }
    let inks: [(UInt8, UInt8, UInt8)] = [
      (10, 95, 112), (168, 28, 56), (101, 67, 165), (44, 97, 24), (127, 74, 0), (28, 87, 163),
    ]
    let ink = inks[hash % inks.count]
    let palette: [UInt8] = [255, 255, 255, ink.0, ink.1, ink.2]
    var rows: [UInt8] = []
    for y in 0..<side {
      rows.append(0)
      for x in 0..<side {
        let (dx, dy) = (x - 32, y - 24)
        let isDisc = dx * dx + dy * dy < 14 * 14
        let isBar = (12..<52).contains(x) && ((44..<48).contains(y) || (52..<56).contains(y))
        rows.append(isDisc || isBar ? 0 : 1)
      }
    }
    return PNGFile(width: side, height: side, palette: palette).bytes(rows)
  }
}
