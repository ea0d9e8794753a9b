package io.residua.detector.bundle;

/**
 * Computes golden records again. A number counts as reproduced when it differs by at most 1e-5, or
 * by a hundred-thousandth of itself where it is larger than 1.
 */
final class GoldenCheck {
  private static final double TOLERANCE = 1e-5;

  private final GoldenRun run;
  private int number;

  private GoldenCheck(GoldenRun run) {
    this.run = run;
  }

  /** Checks every golden record of a model. */
  static void check(ModelBundle model) throws BundleException {
    GoldenCheck check = new GoldenCheck(new GoldenRun(model.features(), model.parts()));
    for (GoldenRecord golden : model.golden()) {
      check.one(golden);
    }
  }

  private void one(GoldenRecord golden) throws BundleException {
    number++;
    double score = run.score(golden.event());
    requireAll("features", golden.features(), run.input());
    requireAll("embedding", golden.embedding(), run.latent());
    require("score", golden.score(), score);
  }

  private void requireAll(String what, float[] expected, float[] found) throws BundleException {
    require("the length of " + what, expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      require(what + "[" + i + "]", expected[i], found[i]);
    }
  }

  private void require(String what, double expected, double found) throws BundleException {
    double allowed = TOLERANCE * Math.max(1, Math.abs(expected));
    if (!(Math.abs(expected - found) <= allowed)) {
      throw new BundleException(
          "%s: record %d is not reproduced: expected %s %s, found %s"
              .formatted(BundleFormat.GOLDEN, number, what, expected, found));
    }
  }
}
