// The C library's functions that radio needs, under their own names and for Double only: one place
// that knows which C library there is, no Foundation for five functions, and formulas that the
// compiler checks quickly, there being no overloads.

#if canImport(Darwin)
  import Darwin

  func log(_ x: Double) -> Double { Darwin.log(x) }
  func log10(_ x: Double) -> Double { Darwin.log10(x) }
  func exp(_ x: Double) -> Double { Darwin.exp(x) }
  func pow(_ base: Double, _ exponent: Double) -> Double { Darwin.pow(base, exponent) }
  func erfc(_ x: Double) -> Double { Darwin.erfc(x) }
#else
  import Glibc

  func log(_ x: Double) -> Double { Glibc.log(x) }
  func log10(_ x: Double) -> Double { Glibc.log10(x) }
  func exp(_ x: Double) -> Double { Glibc.exp(x) }
  func pow(_ base: Double, _ exponent: Double) -> Double { Glibc.pow(base, exponent) }
  func erfc(_ x: Double) -> Double { Glibc.erfc(x) }
#endif
