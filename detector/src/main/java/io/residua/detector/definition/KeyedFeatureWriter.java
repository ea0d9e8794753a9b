package io.residua.detector.definition;

import io.residua.detector.definition.KeyedSpec.Aggregate;
import io.residua.detector.definition.KeyedSpec.Deviation;
import io.residua.detector.definition.KeyedSpec.Earlier;
import io.residua.detector.definition.KeyedSpec.Elapsed;
import io.residua.detector.definition.KeyedSpec.Forgetting;
import io.residua.detector.definition.KeyedSpec.Novelty;
import java.util.List;
import java.util.stream.Collectors;

/** Writes one keyed number as an entry of {@code features}. */
final class KeyedFeatureWriter {
  private final KeyedSpec number;
  private final String timeField;
  private final Lines lines;

  /** Receives lines of YAML. */
  @FunctionalInterface
  interface Lines {
    void line(int depth, String key, String value);
  }

  KeyedFeatureWriter(KeyedSpec number, String timeField, Lines lines) {
    this.number = number;
    this.timeField = timeField;
    this.lines = lines;
  }

  void write() {
    if (number instanceof Aggregate aggregate) {
      write(aggregate);
    } else if (number instanceof Deviation deviation) {
      write(deviation);
    } else if (number instanceof Elapsed) {
      first("elapsed", timeField);
    } else if (number instanceof Novelty novelty) {
      first("novelty", novelty.looked());
    } else {
      write((Earlier) number);
    }
    number.as().ifPresent(name -> line("as", YamlText.scalar(name)));
  }

  private void write(Aggregate aggregate) {
    first("aggregate", aggregate.aggregated());
    line(
        aggregate.forgetting() == Forgetting.WINDOW ? "over" : "half-life",
        DurationNotation.write(aggregate.span()));
    line("stats", Names.of(aggregate.statistic()));
  }

  private void write(Deviation deviation) {
    first(Names.of(deviation.comparison()), deviation.compared());
    line("log", String.valueOf(deviation.log()));
    line("memory", String.valueOf(deviation.memory()));
    line("fitted", String.valueOf(deviation.fitted()));
    deviation.cohort().ifPresent(field -> line("cohort", YamlText.scalar(field)));
  }

  private void write(Earlier earlier) {
    first(earlier.difference() ? "difference" : "lag", earlier.recalled());
    line("steps", String.valueOf(earlier.steps()));
    earlier.every().ifPresent(every -> line("every", DurationNotation.write(every)));
  }

  private void first(String kind, String field) {
    lines.line(1, "- " + kind, YamlText.scalar(field));
    List<String> by = number.by();
    line("by", by.stream().map(YamlText::scalar).collect(Collectors.joining(", ", "[", "]")));
  }

  private void line(String key, String value) {
    lines.line(2, key, value);
  }
}
