public import Geometry

/// The user error that a call ends with; nil when it succeeds or throws another kind.
public func userError<Result>(of body: () throws -> Result) -> UserError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? UserError
  }
}
