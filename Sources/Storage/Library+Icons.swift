import Foundation
import GRDB
package import Press

extension Library {
  /// Outlets with sources whose icon was never asked for, or not since a time, each with an address
  /// of its own: its home page, else one of its sources.
  package func outletsWithoutIcon(since time: Int64, limit: Int) throws(LibraryError)
    -> [(outlet: Outlet.ID, address: String)]
  {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT source.outlet, coalesce(outlet.home, min(source.url)) FROM source
            JOIN outlet ON outlet.id = source.outlet
            LEFT JOIN outletIcon ON outletIcon.outlet = source.outlet
            WHERE source.succeededAt IS NOT NULL AND coalesce(outletIcon.askedAt, 0) < ?
            GROUP BY source.outlet ORDER BY source.outlet LIMIT ?
            """), arguments: [time, limit]
      ).map { ($0[0], $0[1]) }
    }
  }

  /// Keeps an outlet's icon, a PNG; nil notes that it has none. One that was kept stays then.
  package func keep(icon: [UInt8]?, of outlet: Outlet.ID, at now: Int64) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: """
          INSERT INTO outletIcon VALUES (?, 'image/png', ?, ?) ON CONFLICT DO UPDATE SET
            askedAt = excluded.askedAt,
            bytes = CASE WHEN length(excluded.bytes) > 0 THEN excluded.bytes ELSE bytes END
          """, arguments: [outlet, Data(icon ?? []), now])
    }
  }

  /// An outlet's icon as a PNG; nil where it has none.
  package func icon(of outlet: Outlet.ID) throws(LibraryError) -> [UInt8]? {
    try read { db in
      try Data.fetchOne(
        db.cachedStatement(
          sql: "SELECT bytes FROM outletIcon WHERE outlet = ? AND length(bytes) > 0"),
        arguments: [outlet]
      ).map { [UInt8]($0) }
    }
  }
}
