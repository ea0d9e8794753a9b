package io.residua.detector.feature;

import io.residua.detector.event.Event;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A category as the features of one or more encodings side by side. */
final class CategoryEncoder implements FieldEncoder {
  private final String field;
  private final int index;
  private final CategoryEncoding[] encodings;
  private final int[] offsets;
  private final String typical;
  private final int telling;

  /**
   * @param encodings at least one
   * @param typical the most frequent category, what a missing one is taken for
   */
  CategoryEncoder(String field, int index, List<CategoryEncoding> encodings, String typical) {
    this.field = field;
    this.index = index;
    this.encodings = encodings.toArray(new CategoryEncoding[0]);
    this.offsets = new int[encodings.size() + 1];
    for (int i = 0; i < encodings.size(); i++) {
      offsets[i + 1] = offsets[i] + encodings.get(i).width();
    }
    this.typical = Objects.requireNonNull(typical, "typical");
    this.telling = mostTelling(encodings);
  }

  /** Which encoding names what is expected: a frequency only where nothing names a category. */
  private static int mostTelling(List<CategoryEncoding> encodings) {
    int telling = 0;
    for (int i = 0; i < encodings.size(); i++) {
      if (encodings.get(i) instanceof OneHot) {
        return i;
      }
      telling = encodings.get(telling) instanceof Frequency ? i : telling;
    }
    return telling;
  }

  @Override
  public String field() {
    return field;
  }

  List<CategoryEncoding> encodings() {
    return List.of(encodings);
  }

  String typical() {
    return typical;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public int width() {
    return offsets[encodings.length];
  }

  @Override
  public String featureName(int feature) {
    int i = 0;
    while (offsets[i + 1] <= feature) {
      i++;
    }
    return field + encodings[i].featureSuffix(feature - offsets[i]);
  }

  @Override
  public boolean encode(Event event, float[] into, int offset) {
    String category = event.text(index);
    write(category == null ? typical : category, into, offset);
    return category != null;
  }

  @Override
  public FieldDecoder decoder() {
    NearestValue<String> nearest = NearestValue.of(known(), width(), this::write);
    return (features, offset, into) -> into.setText(index, nearest.of(features, offset));
  }

  @Override
  public Optional<String> inexact() {
    boolean hashed = encodings[telling] instanceof HashSlots;
    Set<String> known = known();
    return hashed || NearestValue.of(known, width(), this::write).size() < known.size()
        ? Optional.of(field + ": of values with the same features, one stands for all")
        : Optional.empty();
  }

  private Set<String> known() {
    Set<String> known = new LinkedHashSet<>();
    for (CategoryEncoding encoding : encodings) {
      encoding.known().forEach(known::add);
    }
    known.add(typical);
    return known;
  }

  private void write(String category, float[] into) {
    write(category, into, 0);
  }

  private void write(String category, float[] into, int offset) {
    for (int i = 0; i < encodings.length; i++) {
      encodings[i].encode(category, into, offset + offsets[i]);
    }
  }

  @Override
  public String observed(Event event) {
    String category = event.text(index);
    return category == null ? null : ValueText.text(category);
  }

  @Override
  public String expected(float[] reconstruction, int offset) {
    return encodings[telling].expected(reconstruction, offset + offsets[telling]);
  }

  @Override
  public Direction direction(Event event, float[] reconstruction, int offset) {
    String observed = observed(event);
    return observed == null || observed.equals(expected(reconstruction, offset))
        ? Direction.UNKNOWN
        : Direction.DIFFERENT;
  }
}
