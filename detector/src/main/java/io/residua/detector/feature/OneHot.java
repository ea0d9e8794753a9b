package io.residua.detector.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One slot for each category, and a last one for all others, seen in training or not. */
final class OneHot implements CategoryEncoding {
  static final int MOST_CATEGORIES = 100;

  private static final String OTHER = "another value";

  private final List<String> categories;
  private final Map<String, Integer> slots = new HashMap<>();

  /**
   * @param categories in the order of their slots, 1 to {@value #MOST_CATEGORIES}, each once
   */
  OneHot(List<String> categories) {
    this.categories = List.copyOf(categories);
    if (categories.isEmpty() || categories.size() > MOST_CATEGORIES) {
      throw new IllegalArgumentException(
          "expected 1 to %d categories, got %d".formatted(MOST_CATEGORIES, categories.size()));
    }
    for (String category : this.categories) {
      if (slots.put(category, slots.size()) != null) {
        throw new IllegalArgumentException("category " + category + " stands twice");
      }
    }
  }

  List<String> categories() {
    return categories;
  }

  @Override
  public int width() {
    return categories.size() + 1;
  }

  @Override
  public String featureSuffix(int feature) {
    return feature == categories.size() ? " other" : "=" + ValueText.text(categories.get(feature));
  }

  @Override
  public void encode(String category, float[] into, int offset) {
    Integer slot = slots.get(category);
    Slots.set(slot == null ? categories.size() : slot, width(), into, offset);
  }

  @Override
  public Stream<String> known() {
    return categories.stream();
  }

  @Override
  public String expected(float[] reconstruction, int offset) {
    int slot = Slots.largest(reconstruction, offset, width());
    return slot == categories.size() ? OTHER : ValueText.text(categories.get(slot));
  }
}
