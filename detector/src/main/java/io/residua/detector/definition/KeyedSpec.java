package io.residua.detector.definition;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One number made from the earlier events of a key; the event itself is added afterwards, so that
 * no record explains itself.
 *
 * <p>{@link #field()} is a path of the event, or the {@link #name()} of another keyed number that
 * stands before it in the definition.
 */
public sealed interface KeyedSpec {
  /** Fields whose values together are the key, at least one. */
  List<String> by();

  /** The field it is about; empty where it is about the events themselves. */
  Optional<String> field();

  /** What the definition calls it by {@code as}, where it does. */
  Optional<String> as();

  /** What it is, in words: {@code mean of amount over 1h by card_id}. */
  String words();

  /** Whether the field's spelling is read, not its number. */
  default boolean readsText() {
    return false;
  }

  /** The name that features, explanations and other keyed numbers know it by. */
  default String name() {
    return as().orElseGet(this::words);
  }

  private static List<String> checked(List<String> by) {
    if (by.isEmpty()) {
      throw new IllegalArgumentException("a keyed feature needs at least one field to key by");
    }
    return List.copyOf(by);
  }

  private static String byWords(List<String> by) {
    return " by " + String.join(" and ", by);
  }

  /** How an aggregate forgets. */
  enum Forgetting {
    /** Events count fully until they are as old as the window, then not at all. */
    WINDOW,
    /** An event's weight halves with each half-life. */
    HALF_LIFE
  }

  /**
   * A statistic of the key's recent events.
   *
   * @param span length of the window, or the half-life; at least 1 s
   */
  record Aggregate(
      String aggregated,
      List<String> by,
      Forgetting forgetting,
      Duration span,
      Statistic statistic,
      Optional<String> as)
      implements KeyedSpec {
    public Aggregate {
      by = checked(by);
      Objects.requireNonNull(as, "as");
      if (span.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException("a window is at least 1 s long, got " + span);
      }
      if (forgetting == Forgetting.HALF_LIFE && !statistic.decays()) {
        throw new IllegalArgumentException(statistic + " cannot decay");
      }
    }

    @Override
    public Optional<String> field() {
      return Optional.of(aggregated);
    }

    @Override
    public boolean readsText() {
      return statistic.readsText();
    }

    @Override
    public String words() {
      String within = forgetting == Forgetting.WINDOW ? " over " : " decaying by half in ";
      return Names.of(statistic)
          + " of "
          + aggregated
          + within
          + DurationNotation.write(span)
          + byWords(by);
    }
  }

  /** What a value is compared with. */
  enum Comparison {
    /** How many of the key's own standard deviations the value lies from the key's own mean. */
    Z,
    /** The value over the key's own mean. */
    RATIO
  }

  /**
   * A value against the key's own running mean and spread. A key begins with the mean and spread of
   * its cohort, or of all keys, which weigh as much as a few of its own events.
   *
   * @param log whether the logarithm of 1 + |value| is compared, with the value's sign
   * @param memory events after which the mean forgets old ones, at least 1
   * @param cohort field that names a group of keys alike, where there is one
   * @param fitted whether a key of the training data begins with the mean and spread of all its
   *     events there, which weigh as much as they
   */
  record Deviation(
      Comparison comparison,
      String compared,
      List<String> by,
      boolean log,
      int memory,
      Optional<String> cohort,
      boolean fitted,
      Optional<String> as)
      implements KeyedSpec {
    public Deviation {
      by = checked(by);
      Objects.requireNonNull(cohort, "cohort");
      Objects.requireNonNull(as, "as");
      if (memory < 1) {
        throw new IllegalArgumentException("memory must be at least 1 event, got " + memory);
      }
    }

    @Override
    public Optional<String> field() {
      return Optional.of(compared);
    }

    @Override
    public String words() {
      return comparison.name().toLowerCase(Locale.ROOT)
          + " of "
          + (log ? "log " : "")
          + compared
          + byWords(by);
    }

    /** Name of the number that holds the key's own mean, in the field's units. */
    public String meanName() {
      return "mean in " + name();
    }

    /** Name of the number that holds the key's own spread, in the field's units or its log's. */
    public String spreadName() {
      return "spread in " + name();
    }
  }

  /** Seconds since the key's previous event. */
  record Elapsed(List<String> by, Optional<String> as) implements KeyedSpec {
    public Elapsed {
      by = checked(by);
      Objects.requireNonNull(as, "as");
    }

    @Override
    public Optional<String> field() {
      return Optional.empty();
    }

    @Override
    public String words() {
      return "seconds since the previous event" + byWords(by);
    }
  }

  /** 1 where the key never had this value before, 0 where it had; missing at its first event. */
  record Novelty(String looked, List<String> by, Optional<String> as) implements KeyedSpec {
    public Novelty {
      by = checked(by);
      Objects.requireNonNull(as, "as");
    }

    @Override
    public Optional<String> field() {
      return Optional.of(looked);
    }

    @Override
    public boolean readsText() {
      return true;
    }

    @Override
    public String words() {
      return "new " + looked + byWords(by);
    }
  }

  /**
   * An earlier value of the key, or the difference to it.
   *
   * @param difference whether the number is the present value minus the earlier one
   * @param steps how many events earlier, or intervals where {@code every} is given; at least 1
   * @param every length of the intervals whose means are the values; a gap is a missing value
   */
  record Earlier(
      String recalled,
      List<String> by,
      boolean difference,
      int steps,
      Optional<Duration> every,
      Optional<String> as)
      implements KeyedSpec {
    /** The longest sequence. */
    public static final int MOST_STEPS = 1_000;

    public Earlier {
      by = checked(by);
      Objects.requireNonNull(every, "every");
      Objects.requireNonNull(as, "as");
      if (steps < 1 || steps > MOST_STEPS) {
        throw new IllegalArgumentException("steps must be 1 to " + MOST_STEPS + ", got " + steps);
      }
    }

    @Override
    public Optional<String> field() {
      return Optional.of(recalled);
    }

    @Override
    public String words() {
      String back =
          every
              .map(interval -> DurationNotation.write(interval.multipliedBy(steps)))
              .orElse(steps + (steps == 1 ? " event" : " events"));
      String words =
          (difference ? "change of %s against %s earlier" : "%s %s earlier")
              .formatted(recalled, back);
      return recalled.endsWith(byWords(by)) ? words : words + byWords(by);
    }
  }
}
