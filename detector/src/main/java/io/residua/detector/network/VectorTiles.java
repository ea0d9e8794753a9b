package io.residua.detector.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a {@link VectorLayer}: so many records times so many panels, with all sums in registers.
 * Written out because the compiler keeps local variables in registers, and arrays of vectors not.
 * Two steps of a loop in one, which saves half of the additions of addresses, were tried and gained
 * nothing: what bounds narrow tiles is that each product needs a broadcast of its own. The layer's
 * superclass, because tiles in an object of their own took a small network a ninth longer.
 */
abstract class VectorTiles {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  final int inputs;
  final int outputs;
  private final float[] weights;
  private final float[] bias;

  /**
   * @param weights for each panel, {@code inputs} times {@link #LANES}
   * @param bias for each panel, {@link #LANES}
   */
  VectorTiles(int inputs, int outputs, float[] weights, float[] bias) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.weights = weights;
    this.bias = bias;
  }

  final int column(int vector) {
    return VectorLayer.column(vector, outputs);
  }

  private FloatVector bias(int vector) {
    return FloatVector.fromArray(SPECIES, bias, vector * LANES);
  }

  final void tile4x4(
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
    int to = record * outputs + column(vector);
    int last = column(vector + 3) - column(vector);
    s00.intoArray(output, to);
    s01.intoArray(output, to + LANES);
    s02.intoArray(output, to + 2 * LANES);
    s03.intoArray(output, to + last);
    s10.intoArray(output, to + outputs);
    s11.intoArray(output, to + outputs + LANES);
    s12.intoArray(output, to + outputs + 2 * LANES);
    s13.intoArray(output, to + outputs + last);
    s20.intoArray(output, to + 2 * outputs);
    s21.intoArray(output, to + 2 * outputs + LANES);
    s22.intoArray(output, to + 2 * outputs + 2 * LANES);
    s23.intoArray(output, to + 2 * outputs + last);
    s30.intoArray(output, to + 3 * outputs);
    s31.intoArray(output, to + 3 * outputs + LANES);
    s32.intoArray(output, to + 3 * outputs + 2 * LANES);
    s33.intoArray(output, to + 3 * outputs + last);
  }

  final void tile4x2(
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
    int to = record * outputs + column(vector);
    int last = column(vector + 1) - column(vector);
    s00.intoArray(output, to);
    s01.intoArray(output, to + last);
    s10.intoArray(output, to + outputs);
    s11.intoArray(output, to + outputs + last);
    s20.intoArray(output, to + 2 * outputs);
    s21.intoArray(output, to + 2 * outputs + last);
    s30.intoArray(output, to + 3 * outputs);
    s31.intoArray(output, to + 3 * outputs + last);
  }

  final void tile8x1(
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
    int to = record * outputs + column(vector);
    s00.intoArray(output, to);
    s10.intoArray(output, to + outputs);
    s20.intoArray(output, to + 2 * outputs);
    s30.intoArray(output, to + 3 * outputs);
    s40.intoArray(output, to + 4 * outputs);
    s50.intoArray(output, to + 5 * outputs);
    s60.intoArray(output, to + 6 * outputs);
    s70.intoArray(output, to + 7 * outputs);
  }

  final void tile1x8(
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
    int to = record * outputs + column(vector);
    int last = column(vector + 7) - column(vector);
    s00.intoArray(output, to);
    s01.intoArray(output, to + LANES);
    s02.intoArray(output, to + 2 * LANES);
    s03.intoArray(output, to + 3 * LANES);
    s04.intoArray(output, to + 4 * LANES);
    s05.intoArray(output, to + 5 * LANES);
    s06.intoArray(output, to + 6 * LANES);
    s07.intoArray(output, to + last);
  }

  final void tile1x2(
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
    int to = record * outputs + column(vector);
    int last = column(vector + 1) - column(vector);
    s00.intoArray(output, to);
    s01.intoArray(output, to + last);
  }

  final void tile1x1(
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
    int to = record * outputs + column(vector);
    s00.intoArray(output, to);
  }
}
