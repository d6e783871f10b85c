/// Takes hashed features in.
protocol FeatureSink {
  mutating func take(_ bucket: Int)
}

extension FeatureSink {
  @inline(__always) mutating func add(_ template: UInt64, _ value: UInt64) {
    take(NameFeatures.bucket(template, value))
  }
}

/// The buckets themselves, as training wants them.
struct BucketList: FeatureSink {
  var buckets: [Int32]

  @inline(__always) mutating func take(_ bucket: Int) {
    buckets.append(Int32(truncatingIfNeeded: bucket))
  }
}

/// The sum of the buckets' rows.
struct RowSum: FeatureSink {
  let rows: [SIMD8<Int8>]
  var sum = SIMD8<Int16>(repeating: 0)

  @inline(__always) mutating func take(_ bucket: Int) {
    sum &+= SIMD8<Int16>(truncatingIfNeeded: rows[bucket])
  }
}
