package io.residua.detector.feature;

import io.residua.detector.event.Event;
import java.util.List;
import java.util.Objects;

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
    for (int i = 0; i < encodings.length; i++) {
      encodings[i].encode(category == null ? typical : category, into, offset + offsets[i]);
    }
    return category != null;
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
