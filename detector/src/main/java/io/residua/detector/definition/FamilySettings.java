package io.residua.detector.definition;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The values of a family's own settings, all of them, by their keys. Immutable. */
public final class FamilySettings {
  private final Map<String, String> values;

  private FamilySettings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Every setting at its default. */
  public static FamilySettings defaults(Family family) {
    return of(family, Map.of());
  }

  /**
   * @param given values of some of the family's settings; the others are at their defaults
   */
  static FamilySettings of(Family family, Map<String, String> given) {
    Map<String, String> values = new TreeMap<>();
    family.settings().forEach(setting -> values.put(setting.key(), setting.byDefault()));
    if (!values.keySet().containsAll(given.keySet())) {
      throw new IllegalArgumentException(
          "family %s has the settings %s, got %s"
              .formatted(family.id(), values.keySet(), given.keySet()));
    }
    values.putAll(given);
    return new FamilySettings(values);
  }

  /**
   * The same with another value of one setting.
   *
   * @param value spelt as definitions spell it, and not checked
   */
  public FamilySettings with(String key, String value) {
    word(key);
    Map<String, String> others = new TreeMap<>(values);
    others.put(key, value);
    return new FamilySettings(others);
  }

  /** The value of a setting that is a number. */
  public double number(String key) {
    return Double.parseDouble(word(key));
  }

  /** The value of a setting that is a whole number. */
  public int whole(String key) {
    return Integer.parseInt(word(key));
  }

  /**
   * The value of a setting that is a whole number, or none; empty also where the family lacks it.
   */
  public OptionalInt wholeOrNone(String key) {
    String value = values.getOrDefault(key, Setting.NONE);
    return value.equals(Setting.NONE)
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(value));
  }

  /** The value of a setting as the definition spells it. */
  public String word(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("expected one of " + values.keySet() + ", got " + key);
    }
    return value;
  }

  /** Whether a classifier of labelled anomalies is trained beside the decoder. */
  public boolean supervised() {
    String none = Setting.HEAD.byDefault();
    return !values.getOrDefault(Setting.HEAD.key(), none).equals(none);
  }

  /** What its loss weighs beside the reconstruction's. */
  public double headWeight() {
    return number(Setting.HEAD_WEIGHT.key());
  }

  /** All that say something, in the order of their keys: nothing of a head where there is none. */
  public Map<String, String> all() {
    Map<String, String> all = new TreeMap<>(values);
    if (!supervised()) {
      all.remove(Setting.HEAD.key());
      all.remove(Setting.HEAD_WEIGHT.key());
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FamilySettings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return all().toString();
  }
}
