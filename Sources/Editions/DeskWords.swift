/// The words of the reader’s desk.
package struct DeskWords: Sendable {
  package var desk: String
  package var lists: String
  package var unread: String
  package var everything: String
  package var starred: String
  package var followed: String
  package var notices: String
  package var history: String
  package var searches: String
  package var searchAll: String
  package var searchButton: String
  package var saveSearch: String
  package var forget: String
  package var storiesFeed: String
  package var newInIt: String
  package var since: @Sendable (String) -> String
  package var unreadCount: @Sendable (Int) -> String
  package var unreadMark: String
  package var independent: @Sendable (Int) -> String
  package var copies: @Sendable (Int) -> String
  package var copiesRead: @Sendable (Int) -> String
  package var copyOf: @Sendable (String) -> String
  package var moreReports: @Sendable (Int) -> String
  package var allRead: String
  package var undo: String
  package var wasRead: @Sendable (Int) -> String
  package var undone: String
  package var older: String
  package var shownOf: @Sendable (Int, Int) -> String
  package var showAll: String
  package var showUnread: String
  package var nothingUnread: String
  package var nothingHere: String
  package var toList: String
  package var open: @Sendable (String) -> String
  package var star: String
  package var unstar: String
  package var keepUnread: String
  package var markRead: String
  package var follow: String
  package var unfollow: String
  package var readOn: String
  package var original: String
  package var listen: String
  package var watch: String
  package var continueAt: String
  package var disagreement: String
  package var keys: String
  package var keyMove: String
  package var keyOpen: String
  package var keyRead: String
  package var keyStar: String
  package var keySearch: String
  package var keyHelp: String
  package var addSource: String
  package var menu: String
  package var subscriptions: String
  package var subscriptionsIntro: String
  package var addressLabel: String
  package var folderLabel: String
  package var titleLabel: String
  package var subscribe: String
  package var unsubscribe: String
  package var unsubscribeFrom: @Sendable (String) -> String
  package var change: String
  package var changeOf: @Sendable (String) -> String
  package var rename: String
  package var removeFolder: String
  package var opmlIn: String
  package var opmlFile: String
  package var opmlOut: String
  package var imported: @Sendable (Int) -> String
  package var carried: @Sendable (Int, Int) -> String
  /// How many rules were taken along, and those that were not.
  package var rulesMoved: @Sendable (Int, [String]) -> String
  package var movingHelp: String
  package var rules: String
  package var rulesIntro: String
  package var ruleField: String
  package var ruleFields: [String: String]
  package var rulePattern: String
  package var ruleAction: String
  package var ruleActions: [String: String]
  package var ruleFeed: String
  package var everyFeed: String
  package var ruleToUnread: String
  package var addRule: String
  package var remove: String
  package var removeNamed: @Sendable (String) -> String
  package var ruleSentence: @Sendable (String, String, String) -> String
  package var devices: String
  package var devicesIntro: String
  package var deviceName: String
  package var deviceFever: String
  package var addDevice: String
  package var deviceSecret: String
  package var deviceOnce: String
  package var serverAddress: String
  package var feverAddress: String
  package var accountName: String
  package var appsHelp: String
  package var noDevices: String
  package var used: @Sendable (String) -> String
  package var neverUsed: String
  package var revoke: String
  package var revokeNamed: @Sendable (String) -> String
  package var browsers: String
  package var thisBrowser: String
  package var endOthers: String
  package var settings: String
  package var signedInAs: @Sendable (String) -> String
  package var habits: String
  package var copiesTogether: String
  package var hasStories: String
  package var joinsSources: String
  package var save: String
  package var saved: String
  package var keepLater: String
  package var keptLater: String
  package var laterRefused: String
  package var laterLost: String
  package var bookmarks: String
  package var bookmarksNote: String
  package var bookmarksKind: String
  package var noBookmarks: String
  package var bookmarksSecret: String
  package var bookmarksUser: String
  package var bookmarksClient: String
  package var bookmarksClientSecret: String
  package var bookmarksIncomplete: String
  package var passwordTitle: String
  package var oldPassword: String
  package var newPassword: String
  package var passwordNote: String
  package var passwordChanged: String
  package var takeAlong: String
  package var exportLink: String
  package var deleteTitle: String
  package var deleteNote: String
  package var deleteButton: String
  package var signOut: String
  package var signIn: String
  package var signInIntro: String
  package var name: String
  package var password: String
  package var wrong: String
  package var barred: @Sendable (Int) -> String
  package var busy: String
  package var expired: String
  package var welcome: String
  package var welcomeIntro: String
  package var welcomeGone: String
  package var makeAccount: String
  package var nameTaken: String
  package var passwordShort: String
  package var passwordPlain: String
  package var accounts: String
  package var accountsIntro: String
  package var house: String
  package var houseIntro: String
  package var houseArticles: String
  package var houseCopies: String
  package var houseStories: String
  package var houseSources: String
  package var houseDisk: String
  package var houseLate: String
  package var houseQueue: String
  package var houseDue: String
  package var houseFailing: String
  package var houseFailures: Wording.Counted
  package var houseCalls: String
  package var houseAll: String
  package var stories: String
  package var storiesIntro: String
  package var storiesNewest: String
  package var storyArticles: String
  package var storySplit: String
  package var storyPin: String
  package var storyFree: String
  package var storyOther: String
  package var storyJoin: String
  package var storyNoted: String
  package var storyNothing: String
  package var operatorMark: String
  package var invite: String
  package var inviteButton: String
  package var inviteLink: String
  package var makeOperator: String
  package var removeOperator: String
  package var failed: String
}

extension EditionLanguage {
  /// The words of the reader’s desk in this language; lent, since they are too many to be copied.
  package var deskWording: DeskWords {
    _read {
      switch self {
      case .german: yield DeskWords.german
      case .english: yield DeskWords.english
      }
    }
  }
}
