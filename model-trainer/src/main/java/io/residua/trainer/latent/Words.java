package io.residua.trainer.latent;

import java.util.Locale;

/** Numbers in sentences, the same on every machine. */
final class Words {
  private Words() {}

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /** With two digits behind the point. */
  static String hundredths(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** With three digits behind the point. */
  static String thousandths(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
