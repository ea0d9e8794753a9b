package io.residua.trainer.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well one candidate of family {@code auto} told anomalies from normal rows.
 *
 * @param name in words
 * @param areas by part of the rows, then by kind of anomaly; from 0 to 1
 * @param multiplyAdds of one record's score; empty where they grow with the training rows or are no
 *     matter
 */
public record Trial(String name, double[][] areas, Optional<Long> multiplyAdds) {

  /**
   * Whether it is better beyond doubt: on average in every part of the rows, and for every kind of
   * anomaly.
   */
  public boolean beats(Trial other) {
    for (int fold = 0; fold < areas.length; fold++) {
      if (mean(areas[fold]) <= mean(other.areas[fold])) {
        return false;
      }
    }
    for (int kind = 0; kind < areas[0].length; kind++) {
      if (area(kind) < other.area(kind)) {
        return false;
      }
    }
    return true;
  }

  /** Of one kind, over all parts of the rows. */
  public double area(int kind) {
    return Arrays.stream(areas).mapToDouble(fold -> fold[kind]).average().orElseThrow();
  }

  /** Over all kinds and parts. */
  public double area() {
    return Arrays.stream(areas).mapToDouble(Trial::mean).average().orElseThrow();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /**
   * Its areas by kind, for people.
   *
   * @param kinds the kinds' names
   */
  public String line(List<String> kinds) {
    StringBuilder line = new StringBuilder();
    for (int kind = 0; kind < kinds.size(); kind++) {
      line.append(kind > 0 ? ", " : "")
          .append(String.format(Locale.ROOT, "%s %.3f", kinds.get(kind), area(kind)));
    }
    multiplyAdds.ifPresent(
        cost -> line.append(String.format(Locale.ROOT, ", %,d multiply-adds", cost)));
    return line.toString();
  }
}
