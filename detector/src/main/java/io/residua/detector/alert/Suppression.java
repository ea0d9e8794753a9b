package io.residua.detector.alert;

import io.residua.detector.definition.SuppressionRule;
import io.residua.detector.definition.SuppressionRule.FieldCondition;
import io.residua.detector.feature.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Asks a definition's suppression rules, in their order. Immutable. */
final class Suppression {
  private final List<SuppressionRule> rules;

  Suppression(List<SuppressionRule> rules) {
    this.rules = rules;
  }

  /** The name of the first rule whose conditions all hold. */
  Optional<String> by(AlertInput input, Explained explained) {
    return rules.stream()
        .filter(rule -> holds(rule, input, explained))
        .map(SuppressionRule::name)
        .findFirst();
  }

  /** The explanation is asked for last: it costs more than scoring. */
  private static boolean holds(SuppressionRule rule, AlertInput input, Explained explained) {
    if (!rule.keys().isEmpty() && (input.key() == null || !rule.keys().contains(input.key()))) {
      return false;
    }
    Instant time = Instant.ofEpochMilli(input.eventTime());
    if (rule.muteUntil().isPresent() && !time.isBefore(rule.muteUntil().get())) {
      return false;
    }
    if (!rule.maintenance().isEmpty()
        && rule.maintenance().stream().noneMatch(window -> window.includes(time))) {
      return false;
    }
    return rule.values().isEmpty() || anyLine(rule.values().get(), explained.all());
  }

  /** A field that is read twice has two lines; one on which everything holds is enough. */
  private static boolean anyLine(FieldCondition asked, List<FieldContribution> lines) {
    return lines.stream()
        .flatMap(line -> line.features().stream())
        .anyMatch(feature -> feature.feature().equals(asked.field()) && holds(asked, feature));
  }

  private static boolean holds(FieldCondition asked, FeatureContribution feature) {
    double observed = number(feature.observed());
    double deviation = Math.abs(observed - number(feature.expected()));
    double percent = 100 * deviation / Math.abs(number(feature.expected()));
    return (asked.above().isEmpty() || observed > asked.above().getAsDouble())
        && isBelow(observed, asked.below())
        && isBelow(deviation, asked.deviationBelow())
        && isBelow(percent, asked.deviationBelowPercent())
        && asked.direction().map(side -> liesOn(side, feature.direction())).orElse(true);
  }

  /** Not so where the number is not known: NaN is below nothing. */
  private static boolean isBelow(double number, OptionalDouble bound) {
    return bound.isEmpty() || number < bound.getAsDouble();
  }

  private static boolean liesOn(SuppressionRule.Side side, Direction direction) {
    return direction == (side == SuppressionRule.Side.HIGH ? Direction.HIGH : Direction.LOW);
  }

  /** Explanations carry values as people read them; what is no number asks for none. */
  private static double number(String text) {
    if (text == null) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }
}
