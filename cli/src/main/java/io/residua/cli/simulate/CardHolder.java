package io.residua.cli.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person's habits: where home is, how much is spent, on what, when, and the odd trip abroad.
 */
final class CardHolder {
  private static final double TRIPS_PER_DAY = 0.02;
  private static final int FAVOURITES = 4;

  /** Merchants of one category in one country, numbered from 1. */
  static final int MERCHANTS = 54;

  private static final double WEEKEND = 1.25;

  private final String card;
  private final Dice dice;
  private final Country home;
  private final double income;
  private final double perDay;
  private final double hourShift;
  private final Map<MerchantCategory, Double> tastes = new EnumMap<>(MerchantCategory.class);
  private Country whereabouts;
  private int daysAbroad;

  CardHolder(String card, Dice dice) {
    this.card = card;
    this.dice = dice;
    this.home = Country.anyHome(dice);
    this.income = dice.aroundMedian(1, 0.3);
    this.perDay = dice.between(1.5, 6);
    this.hourShift = dice.normal(0, 0.7);
    for (MerchantCategory category : MerchantCategory.values()) {
      tastes.put(category, category.weight() * dice.aroundMedian(1, 0.5));
    }
    this.whereabouts = home;
  }

  String card() {
    return card;
  }

  Country home() {
    return home;
  }

  /** One day's transactions, in no particular order. */
  List<CardTransaction> day(Instant midnight, boolean weekend) {
    travel();
    int count = dice.poisson(perDay * (weekend ? WEEKEND : 1));
    List<CardTransaction> transactions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      transactions.add(purchase(midnight));
    }
    return transactions;
  }

  private void travel() {
    if (daysAbroad > 0) {
      daysAbroad--;
    } else if (dice.chance(TRIPS_PER_DAY)) {
      daysAbroad = dice.whole(2, 9);
      whereabouts = Country.anyTripFrom(home, dice);
    } else {
      whereabouts = home;
    }
  }

  private CardTransaction purchase(Instant midnight) {
    MerchantCategory category = dice.weighted(List.copyOf(tastes.keySet()), tastes::get);
    Channel channel = category.channel(dice);
    Country country = channel == Channel.ONLINE ? home : whereabouts;
    return new CardTransaction(
        midnight.plus(timeOfDay(category.hour(dice) + hourShift)),
        card,
        merchant(category, country),
        category,
        country,
        channel,
        category.amount(dice, income),
        distance(channel, country),
        Optional.empty());
  }

  private String merchant(MerchantCategory category, Country country) {
    int number =
        Math.floorMod(card.hashCode(), MERCHANTS - FAVOURITES + 1) + dice.whole(1, FAVOURITES);
    return "%s-%s-%02d".formatted(category.text(), country, number);
  }

  private Optional<Double> distance(Channel channel, Country country) {
    if (channel == Channel.ONLINE) {
      return Optional.empty();
    }
    double kilometres = country == home ? 4 : country.distance();
    return Optional.of(dice.aroundMedian(kilometres, country == home ? 0.8 : 0.15));
  }

  /** Hours before and after the day wrap around. */
  static Duration timeOfDay(double hour) {
    double wrapped = hour - 24 * Math.floor(hour / 24);
    return Duration.ofSeconds((long) (wrapped * 3600));
  }
}
