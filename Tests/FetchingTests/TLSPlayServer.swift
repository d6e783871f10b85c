import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOPosix
import NIOSSL
import Synchronization

/// A server on loopback that speaks TLS with the certificate of `bote.press`, and HTTP/2 if it is
/// to offer that.
final class TLSPlayServer: Sendable {
  static let certificates = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Certificates")
  /// The authority that signed the certificate.
  static let authority = certificates.appending(path: "authority.pem").path()

  let port: Int
  private let channel: any Channel
  private let connectionCount: SharedCount

  var connections: Int { connectionCount.value }

  init(offersHTTP2: Bool, body: String) async throws {
    let folder = Self.certificates
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(
        folder.appending(path: "bote.pem").path()
      ).map { .certificate($0) },
      privateKey: .privateKey(
        try NIOSSLPrivateKey(file: folder.appending(path: "bote.key.pem").path(), format: .pem)))
    configuration.applicationProtocols = offersHTTP2 ? ["h2", "http/1.1"] : ["http/1.1"]
    let context = try NIOSSLContext(configuration: configuration)
    let count = SharedCount()
    connectionCount = count
    channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        count.add()
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
        }.flatMap {
          channel.configureHTTP2SecureUpgrade(
            h2ChannelConfigurator: { channel in
              channel.configureHTTP2Pipeline(mode: .server) { stream in
                stream.eventLoop.makeCompletedFuture {
                  try stream.pipeline.syncOperations.addHandler(
                    HTTP2FramePayloadToHTTP1ServerCodec())
                  try stream.pipeline.syncOperations.addHandler(PlainAnswer(body: body))
                }
              }.map { _ in }
            },
            http1ChannelConfigurator: { channel in
              channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                try channel.pipeline.syncOperations.addHandler(PlainAnswer(body: body))
              }
            })
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  func stop() async { try? await channel.close() }
}

/// A number that several threads count up.
final class SharedCount: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }
  func add() { count.withLock { $0 += 1 } }
}

/// Answers every request with the same body.
private final class PlainAnswer: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let body: String
  init(body: String) { self.body = body }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .end = unwrapInboundIn(data) else { return }
    let head = HTTPResponseHead(
      version: .http1_1, status: .ok,
      headers: ["content-type": "application/rss+xml", "content-length": "\(body.utf8.count)"])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}
