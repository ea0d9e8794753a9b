package io.residua.trainer.gradient;

import io.residua.detector.network.Activation;
import io.residua.detector.network.MatrixProduct;
import java.util.Arrays;

/**
 * The last hidden state of a long short-term memory, as {@link
 * io.residua.detector.network.LstmLayer} defines it, and its gradient through time (Werbos,
 * "Backpropagation Through Time", 1990). Backwards from the last step, with {@code ∂h} and {@code
 * ∂c} handed on from step to step:
 *
 * <pre>
 *   ∂c   += ∂h σ(o) (1 − tanh²(c_t))
 *   ∂i    = ∂c tanh(g) σ(i) (1 − σ(i))
 *   ∂f    = ∂c c_{t-1} σ(f) (1 − σ(f))
 *   ∂g    = ∂c σ(i) (1 − tanh²(g))
 *   ∂o    = ∂h tanh(c_t) σ(o) (1 − σ(o))
 *   ∂W   += [x_t h_{t-1}]ᵀ [∂i ∂f ∂g ∂o]
 *   [∂x_t ∂h] = [∂i ∂f ∂g ∂o] Wᵀ
 *   ∂c    = ∂c σ(f)
 * </pre>
 *
 * <p>One operation instead of a dozen a step, for all records together. Where nobody asks for
 * gradients, every step writes over the one before.
 */
final class LongShortTermMemory {
  private static final int GATES = 4;

  private final Node sequence;
  private final Node weights;
  private final Node bias;
  private final int steps;
  private final int records;
  private final int channels;
  private final int hidden;
  private final Node result;
  private final MatrixProduct kernel;
  private final Buffers buffers;

  /** Of each step, records × (channels + hidden): its values beside the state before it. */
  private final float[][] read;

  /** Of each step, records × 4 hidden. */
  private final float[][] gates;

  /** Of each step, records × hidden. */
  private final float[][] cells;

  /** The cells' hyperbolic tangents. */
  private final float[][] squashed;

  private LongShortTermMemory(Node sequence, Node weights, Node bias, int steps) {
    this.sequence = sequence;
    this.weights = weights;
    this.bias = bias;
    this.steps = steps;
    this.records = sequence.rows();
    this.channels = sequence.columns() / steps;
    this.hidden = bias.columns() / GATES;
    Tape tape = sequence.tape();
    this.result = tape.result(records, hidden, sequence, weights, bias);
    this.kernel = tape.kernel();
    this.buffers = tape.buffers();
    this.read = perStep(channels + hidden);
    this.gates = perStep(GATES * hidden);
    this.cells = perStep(hidden);
    this.squashed = perStep(hidden);
  }

  private float[][] perStep(int width) {
    float[][] arrays = new float[steps][];
    for (int step = 0; step < steps; step++) {
      boolean own = step == 0 || result.differentiable();
      arrays[step] = own ? buffers.any(Math.multiplyExact(records, width)) : arrays[0];
    }
    return arrays;
  }

  static Node of(Node sequence, Node weights, Node bias, int steps) {
    int hidden = bias.columns() / GATES;
    int channels = sequence.columns() / steps;
    if (channels * steps != sequence.columns()
        || weights.rows() != channels + hidden
        || weights.columns() != GATES * hidden) {
      throw new IllegalArgumentException(
          "expected %d steps and weights of %d × %d, got %d values and %d × %d"
              .formatted(
                  steps,
                  channels + hidden,
                  GATES * hidden,
                  sequence.columns(),
                  weights.rows(),
                  weights.columns()));
    }
    LongShortTermMemory memory = new LongShortTermMemory(sequence, weights, bias, steps);
    memory.forward();
    return memory.result.backward(memory::back);
  }

  private void forward() {
    Arrays.fill(read[0], 0f);
    float[] before = buffers.zeros(records * hidden);
    for (int step = 0; step < steps; step++) {
      place(step);
      kernel.multiply(
          read[step], records, channels + hidden, weights.values(), GATES * hidden, gates[step]);
      Sums.addToRows(bias.values(), gates[step]);
      for (int record = 0; record < records; record++) {
        advance(step, record, before);
      }
      before = cells[step];
    }
  }

  private void place(int step) {
    for (int record = 0; record < records; record++) {
      System.arraycopy(
          sequence.values(),
          record * sequence.columns() + step * channels,
          read[step],
          record * (channels + hidden),
          channels);
    }
  }

  private void advance(int step, int record, float[] before) {
    float[] gate = gates[step];
    int input = record * GATES * hidden;
    int forget = input + hidden;
    int candidate = forget + hidden;
    int output = candidate + hidden;
    Activation.SIGMOID.apply(gate, input, candidate);
    Activation.TANH.apply(gate, candidate, output);
    Activation.SIGMOID.apply(gate, output, output + hidden);
    float[] cell = cells[step];
    float[] bounded = squashed[step];
    int at = record * hidden;
    for (int i = 0; i < hidden; i++) {
      cell[at + i] = gate[forget + i] * before[at + i] + gate[input + i] * gate[candidate + i];
      bounded[at + i] = cell[at + i];
    }
    Activation.TANH.apply(bounded, at, at + hidden);
    boolean last = step == steps - 1;
    float[] into = last ? result.values() : read[step + 1];
    int to = last ? at : record * (channels + hidden) + channels;
    for (int i = 0; i < hidden; i++) {
      into[to + i] = gate[output + i] * bounded[at + i];
    }
  }

  private void back() {
    float[] state = buffers.any(records * hidden);
    System.arraycopy(result.gradient(), 0, state, 0, state.length);
    float[] cell = buffers.zeros(records * hidden);
    float[] slopes = buffers.any(records * GATES * hidden);
    float[] readSlopes = buffers.any(records * (channels + hidden));
    float[] transposed = buffers.any(weights.values().length);
    Layout.transpose(weights.values(), weights.rows(), weights.columns(), transposed);
    float[] readTransposed = buffers.any(readSlopes.length);
    float[] weightSlopes = buffers.any(transposed.length);
    float[] before = buffers.zeros(records * hidden);
    for (int step = steps - 1; step >= 0; step--) {
      float[] cellBefore = step == 0 ? before : cells[step - 1];
      for (int record = 0; record < records; record++) {
        gateSlopes(step, record, cellBefore, state, cell, slopes);
      }
      learn(step, slopes, readTransposed, weightSlopes);
      kernel.multiply(slopes, records, GATES * hidden, transposed, channels + hidden, readSlopes);
      handOn(step, readSlopes, state);
    }
  }

  /** Leaves the step's {@code [∂i ∂f ∂g ∂o]}, and {@code ∂c} for the step before. */
  private void gateSlopes(
      int step, int record, float[] before, float[] state, float[] cell, float[] slopes) {
    float[] gate = gates[step];
    int from = record * GATES * hidden;
    int at = record * hidden;
    for (int i = 0; i < hidden; i++, from++, at++) {
      float input = gate[from];
      float forget = gate[from + hidden];
      float candidate = gate[from + 2 * hidden];
      float output = gate[from + 3 * hidden];
      float bounded = squashed[step][at];
      float slope = cell[at] + state[at] * output * (1f - bounded * bounded);
      slopes[from] = slope * candidate * input * (1f - input);
      slopes[from + hidden] = slope * before[at] * forget * (1f - forget);
      slopes[from + 2 * hidden] = slope * input * (1f - candidate * candidate);
      slopes[from + 3 * hidden] = state[at] * bounded * output * (1f - output);
      cell[at] = slope * forget;
    }
  }

  private void learn(int step, float[] slopes, float[] transposed, float[] gradient) {
    int inner = channels + hidden;
    Layout.transpose(read[step], records, inner, transposed);
    kernel.multiply(transposed, inner, records, slopes, GATES * hidden, gradient);
    Elements.add(gradient, weights.gradient());
    Sums.addRows(slopes, bias.gradient());
  }

  private void handOn(int step, float[] readSlopes, float[] state) {
    int row = channels + hidden;
    for (int record = 0; record < records; record++) {
      System.arraycopy(readSlopes, record * row + channels, state, record * hidden, hidden);
      if (sequence.differentiable()) {
        int to = record * sequence.columns() + step * channels;
        Elements.add(readSlopes, record * row, channels, sequence.gradient(), to);
      }
    }
  }
}
