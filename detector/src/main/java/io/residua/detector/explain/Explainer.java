package io.residua.detector.explain;

import io.residua.detector.alert.FeatureContribution;
import io.residua.detector.alert.FieldContribution;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.Event;
import io.residua.detector.feature.FeaturePipeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds what features contributed to a score back to the fields of a record: a field's value, its
 * categories' slots, its cycles and all keyed numbers made of it are one line. Immutable; a line is
 * put into words only where it is asked for.
 */
public final class Explainer {
  private final FeaturePipeline features;
  private final List<Line> lines;

  /** One field of the record, and the pipeline's fields that are made of it. */
  private record Line(String field, List<Member> members) {}

  /**
   * @param index of the pipeline's field
   */
  private record Member(int index, Wording wording) {}

  /** A line's part of one score, and that of each of its members. */
  private record Shares(Line line, double share, double[] members) {}

  public Explainer(DetectorDefinition definition, FeaturePipeline features) {
    this.features = features;
    Wordings wordings = new Wordings(definition, features);
    Map<String, List<Member>> byField = new LinkedHashMap<>();
    for (int i = 0; i < features.fields(); i++) {
      byField
          .computeIfAbsent(wordings.recordField(i), field -> new ArrayList<>())
          .add(new Member(i, wordings.of(i)));
    }
    this.lines =
        byField.entrySet().stream().map(it -> new Line(it.getKey(), it.getValue())).toList();
  }

  /**
   * Explains one record.
   *
   * @param contributions of the network's features, as a {@code ResidualScore} gives them
   * @param most lines at most
   * @return the fields with a share above 0, largest first, equal ones in the definition's order
   */
  public List<FieldContribution> explain(
      Event event, float[] reconstruction, double[] contributions, int most) {
    List<Shares> shares = new ArrayList<>();
    for (Line line : lines) {
      Shares of = shares(line, contributions);
      if (of.share > 0) {
        shares.add(of);
      }
    }
    double total = shares.stream().mapToDouble(Shares::share).sum();
    return shares.stream()
        .sorted(Comparator.comparingDouble(Shares::share).reversed())
        .limit(most)
        .map(of -> contribution(of, total, event, reconstruction))
        .toList();
  }

  private Shares shares(Line line, double[] contributions) {
    double[] members = new double[line.members.size()];
    double sum = 0;
    for (int i = 0; i < members.length; i++) {
      int index = line.members.get(i).index;
      for (int at = features.firstFeature(index); at < features.firstFeature(index + 1); at++) {
        members[i] += contributions[at];
      }
      sum += members[i];
    }
    return new Shares(line, sum, members);
  }

  private FieldContribution contribution(
      Shares of, double total, Event event, float[] reconstruction) {
    int telling = 0;
    List<FeatureContribution> parts = new ArrayList<>();
    for (int i = 0; i < of.members.length; i++) {
      telling = of.members[i] > of.members[telling] ? i : telling;
      parts.add(part(of.line.members.get(i).index, event, reconstruction));
    }
    Finding finding = of.line.members.get(telling).wording.find(event, reconstruction);
    return new FieldContribution(
        of.line.field,
        finding.feature(),
        of.share / total,
        finding.observed(),
        finding.expected(),
        finding.direction(),
        finding.normal(),
        finding.sentence(),
        parts);
  }

  private FeatureContribution part(int index, Event event, float[] reconstruction) {
    return new FeatureContribution(
        features.field(index),
        features.observed(index, event),
        features.expected(index, reconstruction),
        features.direction(index, event, reconstruction));
  }
}
