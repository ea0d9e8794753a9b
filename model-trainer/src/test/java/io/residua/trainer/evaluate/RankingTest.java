package io.residua.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RankingTest {
  private static final double EXACT = 1e-12;

  static Stream<Arguments> handComputed() {
    return Stream.of(
        Arguments.of("all anomalies on top", scores(4, 3, 2, 1), "11..", 1.0, 1.0),
        Arguments.of("all anomalies below", scores(4, 3, 2, 1), "..11", 0.0, (1 / 3. + 1 / 2.) / 2),
        Arguments.of("one normal between", scores(4, 3, 2, 1), "1.1.", 0.75, (1 + 2 / 3.) / 2),
        Arguments.of("scikit-learn's example", scores(.1, .4, .35, .8), "..11", 0.75, 5 / 6.),
        Arguments.of("all scores equal", scores(7, 7, 7, 7), "1...", 0.5, 0.25),
        Arguments.of("a tie across classes", scores(3, 2, 2, 1), "11..", 0.875, (1 + 2 / 3.) / 2),
        Arguments.of("infinite scores", scores(1 / 0., 2, -1 / 0.), "1..", 1.0, 1.0),
        Arguments.of("zeros of both signs tie", scores(0.0, -0.0), "1.", 0.5, 0.5));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("handComputed")
  void agreesWithHandComputedAreas(
      String name, double[] scores, String marks, double aucRoc, double averagePrecision) {
    assertThat(Ranking.aucRoc(scores, labels(marks))).isCloseTo(aucRoc, within(EXACT));
    assertThat(Ranking.averagePrecision(scores, labels(marks)))
        .isCloseTo(averagePrecision, within(EXACT));
  }

  @ParameterizedTest
  @MethodSource
  void isNotANumberWithoutBothClasses(double[] scores, String marks) {
    assertThat(Ranking.aucRoc(scores, labels(marks))).isNaN();
    assertThat(Ranking.averagePrecision(scores, labels(marks))).isNaN();
  }

  static Stream<Arguments> isNotANumberWithoutBothClasses() {
    return Stream.of(
        Arguments.of(scores(1, 2), ".."),
        Arguments.of(scores(1, 2), "11"),
        Arguments.of(scores(1), "1"),
        Arguments.of(scores(), ""));
  }

  @Test
  void refusesAScoreThatIsNotANumber() {
    assertThatThrownBy(() -> Ranking.aucRoc(scores(1, Double.NaN), labels("1.")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected every score to be a number, got NaN in row 1");
  }

  @Test
  void refusesLabelsOfAnotherLength() {
    assertThatThrownBy(() -> Ranking.averagePrecision(scores(1, 2), labels("1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected one label per score, got 1 labels for 2 scores");
  }

  @Property(tries = 300)
  void theAreaIsTheShareOfPairsInOrder(@ForAll("rows") List<Row> rows) {
    double wins = 0;
    int pairs = 0;
    for (Row anomaly : rows.stream().filter(Row::anomaly).toList()) {
      for (Row normal : rows.stream().filter(row -> !row.anomaly).toList()) {
        wins += anomaly.score > normal.score ? 1 : anomaly.score == normal.score ? 0.5 : 0;
        pairs++;
      }
    }
    double area = Ranking.aucRoc(scoresOf(rows), labelsOf(rows));
    if (pairs == 0) {
      assertThat(area).isNaN();
    } else {
      assertThat(area).isCloseTo(wins / pairs, within(1e-9));
    }
  }

  @Property(tries = 300)
  void aRisingTransformChangesNothing(@ForAll("mixedRows") List<Row> rows) {
    List<Row> transformed =
        rows.stream().map(row -> new Row(Math.exp(row.score / 4.0) - 3, row.anomaly)).toList();

    assertThat(Ranking.aucRoc(scoresOf(transformed), labelsOf(rows)))
        .isEqualTo(Ranking.aucRoc(scoresOf(rows), labelsOf(rows)));
    assertThat(Ranking.averagePrecision(scoresOf(transformed), labelsOf(rows)))
        .isEqualTo(Ranking.averagePrecision(scoresOf(rows), labelsOf(rows)));
  }

  @Property(tries = 300)
  void reversedScoresGiveOneMinusTheArea(@ForAll("mixedRows") List<Row> rows) {
    List<Row> reversed = rows.stream().map(row -> new Row(-row.score, row.anomaly)).toList();

    assertThat(Ranking.aucRoc(scoresOf(reversed), labelsOf(rows)))
        .isCloseTo(1 - Ranking.aucRoc(scoresOf(rows), labelsOf(rows)), within(1e-9));
  }

  @Property(tries = 300)
  void theOrderOfRowsDoesNotMatter(@ForAll("mixedRows") List<Row> rows) {
    List<Row> sorted =
        rows.stream().sorted((a, b) -> Boolean.compare(a.anomaly, b.anomaly)).toList();

    assertThat(Ranking.averagePrecision(scoresOf(sorted), labelsOf(sorted)))
        .isEqualTo(Ranking.averagePrecision(scoresOf(rows), labelsOf(rows)));
  }

  @Property(tries = 200)
  void averagePrecisionOfEqualScoresIsTheShareOfAnomalies(@ForAll("mixedRows") List<Row> rows) {
    double share = (double) rows.stream().filter(Row::anomaly).count() / rows.size();

    assertThat(Ranking.averagePrecision(new double[rows.size()], labelsOf(rows)))
        .isCloseTo(share, within(EXACT));
  }

  /** Few distinct scores, so that ties are the rule. */
  @Provide
  Arbitrary<List<Row>> rows() {
    return Combinators.combine(Arbitraries.integers().between(-9, 9), Arbitraries.of(true, false))
        .as((score, anomaly) -> new Row(score, anomaly))
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Row>> mixedRows() {
    return rows().filter(rows -> rows.stream().map(Row::anomaly).distinct().count() == 2);
  }

  private record Row(double score, boolean anomaly) {}

  private static double[] scoresOf(List<Row> rows) {
    return rows.stream().mapToDouble(Row::score).toArray();
  }

  private static boolean[] labelsOf(List<Row> rows) {
    boolean[] labels = new boolean[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rows.get(i).anomaly;
    }
    return labels;
  }

  private static double[] scores(double... scores) {
    return scores;
  }

  private static boolean[] labels(String marks) {
    boolean[] labels = new boolean[marks.length()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = marks.charAt(i) == '1';
    }
    return labels;
  }
}
