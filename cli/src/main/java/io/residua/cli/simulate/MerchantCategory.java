package io.residua.cli.simulate;

import java.util.List;
import java.util.Locale;

/**
 * What money is spent on, and how: typical amount, channels and times of day. These ties between
 * fields are what makes an odd transaction visible although each of its values is ordinary.
 */
enum MerchantCategory {
  GROCERIES(26, 32, 0.45, 0.02, 0.75, Hours.SHOP),
  RESTAURANT(16, 24, 0.45, 0.03, 0.70, Hours.MEALS),
  FUEL(6, 55, 0.25, 0.00, 0.20, Hours.DAY),
  TRANSPORT(14, 4, 0.45, 0.15, 0.90, Hours.COMMUTE),
  CLOTHING(6, 55, 0.50, 0.45, 0.30, Hours.SHOP),
  ELECTRONICS(3, 130, 0.60, 0.60, 0.10, Hours.SHOP),
  PHARMACY(5, 16, 0.45, 0.10, 0.60, Hours.SHOP),
  STREAMING(4, 12, 0.15, 1.00, 0.00, Hours.EVENING),
  DIGITAL_GOODS(5, 18, 0.45, 1.00, 0.00, Hours.EVENING),
  TRAVEL(2, 230, 0.55, 0.95, 0.00, Hours.EVENING),
  HOTEL(2, 140, 0.40, 0.10, 0.10, Hours.DAY),
  CASH(6, 90, 0.40, 0.00, 0.00, Hours.DAY),
  UTILITIES(4, 70, 0.25, 0.95, 0.00, Hours.OFFICE),
  JEWELLERY(1, 190, 0.50, 0.15, 0.02, Hours.SHOP);

  /** Terminals that still read the stripe are as good as gone. */
  private static final double SHARE_OF_MAGSTRIPE = 0.0005;

  private final double weight;
  private final double medianAmount;
  private final double spread;
  private final double online;
  private final double contactless;
  private final Hours hours;

  MerchantCategory(
      double weight,
      double medianAmount,
      double spread,
      double online,
      double contactless,
      Hours hours) {
    this.weight = weight;
    this.medianAmount = medianAmount;
    this.spread = spread;
    this.online = online;
    this.contactless = contactless;
    this.hours = hours;
  }

  /** How often it is chosen, in proportion to the others. */
  double weight() {
    return weight;
  }

  /** In euro. */
  double medianAmount() {
    return medianAmount;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  double amount(Dice dice, double income) {
    double amount = dice.aroundMedian(medianAmount * income, spread);
    return this == CASH ? Math.max(10, 10 * Math.round(amount / 10)) : amount;
  }

  double hour(Dice dice) {
    return hours.draw(dice);
  }

  Channel channel(Dice dice) {
    if (dice.chance(online)) {
      return Channel.ONLINE;
    }
    if (dice.chance(SHARE_OF_MAGSTRIPE)) {
      return Channel.MAGSTRIPE;
    }
    return dice.chance(contactless) ? Channel.CONTACTLESS : Channel.CHIP;
  }

  /** When people spend: a mixture of normal distributions over the hours of a day. */
  private enum Hours {
    SHOP(new Peak(11, 2, 1), new Peak(17.5, 1.8, 1.4)),
    MEALS(new Peak(12.6, 0.8, 1), new Peak(19.8, 1.4, 1.3)),
    DAY(new Peak(9, 2, 1), new Peak(16.5, 2.5, 1.2)),
    COMMUTE(new Peak(7.8, 0.9, 1), new Peak(17.6, 1.3, 1)),
    EVENING(new Peak(13, 2.5, 0.5), new Peak(20, 1.6, 1)),
    OFFICE(new Peak(10, 1.2, 1), new Peak(14.5, 1.5, 0.8));

    private final List<Peak> peaks;

    Hours(Peak... peaks) {
      this.peaks = List.of(peaks);
    }

    double draw(Dice dice) {
      Peak peak = dice.weighted(peaks, Peak::weight);
      return dice.normal(peak.hour(), peak.deviation());
    }
  }

  private record Peak(double hour, double deviation, double weight) {}
}
