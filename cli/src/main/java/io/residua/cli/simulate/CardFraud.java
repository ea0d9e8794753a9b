package io.residua.cli.simulate;

import static io.residua.cli.simulate.MerchantCategory.CASH;
import static io.residua.cli.simulate.MerchantCategory.CLOTHING;
import static io.residua.cli.simulate.MerchantCategory.ELECTRONICS;
import static io.residua.cli.simulate.MerchantCategory.FUEL;
import static io.residua.cli.simulate.MerchantCategory.GROCERIES;
import static io.residua.cli.simulate.MerchantCategory.JEWELLERY;
import static io.residua.cli.simulate.MerchantCategory.PHARMACY;
import static io.residua.cli.simulate.MerchantCategory.RESTAURANT;
import static io.residua.cli.simulate.MerchantCategory.TRAVEL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Kinds of fraud that are injected. All but the last break a tie between fields that a model of
 * single records can know; {@link #ACCOUNT_TAKEOVER} mostly looks like a purchase of anybody else's
 * and is hard for any such model.
 */
enum CardFraud {
  /** One everyday purchase at many times its usual amount. */
  UNUSUAL_AMOUNT(3, "amount") {
    @Override
    List<CardTransaction> commit(CardHolder victim, Instant midnight, Dice dice) {
      MerchantCategory category = dice.any(List.of(GROCERIES, PHARMACY, RESTAURANT, FUEL));
      double amount = category.medianAmount() * dice.between(50, 150);
      Place place = new Place(victim.home(), Channel.CHIP, dice.aroundMedian(4, 0.8));
      Instant time = midnight.plus(CardHolder.timeOfDay(dice.between(9, 20)));
      return List.of(at(time, victim, category, amount, place, dice));
    }
  },
  /** Cash and electronics by magnetic stripe, far abroad, in the small hours. */
  FOREIGN_NIGHT(3, "country", "channel", "distance_km", "event_time") {
    @Override
    List<CardTransaction> commit(CardHolder victim, Instant midnight, Dice dice) {
      Country far = Country.anyFar(dice);
      double start = dice.between(1, 3.5);
      return series(
          dice.whole(1, 3),
          i -> {
            MerchantCategory category = dice.any(List.of(CASH, ELECTRONICS));
            Place place =
                new Place(far, Channel.MAGSTRIPE, dice.aroundMedian(far.distance(), 0.05));
            Instant time = midnight.plus(CardHolder.timeOfDay(start + i * 0.3));
            double amount = category.medianAmount() * dice.between(1.5, 4);
            return at(time, victim, category, amount, place, dice);
          });
    }
  },
  /** A burst of tiny amounts at expensive online shops, which tries whether a number works. */
  CARD_TESTING(2, "amount", "merchant_category") {
    @Override
    List<CardTransaction> commit(CardHolder victim, Instant midnight, Dice dice) {
      double start = dice.between(0, 23.5);
      return series(
          dice.whole(5, 12),
          i -> {
            Instant time = midnight.plus(CardHolder.timeOfDay(start)).plusSeconds(i * 20L);
            Place place = new Place(victim.home(), Channel.ONLINE, Double.NaN);
            MerchantCategory category = dice.any(List.of(ELECTRONICS, TRAVEL, CLOTHING));
            return at(time, victim, category, dice.between(0.05, 0.5), place, dice);
          });
    }
  },
  /** A shopping spree by magnetic stripe, some way from home. */
  STOLEN_CARD(2, "channel", "amount", "distance_km") {
    @Override
    List<CardTransaction> commit(CardHolder victim, Instant midnight, Dice dice) {
      double start = dice.between(11, 18);
      return series(
          dice.whole(3, 7),
          i -> {
            MerchantCategory category = dice.any(List.of(JEWELLERY, ELECTRONICS, CLOTHING));
            Place place = new Place(victim.home(), Channel.MAGSTRIPE, dice.aroundMedian(60, 0.5));
            Instant time = midnight.plus(CardHolder.timeOfDay(start + i * 0.25));
            double amount = category.medianAmount() * dice.between(1.5, 4);
            return at(time, victim, category, amount, place, dice);
          });
    }
  },
  /** A category over a channel that it does not have, such as fuel online. */
  IMPOSSIBLE_CHANNEL(2, "channel", "merchant_category") {
    @Override
    List<CardTransaction> commit(CardHolder victim, Instant midnight, Dice dice) {
      MerchantCategory category = dice.any(List.of(FUEL, CASH, GROCERIES));
      Place place = new Place(victim.home(), Channel.ONLINE, Double.NaN);
      Instant time = midnight.plus(CardHolder.timeOfDay(dice.between(0, 6)));
      double amount = category.medianAmount() * dice.between(2, 5);
      return List.of(at(time, victim, category, amount, place, dice));
    }
  },
  /** Online shopping in somebody else's name, at the wrong hour, for rather too much. */
  ACCOUNT_TAKEOVER(2, "amount", "event_time") {
    @Override
    List<CardTransaction> commit(CardHolder victim, Instant midnight, Dice dice) {
      double start = dice.between(1, 5);
      return series(
          dice.whole(1, 3),
          i -> {
            MerchantCategory category = dice.any(List.of(ELECTRONICS, CLOTHING));
            Place place = new Place(victim.home(), Channel.ONLINE, Double.NaN);
            Instant time = midnight.plus(CardHolder.timeOfDay(start + i * 0.2));
            double amount = category.medianAmount() * dice.between(1.5, 3);
            return at(time, victim, category, amount, place, dice);
          });
    }
  };

  private final double weight;
  private final List<String> culprits;

  CardFraud(double weight, String... culprits) {
    this.weight = weight;
    this.culprits = List.of(culprits);
  }

  /** The transactions of one case, in the order of their time; at least one. */
  abstract List<CardTransaction> commit(CardHolder victim, Instant midnight, Dice dice);

  /** The columns that it makes odd. */
  List<String> culprits() {
    return culprits;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CardFraud any(Dice dice) {
    return dice.weighted(List.of(values()), fraud -> fraud.weight);
  }

  CardTransaction at(
      Instant time,
      CardHolder victim,
      MerchantCategory category,
      double amount,
      Place place,
      Dice dice) {
    String merchant =
        "%s-%s-%02d"
            .formatted(category.text(), place.country(), dice.whole(1, CardHolder.MERCHANTS));
    Optional<Double> distance =
        Double.isNaN(place.distance()) ? Optional.empty() : Optional.of(place.distance());
    return new CardTransaction(
        time,
        victim.card(),
        merchant,
        category,
        place.country(),
        place.channel(),
        amount,
        distance,
        Optional.of(this));
  }

  private static List<CardTransaction> series(int count, IntFunction<CardTransaction> transaction) {
    List<CardTransaction> series = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      series.add(transaction.apply(i));
    }
    return series;
  }

  /**
   * @param distance kilometres from home, NaN online
   */
  record Place(Country country, Channel channel, double distance) {}
}
