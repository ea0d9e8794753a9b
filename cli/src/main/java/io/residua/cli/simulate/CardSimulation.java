package io.residua.cli.simulate;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.stream.LongStream;

/**
 * Card transactions of people with habits, among them labelled cases of {@link CardFraud}. A day is
 * drawn at a time: every holder's purchases, then the day's frauds, in the order of their time.
 */
public final class CardSimulation implements Simulation {
  private static final List<String> COLUMNS =
      List.of(
          "t",
          "event_time",
          "card_id",
          "merchant_id",
          "merchant_category",
          "country",
          "channel",
          "amount",
          "distance_km",
          "label",
          "anomaly_kind");
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private final Dice dice;
  private final List<CardHolder> holders;
  private final double casesPerDay;
  private final Queue<CardTransaction> today = new ArrayDeque<>();
  private Instant midnight = START;
  private long t;

  /**
   * @param cards how many cards there are, at least 1
   * @param fraudsPerCardAndDay how many frauds a card suffers a day, on average, 0 to 24; 0 for
   *     none
   */
  public CardSimulation(long seed, long cards, double fraudsPerCardAndDay) {
    if (cards < 1 || !(fraudsPerCardAndDay >= 0 && fraudsPerCardAndDay <= 24)) {
      throw new IllegalArgumentException(
          "expected at least 1 card and 0 to 24 frauds per card and day, got %d and %s"
              .formatted(cards, fraudsPerCardAndDay));
    }
    Dice population = new Dice(seed);
    this.holders =
        LongStream.rangeClosed(1, cards)
            .mapToObj(number -> new CardHolder("card-%04d".formatted(number), population.split()))
            .toList();
    this.dice = population.split();
    this.casesPerDay = fraudsPerCardAndDay * cards;
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public SimulatedRecord next() {
    while (today.isEmpty()) {
      drawDay();
    }
    return record(today.remove());
  }

  private void drawDay() {
    DayOfWeek day = midnight.atZone(ZoneOffset.UTC).getDayOfWeek();
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    List<CardTransaction> transactions = new ArrayList<>();
    for (CardHolder holder : holders) {
      transactions.addAll(holder.day(midnight, weekend));
    }
    transactions.addAll(frauds());
    transactions.sort(
        Comparator.comparing(CardTransaction::time).thenComparing(CardTransaction::card));
    today.addAll(transactions);
    midnight = midnight.plus(Duration.ofDays(1));
  }

  /** At most one case a card and day, so that two cases never look like one. */
  private List<CardTransaction> frauds() {
    List<CardHolder> victims = new ArrayList<>(holders);
    List<CardTransaction> frauds = new ArrayList<>();
    for (int left = dice.poisson(casesPerDay); left > 0 && !victims.isEmpty(); left--) {
      CardHolder victim = victims.remove(dice.whole(0, victims.size() - 1));
      frauds.addAll(CardFraud.any(dice).commit(victim, midnight, dice));
    }
    return frauds;
  }

  private SimulatedRecord record(CardTransaction transaction) {
    String kind = transaction.fraud().map(CardFraud::text).orElse("");
    List<Object> values = new ArrayList<>(COLUMNS.size());
    values.add(t);
    values.add(transaction.time().toString());
    values.add(transaction.card());
    values.add(transaction.merchant());
    values.add(transaction.category().text());
    values.add(transaction.country().name());
    values.add(transaction.channel().text());
    values.add(transaction.amount());
    values.add(transaction.distance().orElse(null));
    values.add(transaction.fraud().isPresent() ? 1L : 0L);
    values.add(kind);
    return new SimulatedRecord(
        transaction.card(),
        t++,
        transaction.time(),
        transaction.fraud().map(CardFraud::text),
        transaction.fraud().map(CardFraud::culprits).orElse(List.of()),
        values);
  }
}
