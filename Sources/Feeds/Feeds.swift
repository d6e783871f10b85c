// The door of the room: `FeedReader`, `FeedDiscovery`, `OPML`, `SitemapReader`; `FeedDocument`
// holds a feed in every detail.
