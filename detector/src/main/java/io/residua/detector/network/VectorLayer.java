package io.residua.detector.network;

/**
 * A dense layer by vectors, which lie along the outputs.
 *
 * <p>How this works: the weights are cut into panels of as many outputs as a vector has lanes, and
 * stored panel by panel, input by input. A tile computes some records times some panels with all
 * sums in registers: each step loads a vector of each panel and one input of each record, and
 * multiplies every one with every other (Goto and van de Geijn, "Anatomy of High-Performance Matrix
 * Multiplication", 2008). A sum goes through the inputs in order, whatever the tile, so that a
 * record's result does not depend on its batch. Rows lie one after the other, whatever their
 * length: where outputs are more than a vector has lanes, the last panel reaches back and computes
 * some of them again; where they are fewer, each row is written over what the row before wrote too
 * much.
 */
final class VectorLayer extends VectorTiles implements PackedLayer {
  /** Sixteen sums, four weights and an input need 21 registers; a 256-bit processor has 16. */
  private static final boolean MANY_REGISTERS = SPECIES.vectorBitSize() != 256;

  private final int vectors;
  private final Activation activation;

  VectorLayer(DenseLayer layer) {
    super(layer.inputs(), layer.outputs(), panels(layer), biases(layer));
    this.vectors = vectors(outputs);
    this.activation = layer.activation();
  }

  /**
   * A layer without an activation whose panels stand ready.
   *
   * @param panels for each vector of outputs, {@code inputs} times {@link #LANES} weights
   * @param bias of whole vectors
   */
  VectorLayer(int inputs, int outputs, float[] panels, float[] bias) {
    super(inputs, outputs, panels, bias);
    this.vectors = vectors(outputs);
    this.activation = Activation.IDENTITY;
  }

  /** How many vectors hold so many values. */
  static int vectors(int values) {
    return (values + LANES - 1) / LANES;
  }

  /** The first output of a panel: the last one reaches back, to end where the outputs do. */
  static int column(int vector, int outputs) {
    return Math.min(vector * LANES, Math.max(0, outputs - LANES));
  }

  private static float[] panels(DenseLayer layer) {
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    float[] rows = layer.sharedWeights();
    float[] panels = new float[Math.multiplyExact(vectors(outputs) * LANES, inputs)];
    for (int vector = 0; vector < vectors(outputs); vector++) {
      for (int lane = 0; lane < Math.min(LANES, outputs); lane++) {
        int row = (column(vector, outputs) + lane) * inputs;
        for (int i = 0; i < inputs; i++) {
          panels[(vector * inputs + i) * LANES + lane] = rows[row + i];
        }
      }
    }
    return panels;
  }

  private static float[] biases(DenseLayer layer) {
    int outputs = layer.outputs();
    float[] biases = new float[vectors(outputs) * LANES];
    for (int vector = 0; vector < vectors(outputs); vector++) {
      int from = column(vector, outputs);
      int lanes = Math.min(LANES, outputs);
      System.arraycopy(layer.sharedBias(), from, biases, vector * LANES, lanes);
    }
    return biases;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public int room(int records) {
    return Math.addExact(Math.multiplyExact(records, outputs), LANES - 1);
  }

  /** Panels outside, records inside: a panel stays in the nearest cache while records pass. */
  @Override
  public void run(float[] input, int from, int inputStride, int records, float[] output) {
    int tiled = records / 4 * 4;
    manyRecords(input, from, inputStride, tiled, output);
    for (int record = tiled; record < records; record++) {
      oneRecord(input, from, inputStride, record, output);
    }
    VectorActivation.apply(activation, output, vectors(records * outputs) * LANES);
  }

  private void manyRecords(float[] input, int from, int inputStride, int records, float[] output) {
    int vector = 0;
    for (; MANY_REGISTERS && vector + 4 <= vectors; vector += 4) {
      for (int record = 0; record < records; record += 4) {
        tile4x4(input, from, inputStride, record, output, vector);
      }
    }
    for (; vector + 2 <= vectors; vector += 2) {
      for (int record = 0; record < records; record += 4) {
        tile4x2(input, from, inputStride, record, output, vector);
      }
    }
    if (vector < vectors) {
      lastVector(input, from, inputStride, records, output);
    }
  }

  private void lastVector(float[] input, int from, int inputStride, int records, float[] output) {
    int vector = vectors - 1;
    int record = 0;
    for (; record + 8 <= records; record += 8) {
      tile8x1(input, from, inputStride, record, output, vector);
    }
    for (; record < records; record++) {
      tile1x1(input, from, inputStride, record, output, vector);
    }
  }

  private void oneRecord(float[] input, int from, int inputStride, int record, float[] output) {
    int vector = 0;
    for (; vector + 8 <= vectors; vector += 8) {
      tile1x8(input, from, inputStride, record, output, vector);
    }
    for (; vector + 2 <= vectors; vector += 2) {
      tile1x2(input, from, inputStride, record, output, vector);
    }
    if (vector < vectors) {
      tile1x1(input, from, inputStride, record, output, vector);
    }
  }
}
