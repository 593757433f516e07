import CPROJ

/// A PROJ context with the last message PROJ wrote into it. For one thread at a time.
final class PROJContext {
  let pointer: OpaquePointer?
  private var message = ""

  init() {
    pointer = proj_context_create()
    // A plan must not depend on what a server says today.
    proj_context_set_enable_network(pointer, 0)
    let this = Unmanaged.passUnretained(self).toOpaque()
    proj_log_func(pointer, this) { userData, _, text in
      guard let text, let userData else { return }
      Unmanaged<PROJContext>.fromOpaque(userData).takeUnretainedValue().message =
        String(cString: text)
    }
  }

  deinit {
    if let pointer { proj_context_destroy(pointer) }
  }

  /// The last message, which is forgotten by being taken.
  func takeMessage() -> String {
    defer { message = "" }
    return message.isEmpty ? "no message from PROJ" : message
  }
}
