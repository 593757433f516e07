// Trigonometric functions of the ITU-R models and of antenna patterns; see ElementaryFunctions.swift.

#if canImport(Darwin)
  import Darwin

  func atan(_ x: Double) -> Double { Darwin.atan(x) }
  func acos(_ x: Double) -> Double { Darwin.acos(x) }
  func atan2(_ y: Double, _ x: Double) -> Double { Darwin.atan2(y, x) }
  func cos(_ x: Double) -> Double { Darwin.cos(x) }
  func tanh(_ x: Double) -> Double { Darwin.tanh(x) }
  func cbrt(_ x: Double) -> Double { Darwin.cbrt(x) }
#else
  import Glibc

  func atan(_ x: Double) -> Double { Glibc.atan(x) }
  func acos(_ x: Double) -> Double { Glibc.acos(x) }
  func atan2(_ y: Double, _ x: Double) -> Double { Glibc.atan2(y, x) }
  func cos(_ x: Double) -> Double { Glibc.cos(x) }
  func tanh(_ x: Double) -> Double { Glibc.tanh(x) }
  func cbrt(_ x: Double) -> Double { Glibc.cbrt(x) }
#endif
