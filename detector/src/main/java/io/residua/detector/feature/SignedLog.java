package io.residua.detector.feature;

/** {@code log(1 + |x|)} with the sign of x. */
record SignedLog() implements NumberTransform {
  @Override
  public double apply(double x) {
    return Math.copySign(Math.log1p(Math.abs(x)), x);
  }

  @Override
  public double invert(double y) {
    return Math.copySign(Math.expm1(Math.abs(y)), y);
  }
}
