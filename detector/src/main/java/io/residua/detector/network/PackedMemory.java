package io.residua.detector.network;

/** A memory as two dense layers, one to its items and one back, and their weights in between. */
final class PackedMemory implements PackedLayer {
  private final int width;
  private final int items;
  private final MemoryLayer.Addressing by;
  private final PackedLayer addressing;
  private final PackedLayer reading;
  private float[] weights = new float[0];

  /**
   * @param addressing gives a vector's products with the items' directions
   * @param reading gives the sum of the items by their weights
   */
  PackedMemory(MemoryLayer memory, PackedLayer addressing, PackedLayer reading) {
    this.width = memory.inputs();
    this.items = memory.items();
    this.by = memory.addressing();
    this.addressing = addressing;
    this.reading = reading;
  }

  @Override
  public int outputs() {
    return width;
  }

  @Override
  public int room(int records) {
    return reading.room(records);
  }

  @Override
  public void run(float[] input, int from, int inputStride, int records, float[] output) {
    if (weights.length < addressing.room(records)) {
      weights = new float[addressing.room(records)];
    }
    addressing.run(input, from, inputStride, records, weights);
    for (int record = 0; record < records; record++) {
      double length = length(input, from + record * inputStride);
      weigh(record * items, length > 0 ? by.sharpness() / length : 0);
    }
    reading.run(weights, 0, items, records, output);
  }

  private double length(float[] input, int from) {
    double square = 0;
    for (int i = from; i < from + width; i++) {
      square += (double) input[i] * input[i];
    }
    return Math.sqrt(square);
  }

  /** Products become weights, which add up to 1, or are all 0; NaN stays NaN. */
  private void weigh(int from, double factor) {
    softmax(from, factor);
    double sum = 0;
    for (int i = from; i < from + items; i++) {
      double above = weights[i] - by.threshold();
      double kept = above <= 0 ? 0 : above * weights[i] / (above + by.epsilon());
      weights[i] = (float) kept;
      sum += kept;
    }
    for (int i = from; i < from + items; i++) {
      weights[i] = sum == 0 ? 0 : (float) (weights[i] / sum);
    }
  }

  private void softmax(int from, double factor) {
    float largest = weights[from];
    for (int i = from + 1; i < from + items; i++) {
      largest = Math.max(largest, weights[i]);
    }
    double sum = 0;
    for (int i = from; i < from + items; i++) {
      weights[i] = (float) Math.exp(factor * ((double) weights[i] - largest));
      sum += weights[i];
    }
    for (int i = from; i < from + items; i++) {
      weights[i] = (float) (weights[i] / sum);
    }
  }
}
