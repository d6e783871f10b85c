import GRDB

/// What can keep a library from being opened, read or written. Each says where and what helps.
package enum LibraryError: Error, Equatable, CustomStringConvertible {
  case cannotOpen(path: String, reason: String)
  case newerVersion(path: String)
  case damaged(path: String, reason: String)
  case full(path: String)
  case readOnly(path: String)
  case busy(path: String)
  case failed(path: String, reason: String)

  package var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "\(path): the library cannot be opened (\(reason)). Check that the folder exists and may be written, or name another file with --library."
    case .newerVersion(let path):
      "\(path): the library was written by a newer version of Presseschau and is left untouched. Update the program, or name another file with --library."
    case .damaged(let path, let reason):
      "\(path): the file is not a library or is damaged (\(reason)). Restore a backup, or name another file with --library."
    case .full(let path):
      "\(path): the disk is full; everything kept before is safe, the last articles were not added. Free some space and start again."
    case .readOnly(let path):
      "\(path): the library may not be written. Give write permission for the file and its folder."
    case .busy(let path):
      "\(path): another program is writing to the library. End it, or try again in a moment."
    case .failed(let path, let reason):
      "\(path): the library did not take the change (\(reason)). Nothing kept before is lost."
    }
  }

  package init(_ error: any Error, path: String) {
    if let error = error as? LibraryError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE:
      self = .full(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self = .cannotOpen(path: path, reason: reason)
    default: self = .failed(path: path, reason: reason)
    }
  }
}
