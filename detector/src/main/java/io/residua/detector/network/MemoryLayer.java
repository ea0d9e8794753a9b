package io.residua.detector.network;

import java.util.function.Function;

/**
 * A memory of typical latent vectors, from which a record's own is put together (Gong et al.,
 * "Memorizing Normality to Detect Anomaly: Memory-augmented Deep Autoencoder for Unsupervised
 * Anomaly Detection", 2019). With memory items {@code m_1 … m_N} and numbers in its equations:
 *
 * <pre>
 *   d_i = z·m_i / (|z| |m_i|)                                        (5)
 *   w   = softmax(sharpness d)                                       (4), where sharpness is 1
 *   w_i ← max(w_i − λ, 0) w_i / (|w_i − λ| + ε)                      (7)
 *   w   ← w / |w|₁
 *   ẑ   = Σ w_i m_i                                                  (3)
 * </pre>
 *
 * <p>z = 0 has no direction, and d = 0. Where no weight is above λ, ẑ is 0.
 */
public final class MemoryLayer extends Layer {
  /** Most items. */
  public static final int MOST_ITEMS = 1 << 14;

  private final int items;
  private final DenseLayer addressing;
  private final DenseLayer reading;
  private final Addressing by;
  private final float[] memory;

  /**
   * How items are weighed.
   *
   * @param sharpness by which similarities are multiplied, finite and above 0: 1 in the paper
   * @param threshold λ, at least 0 and below 1; the paper has 1/N to 3/N
   * @param epsilon ε, finite and above 0
   */
  public record Addressing(double sharpness, double threshold, double epsilon) {
    public Addressing {
      if (!(sharpness > 0) || Double.isInfinite(sharpness)) {
        throw new IllegalArgumentException(
            "a memory's sharpness must be finite and above 0, got " + sharpness);
      }
      if (!(threshold >= 0 && threshold < 1)) {
        throw new IllegalArgumentException(
            "a memory's threshold must be at least 0 and below 1, got " + threshold);
      }
      if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
        throw new IllegalArgumentException(
            "a memory's epsilon must be finite and above 0, got " + epsilon);
      }
    }
  }

  /**
   * @param width of z
   * @param memory 1 to {@link #MOST_ITEMS} rows of {@code width}, row-major, finite and of a length
   *     above 0
   */
  public MemoryLayer(int width, float[] memory, Addressing by) {
    Shapes.requirePositive("a memory", "width", width);
    this.items = memory.length / width;
    if (items < 1 || items > MOST_ITEMS || memory.length % width != 0) {
      throw new IllegalArgumentException(
          "a memory has 1 to %d items of %d values, got %d values"
              .formatted(MOST_ITEMS, width, memory.length));
    }
    this.memory = memory.clone();
    this.by = by;
    this.reading =
        new DenseLayer(items, width, transposed(width), new float[width], Activation.IDENTITY);
    this.addressing =
        new DenseLayer(width, items, directions(width), new float[items], Activation.IDENTITY);
  }

  private float[] transposed(int width) {
    float[] columns = new float[memory.length];
    for (int i = 0; i < memory.length; i++) {
      columns[i % width * items + i / width] = memory[i];
    }
    return columns;
  }

  private float[] directions(int width) {
    float[] directions = new float[memory.length];
    for (int item = 0; item < items; item++) {
      double square = 0;
      for (int i = 0; i < width; i++) {
        square += (double) memory[item * width + i] * memory[item * width + i];
      }
      if (!(square > 0)) {
        throw new IllegalArgumentException("item " + item + " of a memory has length 0");
      }
      for (int i = 0; i < width; i++) {
        directions[item * width + i] = (float) (memory[item * width + i] / Math.sqrt(square));
      }
    }
    return directions;
  }

  /** How many items. */
  public int items() {
    return items;
  }

  /** A copy of the items, one row each. */
  public float[] memory() {
    return memory.clone();
  }

  public Addressing addressing() {
    return by;
  }

  @Override
  public int inputs() {
    return addressing.inputs();
  }

  @Override
  public int outputs() {
    return reading.outputs();
  }

  @Override
  public long parameters() {
    return memory.length;
  }

  @Override
  public long multiplyAdds() {
    return addressing.multiplyAdds() + reading.multiplyAdds();
  }

  @Override
  PackedLayer pack(Function<DenseLayer, PackedLayer> packing) {
    return new PackedMemory(this, packing.apply(addressing), packing.apply(reading));
  }
}
