package io.residua.detector.suggest;

import io.residua.detector.definition.Defaults;
import io.residua.detector.definition.DefinitionWriter;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.FieldPath;
import io.residua.detector.definition.YamlText;
import io.residua.detector.feature.UnusableDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a first definition, with a comment on every column. What it writes is a definition that
 * the parser accepts; columns that it leaves out stand there as comments.
 */
public final class DefinitionSuggester {
  private static final int WIDEST_BEFORE_COMMENT = 90;

  private final ColumnRoles roles;
  private final KeyedAdvice keyed;
  private final List<Line> lines = new ArrayList<>();
  private int features;

  /**
   * @param comment empty where the line has none
   */
  private record Line(String text, String comment) {}

  private DefinitionSuggester(List<ColumnProfile> columns) {
    this.roles = ColumnRoles.of(columns);
    this.keyed = KeyedAdvice.of(roles, columns);
  }

  /**
   * Suggests a definition.
   *
   * @param detector its name, as {@link #nameFrom} makes one
   * @param topic the Kafka topic that it will read
   * @param columns in the order of the data
   * @return YAML with comments
   * @throws UnusableDataException when no column can be a feature
   */
  public static String suggest(String detector, String topic, List<ColumnProfile> columns)
      throws UnusableDataException {
    if (!DetectorDefinition.isName(detector)) {
      throw new IllegalArgumentException(detector + " cannot be a detector's name");
    }
    DefinitionSuggester suggester = new DefinitionSuggester(columns);
    suggester.head(detector, topic);
    suggester.features(columns);
    suggester.tail();
    if (suggester.features == 0) {
      throw new UnusableDataException(
          "expected a column that can be a feature, found none among the %d columns"
              .formatted(columns.size()));
    }
    return suggester.yaml();
  }

  /** A detector's name made from any text, such as a file's name, which loses its extensions. */
  public static String nameFrom(String text) {
    int dot = text.indexOf('.');
    String name =
        (dot > 0 ? text.substring(0, dot) : text)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = name.substring(0, Math.min(100, name.length())).replaceAll("^-+|-+$", "");
    return cut.isEmpty() ? "detector" : cut;
  }

  private void head(String detector, String topic) {
    line("# A first definition, suggested from sample data: read it, change it, keep it.");
    line("detector: " + detector);
    line("input:");
    line("  topic: " + YamlText.scalar(topic));
    commented("  format: json", "or avro");
    roles
        .key()
        .ifPresentOrElse(
            key -> commented("  key: " + YamlText.scalar(key.name()), key.distinct() + " values"),
            () -> line("  # key: without one, the Kafka record's key is used"));
    roles
        .time()
        .ifPresentOrElse(
            time -> line("  time: " + YamlText.scalar(time.name())),
            () -> line("  # time: without one, the Kafka record's timestamp is used"));
    line("features:");
  }

  private void features(List<ColumnProfile> columns) {
    if (keyed == KeyedAdvice.SERIES) {
      List<ColumnProfile> metrics = KeyedAdvice.metrics(roles, columns);
      sequence(metrics);
      columns.stream().filter(column -> !metrics.contains(column)).forEach(this::comment);
      return;
    }
    columns.forEach(this::column);
    if (keyed == KeyedAdvice.EVENTS) {
      KeyedAdvice.entries(roles, columns)
          .forEach(entry -> commented("  " + entry, "against the key's own earlier events"));
    }
  }

  /** Each metric against its key's own last days, now and a few records back. */
  private void sequence(List<ColumnProfile> metrics) {
    line("  - sequence:");
    line("      fields:");
    for (ColumnProfile metric : metrics) {
      commented(
          "        - " + YamlText.scalar(metric.name()),
          Remarks.range(metric) + Remarks.missing(metric));
    }
    commented("      steps: [1, 3, 9]", "and what they were so many records before");
    commented("      memory: 5000", "records after which a key's new level is its normal one");
    features += metrics.size();
  }

  /** A column that is no metric, as a comment. */
  private void comment(ColumnProfile column) {
    if (roles.isKey(column)) {
      commented("  # " + YamlText.scalar(column.name()), "the key: each has its own normal");
      return;
    }
    commented("  # " + YamlText.scalar(column.name()), suggestion(column).remark());
  }

  private void column(ColumnProfile column) {
    String name = YamlText.scalar(column.name());
    Suggestion suggestion = suggestion(column);
    String remark = suggestion.remark() + Remarks.missing(column);
    String setting = suggestion.setting().isEmpty() ? "" : ", " + suggestion.setting();
    String entry = "- { field: %s%s }".formatted(name, setting);
    commented((suggestion.active() ? "  " : "  # ") + entry, remark);
    features += suggestion.active() ? 1 : 0;
  }

  private Suggestion suggestion(ColumnProfile column) {
    if (!FieldPath.isValid(column.name())) {
      return Suggestion.leftOut("", "not a name that a definition can hold");
    }
    if (roles.isKey(column)) {
      return ColumnAdvice.onKey(column);
    }
    return roles.isTime(column) ? ColumnAdvice.onTime() : ColumnAdvice.on(column);
  }

  private void tail() {
    if (keyed == KeyedAdvice.SERIES) {
      seriesTail();
      return;
    }
    line("calibration:");
    commented(
        "  budget: " + DefinitionWriter.budget(Defaults.BUDGET),
        "normal records that may alert; or: 20 per day, quantile 0.999");
  }

  private void seriesTail() {
    line("model: { hidden: [128], latent: 32 }");
    line("calibration:");
    commented("  budget: 1 in 150", "records that may be above the threshold; they come in runs");
    commented("  smooth: 0.3", "one strange record among normal ones counts less than a run");
    line("alerts:");
    commented("  cooldown: 2h", "after an alert, quiet for the same key");
  }

  private void commented(String text, String comment) {
    lines.add(new Line(text, comment));
  }

  private void line(String text) {
    lines.add(new Line(text, ""));
  }

  /** The lines, with their comments below each other. */
  private String yaml() {
    int column =
        lines.stream()
            .filter(line -> !line.comment().isEmpty())
            .mapToInt(line -> line.text().length())
            .filter(length -> length <= WIDEST_BEFORE_COMMENT)
            .max()
            .orElse(0);
    StringBuilder yaml = new StringBuilder();
    for (Line line : lines) {
      yaml.append(line.text());
      if (!line.comment().isEmpty()) {
        yaml.append(" ".repeat(Math.max(0, column - line.text().length())));
        yaml.append("  # ").append(line.comment());
      }
      yaml.append('\n');
    }
    return yaml.toString();
  }
}
