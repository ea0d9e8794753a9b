package io.residua.detector.feature;

import io.residua.detector.definition.EncodingSpec.Hash;
import io.residua.detector.event.StableHash;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One of a fixed number of slots, chosen by the category's hash; several categories share one. */
final class HashSlots implements CategoryEncoding {
  private final String[] examples;

  /**
   * @param examples for each slot the category most frequent in it, null where training saw none
   */
  HashSlots(List<String> examples) {
    if (examples.size() < Hash.LEAST || examples.size() > Hash.MOST) {
      throw new IllegalArgumentException(
          "expected %d to %d slots, got %d".formatted(Hash.LEAST, Hash.MOST, examples.size()));
    }
    this.examples = examples.toArray(new String[0]);
  }

  List<String> examples() {
    return Arrays.asList(examples.clone());
  }

  @Override
  public int width() {
    return examples.length;
  }

  @Override
  public String featureSuffix(int feature) {
    return "#" + feature;
  }

  @Override
  public void encode(String category, float[] into, int offset) {
    Slots.set(StableHash.slot(category, examples.length), examples.length, into, offset);
  }

  @Override
  public Stream<String> known() {
    return Arrays.stream(examples).filter(Objects::nonNull);
  }

  @Override
  public String expected(float[] reconstruction, int offset) {
    String example = examples[Slots.largest(reconstruction, offset, examples.length)];
    return example == null ? "another value" : ValueText.text(example);
  }
}
