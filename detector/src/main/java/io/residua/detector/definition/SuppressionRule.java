package io.residua.detector.definition;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One of {@code suppress}: an anomaly on which every condition of the rule holds is not told. What
 * a condition asks for and the record does not have, such as a number that is missing, does not
 * hold.
 *
 * @param name 1 to 100 characters, under which suppressed anomalies are counted
 * @param keys the event's key is one of these; empty for any
 * @param values what is asked of a field
 * @param muteUntil the event time is before this
 * @param maintenance the event time is within one of these; empty for any time
 */
public record SuppressionRule(
    String name,
    Set<String> keys,
    Optional<FieldCondition> values,
    Optional<Instant> muteUntil,
    List<MaintenanceWindow> maintenance) {
  static final int MOST_KEYS = 10_000;
  static final int MOST_WINDOWS = 1_000;

  /** What the policy itself holds back is counted beside the rules, under these names. */
  public static final Set<String> RESERVED = Set.of("consecutive", "cooldown", "flapping");

  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");

  public SuppressionRule {
    if (!isName(name)) {
      throw new IllegalArgumentException("expected a rule's name, got " + name);
    }
    keys = Set.copyOf(keys);
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(muteUntil, "muteUntil");
    maintenance = List.copyOf(maintenance);
    if (keys.isEmpty() && values.isEmpty() && muteUntil.isEmpty() && maintenance.isEmpty()) {
      throw new IllegalArgumentException("rule " + name + " has no condition");
    }
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches() && !text.isBlank() && !RESERVED.contains(text);
  }

  /** Which way a value lies of what the model expected. */
  public enum Side {
    HIGH,
    LOW
  }

  /**
   * What is asked of one field, in the field's own units.
   *
   * @param field its path, as explanations name it
   * @param above the observed value is above this
   * @param below the observed value is below this
   * @param deviationBelow observed and expected differ by less than this
   * @param deviationBelowPercent they differ by less than so many percent of the expected value
   * @param direction the observed value lies on this side of the expected one
   */
  public record FieldCondition(
      String field,
      OptionalDouble above,
      OptionalDouble below,
      OptionalDouble deviationBelow,
      OptionalDouble deviationBelowPercent,
      Optional<Side> direction) {
    public FieldCondition {
      Objects.requireNonNull(field, "field");
      if (above.isEmpty()
          && below.isEmpty()
          && deviationBelow.isEmpty()
          && deviationBelowPercent.isEmpty()
          && direction.isEmpty()) {
        throw new IllegalArgumentException("nothing is asked of field " + field);
      }
    }
  }
}
