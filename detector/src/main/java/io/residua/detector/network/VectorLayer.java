package io.residua.detector.network;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A dense layer by vectors, which lie along the outputs.
 *
 * <p>How this works: the weights are cut into panels of as many outputs as a vector has lanes, and
 * stored panel by panel, input by input. A tile computes some records times some panels with all
 * sums in registers: each step loads a vector of each panel and one input of each record, and
 * multiplies every one with every other (Goto and van de Geijn, "Anatomy of High-Performance Matrix
 * Multiplication", 2008). A sum goes through the inputs in order, whatever the tile, so that a
 * record's result does not depend on its batch. Tiles are written out because the compiler keeps
 * local variables in registers, and arrays of vectors not.
 */
final class VectorLayer implements PackedLayer {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  /** Sixteen sums, four weights and an input need 21 registers; a 256-bit processor has 16. */
  private static final boolean MANY_REGISTERS = SPECIES.vectorBitSize() != 256;

  private final int inputs;
  private final int vectors;
  private final int stride;
  private final float[] weights;
  private final float[] bias;
  private final Activation activation;

  VectorLayer(DenseLayer layer) {
    this.inputs = layer.inputs();
    this.vectors = vectors(layer.outputs());
    this.stride = vectors * LANES;
    this.weights = panels(layer);
    this.bias = Arrays.copyOf(layer.sharedBias(), stride);
    this.activation = layer.activation();
  }

  /**
   * A layer without an activation whose panels stand ready.
   *
   * @param panels for each vector of outputs, {@code inputs} times {@link #LANES} weights
   * @param bias of whole vectors
   */
  VectorLayer(int inputs, int outputs, float[] panels, float[] bias) {
    this.inputs = inputs;
    this.vectors = vectors(outputs);
    this.stride = vectors * LANES;
    this.weights = panels;
    this.bias = bias;
    this.activation = Activation.IDENTITY;
  }

  /** How many vectors hold so many values. */
  static int vectors(int values) {
    return (values + LANES - 1) / LANES;
  }

  private float[] panels(DenseLayer layer) {
    float[] rows = layer.sharedWeights();
    float[] panels = new float[Math.multiplyExact(stride, inputs)];
    for (int output = 0; output < layer.outputs(); output++) {
      int panel = output / LANES * inputs * LANES;
      for (int i = 0; i < inputs; i++) {
        panels[panel + i * LANES + output % LANES] = rows[output * inputs + i];
      }
    }
    return panels;
  }

  @Override
  public int stride() {
    return stride;
  }

  /** Panels outside, records inside: a panel stays in the nearest cache while records pass. */
  @Override
  public void run(float[] input, int from, int inputStride, int records, float[] output) {
    int tiled = records / 4 * 4;
    manyRecords(input, from, inputStride, tiled, output);
    for (int record = tiled; record < records; record++) {
      oneRecord(input, from, inputStride, record, output);
    }
    VectorActivation.apply(activation, output, records * stride);
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

  private FloatVector bias(int vector) {
    return FloatVector.fromArray(SPECIES, bias, vector * LANES);
  }

  private void tile4x4(
      float[] input, int from, int inputStride, int record, float[] output, int vector) {
    int x0 = from + record * inputStride;
    int x1 = x0 + inputStride;
    int x2 = x1 + inputStride;
    int x3 = x2 + inputStride;
    int panel = inputs * LANES;
    int w0 = vector * panel;
    int w1 = w0 + panel;
    int w2 = w1 + panel;
    int w3 = w2 + panel;
    FloatVector b0 = bias(vector);
    FloatVector b1 = bias(vector + 1);
    FloatVector b2 = bias(vector + 2);
    FloatVector b3 = bias(vector + 3);
    FloatVector s00 = b0;
    FloatVector s01 = b1;
    FloatVector s02 = b2;
    FloatVector s03 = b3;
    FloatVector s10 = b0;
    FloatVector s11 = b1;
    FloatVector s12 = b2;
    FloatVector s13 = b3;
    FloatVector s20 = b0;
    FloatVector s21 = b1;
    FloatVector s22 = b2;
    FloatVector s23 = b3;
    FloatVector s30 = b0;
    FloatVector s31 = b1;
    FloatVector s32 = b2;
    FloatVector s33 = b3;
    for (int i = 0; i < inputs; i++) {
      int at = i * LANES;
      FloatVector p0 = FloatVector.fromArray(SPECIES, weights, w0 + at);
      FloatVector p1 = FloatVector.fromArray(SPECIES, weights, w1 + at);
      FloatVector p2 = FloatVector.fromArray(SPECIES, weights, w2 + at);
      FloatVector p3 = FloatVector.fromArray(SPECIES, weights, w3 + at);
      FloatVector i0 = FloatVector.broadcast(SPECIES, input[x0 + i]);
      s00 = p0.fma(i0, s00);
      s01 = p1.fma(i0, s01);
      s02 = p2.fma(i0, s02);
      s03 = p3.fma(i0, s03);
      FloatVector i1 = FloatVector.broadcast(SPECIES, input[x1 + i]);
      s10 = p0.fma(i1, s10);
      s11 = p1.fma(i1, s11);
      s12 = p2.fma(i1, s12);
      s13 = p3.fma(i1, s13);
      FloatVector i2 = FloatVector.broadcast(SPECIES, input[x2 + i]);
      s20 = p0.fma(i2, s20);
      s21 = p1.fma(i2, s21);
      s22 = p2.fma(i2, s22);
      s23 = p3.fma(i2, s23);
      FloatVector i3 = FloatVector.broadcast(SPECIES, input[x3 + i]);
      s30 = p0.fma(i3, s30);
      s31 = p1.fma(i3, s31);
      s32 = p2.fma(i3, s32);
      s33 = p3.fma(i3, s33);
    }
    int to = record * stride + vector * LANES;
    s00.intoArray(output, to);
    s01.intoArray(output, to + LANES);
    s02.intoArray(output, to + 2 * LANES);
    s03.intoArray(output, to + 3 * LANES);
    s10.intoArray(output, to + stride);
    s11.intoArray(output, to + stride + LANES);
    s12.intoArray(output, to + stride + 2 * LANES);
    s13.intoArray(output, to + stride + 3 * LANES);
    s20.intoArray(output, to + 2 * stride);
    s21.intoArray(output, to + 2 * stride + LANES);
    s22.intoArray(output, to + 2 * stride + 2 * LANES);
    s23.intoArray(output, to + 2 * stride + 3 * LANES);
    s30.intoArray(output, to + 3 * stride);
    s31.intoArray(output, to + 3 * stride + LANES);
    s32.intoArray(output, to + 3 * stride + 2 * LANES);
    s33.intoArray(output, to + 3 * stride + 3 * LANES);
  }

  private void tile4x2(
      float[] input, int from, int inputStride, int record, float[] output, int vector) {
    int x0 = from + record * inputStride;
    int x1 = x0 + inputStride;
    int x2 = x1 + inputStride;
    int x3 = x2 + inputStride;
    int panel = inputs * LANES;
    int w0 = vector * panel;
    int w1 = w0 + panel;
    FloatVector b0 = bias(vector);
    FloatVector b1 = bias(vector + 1);
    FloatVector s00 = b0;
    FloatVector s01 = b1;
    FloatVector s10 = b0;
    FloatVector s11 = b1;
    FloatVector s20 = b0;
    FloatVector s21 = b1;
    FloatVector s30 = b0;
    FloatVector s31 = b1;
    for (int i = 0; i < inputs; i++) {
      int at = i * LANES;
      FloatVector p0 = FloatVector.fromArray(SPECIES, weights, w0 + at);
      FloatVector p1 = FloatVector.fromArray(SPECIES, weights, w1 + at);
      FloatVector i0 = FloatVector.broadcast(SPECIES, input[x0 + i]);
      s00 = p0.fma(i0, s00);
      s01 = p1.fma(i0, s01);
      FloatVector i1 = FloatVector.broadcast(SPECIES, input[x1 + i]);
      s10 = p0.fma(i1, s10);
      s11 = p1.fma(i1, s11);
      FloatVector i2 = FloatVector.broadcast(SPECIES, input[x2 + i]);
      s20 = p0.fma(i2, s20);
      s21 = p1.fma(i2, s21);
      FloatVector i3 = FloatVector.broadcast(SPECIES, input[x3 + i]);
      s30 = p0.fma(i3, s30);
      s31 = p1.fma(i3, s31);
    }
    int to = record * stride + vector * LANES;
    s00.intoArray(output, to);
    s01.intoArray(output, to + LANES);
    s10.intoArray(output, to + stride);
    s11.intoArray(output, to + stride + LANES);
    s20.intoArray(output, to + 2 * stride);
    s21.intoArray(output, to + 2 * stride + LANES);
    s30.intoArray(output, to + 3 * stride);
    s31.intoArray(output, to + 3 * stride + LANES);
  }

  private void tile8x1(
      float[] input, int from, int inputStride, int record, float[] output, int vector) {
    int x0 = from + record * inputStride;
    int x1 = x0 + inputStride;
    int x2 = x1 + inputStride;
    int x3 = x2 + inputStride;
    int x4 = x3 + inputStride;
    int x5 = x4 + inputStride;
    int x6 = x5 + inputStride;
    int x7 = x6 + inputStride;
    int panel = inputs * LANES;
    int w0 = vector * panel;
    FloatVector b0 = bias(vector);
    FloatVector s00 = b0;
    FloatVector s10 = b0;
    FloatVector s20 = b0;
    FloatVector s30 = b0;
    FloatVector s40 = b0;
    FloatVector s50 = b0;
    FloatVector s60 = b0;
    FloatVector s70 = b0;
    for (int i = 0; i < inputs; i++) {
      int at = i * LANES;
      FloatVector p0 = FloatVector.fromArray(SPECIES, weights, w0 + at);
      FloatVector i0 = FloatVector.broadcast(SPECIES, input[x0 + i]);
      s00 = p0.fma(i0, s00);
      FloatVector i1 = FloatVector.broadcast(SPECIES, input[x1 + i]);
      s10 = p0.fma(i1, s10);
      FloatVector i2 = FloatVector.broadcast(SPECIES, input[x2 + i]);
      s20 = p0.fma(i2, s20);
      FloatVector i3 = FloatVector.broadcast(SPECIES, input[x3 + i]);
      s30 = p0.fma(i3, s30);
      FloatVector i4 = FloatVector.broadcast(SPECIES, input[x4 + i]);
      s40 = p0.fma(i4, s40);
      FloatVector i5 = FloatVector.broadcast(SPECIES, input[x5 + i]);
      s50 = p0.fma(i5, s50);
      FloatVector i6 = FloatVector.broadcast(SPECIES, input[x6 + i]);
      s60 = p0.fma(i6, s60);
      FloatVector i7 = FloatVector.broadcast(SPECIES, input[x7 + i]);
      s70 = p0.fma(i7, s70);
    }
    int to = record * stride + vector * LANES;
    s00.intoArray(output, to);
    s10.intoArray(output, to + stride);
    s20.intoArray(output, to + 2 * stride);
    s30.intoArray(output, to + 3 * stride);
    s40.intoArray(output, to + 4 * stride);
    s50.intoArray(output, to + 5 * stride);
    s60.intoArray(output, to + 6 * stride);
    s70.intoArray(output, to + 7 * stride);
  }

  private void tile1x8(
      float[] input, int from, int inputStride, int record, float[] output, int vector) {
    int x0 = from + record * inputStride;
    int panel = inputs * LANES;
    int w0 = vector * panel;
    int w1 = w0 + panel;
    int w2 = w1 + panel;
    int w3 = w2 + panel;
    int w4 = w3 + panel;
    int w5 = w4 + panel;
    int w6 = w5 + panel;
    int w7 = w6 + panel;
    FloatVector b0 = bias(vector);
    FloatVector b1 = bias(vector + 1);
    FloatVector b2 = bias(vector + 2);
    FloatVector b3 = bias(vector + 3);
    FloatVector b4 = bias(vector + 4);
    FloatVector b5 = bias(vector + 5);
    FloatVector b6 = bias(vector + 6);
    FloatVector b7 = bias(vector + 7);
    FloatVector s00 = b0;
    FloatVector s01 = b1;
    FloatVector s02 = b2;
    FloatVector s03 = b3;
    FloatVector s04 = b4;
    FloatVector s05 = b5;
    FloatVector s06 = b6;
    FloatVector s07 = b7;
    for (int i = 0; i < inputs; i++) {
      int at = i * LANES;
      FloatVector p0 = FloatVector.fromArray(SPECIES, weights, w0 + at);
      FloatVector p1 = FloatVector.fromArray(SPECIES, weights, w1 + at);
      FloatVector p2 = FloatVector.fromArray(SPECIES, weights, w2 + at);
      FloatVector p3 = FloatVector.fromArray(SPECIES, weights, w3 + at);
      FloatVector p4 = FloatVector.fromArray(SPECIES, weights, w4 + at);
      FloatVector p5 = FloatVector.fromArray(SPECIES, weights, w5 + at);
      FloatVector p6 = FloatVector.fromArray(SPECIES, weights, w6 + at);
      FloatVector p7 = FloatVector.fromArray(SPECIES, weights, w7 + at);
      FloatVector i0 = FloatVector.broadcast(SPECIES, input[x0 + i]);
      s00 = p0.fma(i0, s00);
      s01 = p1.fma(i0, s01);
      s02 = p2.fma(i0, s02);
      s03 = p3.fma(i0, s03);
      s04 = p4.fma(i0, s04);
      s05 = p5.fma(i0, s05);
      s06 = p6.fma(i0, s06);
      s07 = p7.fma(i0, s07);
    }
    int to = record * stride + vector * LANES;
    s00.intoArray(output, to);
    s01.intoArray(output, to + LANES);
    s02.intoArray(output, to + 2 * LANES);
    s03.intoArray(output, to + 3 * LANES);
    s04.intoArray(output, to + 4 * LANES);
    s05.intoArray(output, to + 5 * LANES);
    s06.intoArray(output, to + 6 * LANES);
    s07.intoArray(output, to + 7 * LANES);
  }

  private void tile1x2(
      float[] input, int from, int inputStride, int record, float[] output, int vector) {
    int x0 = from + record * inputStride;
    int panel = inputs * LANES;
    int w0 = vector * panel;
    int w1 = w0 + panel;
    FloatVector b0 = bias(vector);
    FloatVector b1 = bias(vector + 1);
    FloatVector s00 = b0;
    FloatVector s01 = b1;
    for (int i = 0; i < inputs; i++) {
      int at = i * LANES;
      FloatVector p0 = FloatVector.fromArray(SPECIES, weights, w0 + at);
      FloatVector p1 = FloatVector.fromArray(SPECIES, weights, w1 + at);
      FloatVector i0 = FloatVector.broadcast(SPECIES, input[x0 + i]);
      s00 = p0.fma(i0, s00);
      s01 = p1.fma(i0, s01);
    }
    int to = record * stride + vector * LANES;
    s00.intoArray(output, to);
    s01.intoArray(output, to + LANES);
  }

  private void tile1x1(
      float[] input, int from, int inputStride, int record, float[] output, int vector) {
    int x0 = from + record * inputStride;
    int panel = inputs * LANES;
    int w0 = vector * panel;
    FloatVector b0 = bias(vector);
    FloatVector s00 = b0;
    for (int i = 0; i < inputs; i++) {
      int at = i * LANES;
      FloatVector p0 = FloatVector.fromArray(SPECIES, weights, w0 + at);
      FloatVector i0 = FloatVector.broadcast(SPECIES, input[x0 + i]);
      s00 = p0.fma(i0, s00);
    }
    int to = record * stride + vector * LANES;
    s00.intoArray(output, to);
  }
}
