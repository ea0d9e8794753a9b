package io.residua.detector.definition;

import java.util.List;
import java.util.Optional;

/**
 * A key under {@code model} that only some families have.
 *
 * @param key as the definition spells it
 * @param byDefault its value where the definition says nothing
 * @param kind what values it takes
 */
public record Setting(String key, String byDefault, Kind kind) {
  /** What a setting says that asks for nothing. */
  static final String NONE = "none";

  /** What is done layer by layer before the whole network is trained. */
  static final Setting PRE_TRAINING = choice("pre-training", NONE, "layer-wise", "boltzmann");

  /** Whether a classifier of labelled anomalies is trained beside the decoder. */
  static final Setting HEAD = choice("head", "none", "supervised");

  /** What its loss weighs beside the reconstruction's; without a head it says nothing. */
  static final Setting HEAD_WEIGHT = weight("head-weight", 1);

  /** A number in a range that {@code expected} tells in words. */
  static Setting number(String key, double byDefault, Value.Range range, String expected) {
    return new Setting(key, Numbers.write(byDefault), new OfNumber(range, expected));
  }

  /** A number above 0 that weighs one part of a loss against the others. */
  static Setting weight(String key, double byDefault) {
    return number(key, byDefault, x -> x > 0 && x <= 1e6, "above 0 and at most 1000000");
  }

  /** A share. */
  static Setting share(String key, double byDefault) {
    return number(key, byDefault, x -> x > 0 && x < 1, "above 0 and below 1");
  }

  /** A share that may also be none or all. */
  static Setting probability(String key, double byDefault) {
    return number(key, byDefault, x -> x >= 0 && x <= 1, "from 0 to 1");
  }

  static Setting whole(String key, int byDefault, int least, int most) {
    return new Setting(key, String.valueOf(byDefault), new Whole(least, most));
  }

  /** A whole number, or by default {@value #NONE}. */
  static Setting wholeOrNone(String key, int least, int most) {
    return new Setting(key, NONE, new WholeOrNone(least, most));
  }

  /** One of several words, of which the first is the default. */
  static Setting choice(String key, String... words) {
    return new Setting(key, words[0], new Choice(List.of(words)));
  }

  /** The value's spelling by which it is kept; a problem where it is none of this setting. */
  Optional<String> read(Value value) {
    return kind.read(value);
  }

  /** What values a setting takes. */
  sealed interface Kind {
    Optional<String> read(Value value);
  }

  private record OfNumber(Value.Range range, String expected) implements Kind {
    @Override
    public Optional<String> read(Value value) {
      return value.number(range, expected).map(Numbers::write);
    }
  }

  private record Whole(int least, int most) implements Kind {
    @Override
    public Optional<String> read(Value value) {
      return value.integer(least, most).map(String::valueOf);
    }
  }

  private record WholeOrNone(int least, int most) implements Kind {
    @Override
    public Optional<String> read(Value value) {
      boolean none = value.isText() && value.text().equals(Optional.of(NONE));
      String expected = "a whole number from %d to %d, or %s".formatted(least, most, NONE);
      return none ? Optional.of(NONE) : value.integer(least, most, expected).map(String::valueOf);
    }
  }

  private record Choice(List<String> words) implements Kind {
    @Override
    public Optional<String> read(Value value) {
      return value.choice(words);
    }
  }
}
