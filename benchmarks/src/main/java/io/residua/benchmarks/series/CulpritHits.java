package io.residua.benchmarks.series;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many culprits the explanations named, over some incidents.
 *
 * @param hits culprits among the {@value #NAMED} fields with the largest mean share of the score
 *     over an incident's rows
 * @param byChance how many {@value #NAMED} fields drawn at random would hit on average
 * @param possible how many a perfect explanation would hit
 * @param culprits how many culprits there are
 */
record CulpritHits(int hits, double byChance, int possible, int culprits) {
  static final int NAMED = 5;
  static final CulpritHits NONE = new CulpritHits(0, 0, 0, 0);

  /**
   * @param shares for each incident, the score's shares by field, summed over the incident's rows
   * @param labels an incident without one does not count
   * @param metrics how many metrics there are
   */
  static CulpritHits of(
      Map<RowRange, Map<String, Double>> shares, List<CulpritLabels> labels, int metrics) {
    CulpritHits sum = NONE;
    for (Map.Entry<RowRange, Map<String, Double>> incident : shares.entrySet()) {
      Optional<CulpritLabels> label =
          labels.stream().filter(line -> line.rows().meets(incident.getKey(), 0)).findFirst();
      if (label.isPresent()) {
        sum = sum.and(of(incident.getValue(), label.get(), metrics));
      }
    }
    return sum;
  }

  private static CulpritHits of(Map<String, Double> shares, CulpritLabels label, int metrics) {
    long hits =
        shares.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(NAMED)
            .filter(field -> label.metrics().contains(field.getKey()))
            .count();
    int culprits = label.metrics().size();
    double byChance = (double) Math.min(NAMED, metrics) * culprits / metrics;
    return new CulpritHits((int) hits, byChance, Math.min(NAMED, culprits), culprits);
  }

  CulpritHits and(CulpritHits other) {
    return new CulpritHits(
        hits + other.hits,
        byChance + other.byChance,
        possible + other.possible,
        culprits + other.culprits);
  }
}
