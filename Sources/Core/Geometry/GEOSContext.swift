import CGEOS

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The GEOS context of one thread, with the last message GEOS wrote into it.
///
/// GEOS wants a context handle that no two threads use at once. One handle a thread, kept in
/// pthread-specific data and freed when the thread ends, costs some 20 ns a look-up. A context must
/// not be kept across an `await`: the task may wake on another thread.
final class GEOSContext {
  /// The raw handle; nil only when memory has run out, and then every operation reports failure.
  let handle: GEOSContextHandle_t?
  private var message = ""

  private init() {
    handle = GEOS_init_r()
    guard handle != nil else { return }
    let this = Unmanaged.passUnretained(self).toOpaque()
    _ = GEOSContext_setErrorMessageHandler_r(
      handle,
      { text, userData in
        guard let text, let userData else { return }
        Unmanaged<GEOSContext>.fromOpaque(userData).takeUnretainedValue().message =
          String(cString: text)
      }, this)
  }

  deinit {
    if handle != nil { GEOS_finish_r(handle) }
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { context in
      guard let context else { return }
      Unmanaged<GEOSContext>.fromOpaque(context).release()
    }
    return key
  }()

  /// The context of the calling thread, made at first use.
  static var current: GEOSContext {
    if let existing = pthread_getspecific(key) {
      return Unmanaged<GEOSContext>.fromOpaque(existing).takeUnretainedValue()
    }
    let context = GEOSContext()
    pthread_setspecific(key, Unmanaged.passRetained(context).toOpaque())
    return context
  }

  /// The last message, which is forgotten by being taken.
  private func takeMessage() -> String {
    defer { message = "" }
    return message.isEmpty ? "no message from GEOS" : message
  }

  /// The error for an operation that GEOS gave up.
  func failure(of operation: String) -> UserError {
    UserError(
      "DR-103", .badData, at: "geometry \(operation)", takeMessage(),
      remedy: "check the geometry's validity, or repair it first")
  }

  /// The error for text that GEOS could not read.
  func unreadable(_ text: String) -> UserError {
    let shown = text.count > 60 ? text.prefix(60) + "..." : text[...]
    return UserError(
      "DR-102", .badData, at: "WKT '\(shown)'", takeMessage(),
      remedy: "give well-known text such as POINT (116.4 39.9)")
  }
}
