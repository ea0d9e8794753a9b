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
  private float[] squashed = new float[0];

  PackedLstm(LstmLayer.Shape shape, PackedLayer gates) {
    this.shape = shape;
    this.gates = gates;
    this.row = shape.channels() + shape.hidden();
  }

  @Override
  public int outputs() {
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
      advance(records);
    }
    for (int record = 0; record < records; record++) {
      finish(input, from + record * inputStride, record, output);
    }
  }

  private void begin(int records) {
    if (cells.length < records * shape.hidden()) {
      rows = new float[Math.multiplyExact(records, row)];
      gated = new float[gates.room(records)];
      cells = new float[records * shape.hidden()];
      squashed = new float[cells.length];
    }
    Arrays.fill(rows, 0, records * row, 0);
    Arrays.fill(cells, 0, records * shape.hidden(), 0);
  }

  private void advance(int records) {
    for (int record = 0; record < records; record++) {
      remember(record * gates.outputs(), record * shape.hidden());
    }
    System.arraycopy(cells, 0, squashed, 0, records * shape.hidden());
    Activation.TANH.apply(squashed, 0, records * shape.hidden());
    for (int record = 0; record < records; record++) {
      int output = record * gates.outputs() + 3 * shape.hidden();
      int state = record * row + shape.channels();
      for (int i = 0; i < shape.hidden(); i++) {
        rows[state + i] = gated[output + i] * squashed[record * shape.hidden() + i];
      }
    }
  }

  private void remember(int input, int cell) {
    int hidden = shape.hidden();
    int forget = input + hidden;
    int candidate = forget + hidden;
    for (int i = 0; i < hidden; i++) {
      float tanh = 2 * gated[candidate + i] - 1;
      cells[cell + i] = gated[forget + i] * cells[cell + i] + gated[input + i] * tanh;
    }
  }

  private void finish(float[] input, int from, int record, float[] output) {
    int to = record * outputs();
    System.arraycopy(rows, record * row + shape.channels(), output, to, shape.hidden());
    int sequence = shape.steps() * shape.channels();
    System.arraycopy(input, from + sequence, output, to + shape.hidden(), shape.passing());
  }
}
