package io.residua.detector.network;

import java.util.Arrays;

/**
 * An LSTM whose steps are dense layers over rows {@code [x_t h_{t-1}]}: all records take a step
 * together.
 */
final class PackedLstm implements PackedLayer {
  private final LstmLayer.Shape shape;
  private final PackedLayer gates;
  private final int row;
  private float[] rows = new float[0];
  private float[] gated = new float[0];
  private float[] cells = new float[0];

  PackedLstm(LstmLayer.Shape shape, PackedLayer gates) {
    this.shape = shape;
    this.gates = gates;
    this.row = shape.channels() + shape.hidden();
  }

  @Override
  public int stride() {
    return shape.outputs();
  }

  @Override
  public void run(float[] input, int from, int inputStride, int records, float[] output) {
    begin(records);
    for (int step = 0; step < shape.steps(); step++) {
      int at = from + step * shape.channels();
      for (int record = 0; record < records; record++) {
        System.arraycopy(input, at + record * inputStride, rows, record * row, shape.channels());
      }
      gates.run(rows, 0, row, records, gated);
      for (int record = 0; record < records; record++) {
        advance(record);
      }
    }
    for (int record = 0; record < records; record++) {
      finish(input, from + record * inputStride, record, output);
    }
  }

  private void begin(int records) {
    if (cells.length < records * shape.hidden()) {
      rows = new float[Math.multiplyExact(records, row)];
      gated = new float[Math.multiplyExact(records, gates.stride())];
      cells = new float[records * shape.hidden()];
    }
    Arrays.fill(rows, 0, records * row, 0);
    Arrays.fill(cells, 0, records * shape.hidden(), 0);
  }

  /** Plain Java: beside the products its few operations hardly count. */
  private void advance(int record) {
    int hidden = shape.hidden();
    int input = record * gates.stride();
    int forget = input + hidden;
    int candidate = forget + hidden;
    int output = candidate + hidden;
    Activation.SIGMOID.apply(gated, input, candidate);
    Activation.TANH.apply(gated, candidate, output);
    Activation.SIGMOID.apply(gated, output, output + hidden);
    int cell = record * hidden;
    int state = record * row + shape.channels();
    for (int i = 0; i < hidden; i++) {
      cells[cell + i] =
          gated[forget + i] * cells[cell + i] + gated[input + i] * gated[candidate + i];
      rows[state + i] = gated[output + i] * HyperbolicTangent.of(cells[cell + i]);
    }
  }

  private void finish(float[] input, int from, int record, float[] output) {
    int to = record * stride();
    System.arraycopy(rows, record * row + shape.channels(), output, to, shape.hidden());
    int sequence = shape.steps() * shape.channels();
    System.arraycopy(input, from + sequence, output, to + shape.hidden(), shape.passing());
  }
}
