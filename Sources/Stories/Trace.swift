import Press

/// The words by which an article is recognised, with their weights; the vector has length 1.
struct Trace: Sendable, Hashable {
  /// Ascending.
  var hashes: [UInt32] = []
  var weights: [Float] = []

  /// Most words kept of one article.
  static let width = 48

  static func cosine(_ left: Trace, _ right: Trace) -> Float {
    var sum: Float = 0
    var i = 0
    var j = 0
    while i < left.hashes.count && j < right.hashes.count {
      if left.hashes[i] == right.hashes[j] {
        sum += left.weights[i] * right.weights[j]
        i += 1
        j += 1
      } else if left.hashes[i] < right.hashes[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }
}

/// Counts an article's words and weighs them.
struct TraceReader: Sendable {
  private var reader = WordReader()
  private var places: [UInt32: Int] = [:]
  private var counted: [(hash: UInt32, weight: Float)] = []

  /// Words of the body that are read at most.
  static let longest = 600

  mutating func trace(of arrival: Arrival, words table: WordTable) -> Trace {
    places.removeAll(keepingCapacity: true)
    counted.removeAll(keepingCapacity: true)
    count(Array(arrival.headline.utf8), weight: 1, most: 60)
    var start = 0
    if let standfirst = arrival.standfirst, !standfirst.isEmpty {
      count(Array(standfirst.utf8), weight: 0.5, most: 80)
      start = standfirst.utf8.count
    }
    let body = arrival.body.utf8
    if start < body.count {
      count(Array(body[start...]), weight: 0.35, most: Self.longest)
    }
    return weigh(table)
  }

  private mutating func count(_ bytes: [UInt8], weight: Float, most: Int) {
    var left = most
    var places = places
    var counted = counted
    reader.read(bytes) { word in
      guard !StopWords.contains(word.hash), word.length > 1 else { return true }
      func add(_ hash: UInt32, _ weight: Float) {
        if let place = places[hash] {
          counted[place].weight = max(counted[place].weight, weight) + 0.15 * weight
        } else {
          places[hash] = counted.count
          counted.append((hash, weight))
        }
      }
      add(word.hash, word.isNumber && word.length < 2 ? weight * 0.5 : weight)
      if word.head != 0 { add(word.head, weight * 0.5) }
      left -= 1
      return left > 0
    }
    self.places = places
    self.counted = counted
  }

  private func weigh(_ table: WordTable) -> Trace {
    var weighed = counted
    for index in weighed.indices {
      weighed[index].weight *= Rarity.weight(of: weighed[index].hash, in: table)
    }
    if weighed.count > Trace.width {
      weighed.sort { ($0.weight, $0.hash) > ($1.weight, $1.hash) }
      weighed.removeLast(weighed.count - Trace.width)
    }
    weighed.sort { $0.hash < $1.hash }
    var square: Float = 0
    for word in weighed { square += word.weight * word.weight }
    let length = max(square.squareRoot(), 1e-6)
    return Trace(hashes: weighed.map(\.hash), weights: weighed.map { $0.weight / length })
  }
}

/// How telling a word is.
enum Rarity {
  static func weight(of hash: UInt32, in table: WordTable) -> Float {
    let count = table.count(of: hash)
    return naturalLog((table.articles + 2000) / (count + 1.5))
  }
}

/// The natural logarithm of a positive number, by its binary exponent and a short series: the
/// pure rooms do without a maths library.
func naturalLog(_ value: Float) -> Float {
  guard value > 0 else { return 0 }
  let fraction = Float(sign: .plus, exponent: 0, significand: value.significand)
  let ratio = (fraction - 1) / (fraction + 1)
  let square = ratio * ratio
  let series = 2 * ratio * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
  return Float(value.exponent) * 0.693_147_2 + series
}
