package io.residua.trainer.family;

import java.util.List;

/** A discriminator that is right nearly always: what it judges did not learn to pass. */
final class OutrightWin {
  private static final double OUTRIGHT = 0.9;

  private OutrightWin() {}

  /**
   * @param accuracy share of rows that the discriminator tells rightly
   * @param made what it judges
   * @param drawn what it compares them with
   * @return one sentence, or none
   */
  static List<String> of(double accuracy, String made, String drawn) {
    return accuracy < OUTRIGHT
        ? List.of()
        : List.of(
            "the discriminator won outright: it tells %s from %s in %.0f %% of cases; a narrower latent vector or more steps may help"
                .formatted(made, drawn, 100 * accuracy));
  }
}
