package io.residua.benchmarks.growth;

/** Networks of which one size grows, as their widths with hyphens between them. */
final class Networks {
  private static final int FIELDS = 64;
  private static final int LEAST_FEATURES = 4;

  private Networks() {}

  /**
   * @throws IllegalArgumentException when there are too few for the network's middle
   */
  static String ofFeatures(int features) {
    if (features < LEAST_FEATURES) {
      throw new IllegalArgumentException(
          "expected at least %d features, found %d".formatted(LEAST_FEATURES, features));
    }
    return "%d-%d-%d-%d-%d".formatted(features, features / 2, features / 4, features / 2, features);
  }

  static String ofLatent(int latent) {
    return "%d-%d-%d-%d-%d".formatted(FIELDS, FIELDS, latent, FIELDS, FIELDS);
  }

  /** The latent width of a network. */
  static int latent(String network) {
    String[] widths = network.split("-");
    return Integer.parseInt(widths[widths.length / 2]);
  }

  /** The features of a network. */
  static int features(String network) {
    return Integer.parseInt(network.substring(0, network.indexOf('-')));
  }

  /** Multiply-adds of a record. */
  static long multiplyAdds(String network) {
    String[] widths = network.split("-");
    long sum = 0;
    for (int i = 1; i < widths.length; i++) {
      sum += Long.parseLong(widths[i - 1]) * Long.parseLong(widths[i]);
    }
    return sum;
  }
}
