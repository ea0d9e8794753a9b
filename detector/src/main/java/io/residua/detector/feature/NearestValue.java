package io.residua.detector.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds values by their features. Of values with the same features, the first one stands for all.
 */
final class NearestValue<T> {
  private final List<T> values;
  private final float[][] features;

  /**
   * @param byFeatures at least one, the features of one length
   */
  private NearestValue(Map<List<Float>, T> byFeatures) {
    this.values = List.copyOf(byFeatures.values());
    this.features = byFeatures.keySet().stream().map(NearestValue::array).toArray(float[][]::new);
  }

  /** How the features of a value are written, from index 0. */
  interface Encoding<T> {
    void encode(T value, float[] into);
  }

  /**
   * @param values at least one
   * @param width how many features each has
   */
  static <T> NearestValue<T> of(Iterable<T> values, int width, Encoding<T> encoding) {
    Map<List<Float>, T> byFeatures = new LinkedHashMap<>();
    float[] features = new float[width];
    for (T value : values) {
      encoding.encode(value, features);
      byFeatures.putIfAbsent(list(features), value);
    }
    return new NearestValue<>(byFeatures);
  }

  private static List<Float> list(float[] features) {
    List<Float> list = new ArrayList<>();
    for (float feature : features) {
      list.add(feature);
    }
    return list;
  }

  private static float[] array(List<Float> features) {
    float[] array = new float[features.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = features.get(i);
    }
    return array;
  }

  /** How many values differ in their features. */
  int size() {
    return features.length;
  }

  /** The value whose features are the least squared distance away. */
  T of(float[] wanted, int offset) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int value = 0; value < features.length; value++) {
      double distance = 0;
      for (int i = 0; i < features[value].length; i++) {
        double apart = wanted[offset + i] - features[value][i];
        distance += apart * apart;
      }
      if (distance < least) {
        nearest = value;
        least = distance;
      }
    }
    return values.get(nearest);
  }
}
