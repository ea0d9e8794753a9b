package io.residua.benchmarks.cards;

import io.residua.detector.event.EventTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Of the cards with the highest scores of a day, the share that had a fraud on that day; the mean
 * over days. A card counts on every day, also when it was found before.
 */
final class CardPrecision {
  private static final long DAY = 86_400_000;

  private CardPrecision() {}

  /**
   * @param rows give the card and the time
   * @param scores one a row
   * @param frauds one a row
   * @param cards how many are looked at in a day, or all where there are fewer
   * @return 0 to 1; NaN without rows
   */
  static double of(EventTable rows, double[] scores, boolean[] frauds, int cards) {
    Map<Long, Map<String, Card>> days = new TreeMap<>();
    for (int row = 0; row < rows.rows(); row++) {
      days.computeIfAbsent(Math.floorDiv(rows.time(row), DAY), day -> new HashMap<>())
          .merge(rows.key(row), new Card(rows.key(row), scores[row], frauds[row]), Card::and);
    }
    return days.values().stream()
        .mapToDouble(day -> ofDay(List.copyOf(day.values()), cards))
        .average()
        .orElse(Double.NaN);
  }

  private static double ofDay(List<Card> day, int cards) {
    return day.stream()
        .sorted(Comparator.comparingDouble(Card::score).reversed().thenComparing(Card::name))
        .limit(cards)
        .mapToInt(card -> card.fraud() ? 1 : 0)
        .average()
        .orElse(0);
  }

  private record Card(String name, double score, boolean fraud) {
    Card and(Card other) {
      return new Card(name, Math.max(score, other.score), fraud || other.fraud);
    }
  }
}
