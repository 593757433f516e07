// Powers of positive numbers by the exponential: several times cheaper than the C library's pow, which
// cares for every sign and special case. The relative error grows with the exponent, to about 1e-14.

/// `base` to the power of `exponent`; `base` above 0.
func positivePower(_ base: Double, _ exponent: Double) -> Double { exp(exponent * log(base)) }

/// 10 to the power of `exponent`.
func tenTo(_ exponent: Double) -> Double { exp(2.302585092994046 * exponent) }
