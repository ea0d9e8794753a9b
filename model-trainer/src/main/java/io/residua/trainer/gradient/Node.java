package io.residua.trainer.gradient;

import io.residua.detector.network.Activation;

/**
 * A matrix on a {@link Tape}: what was computed, and how its gradient goes back. Operations between
 * two matrices take equal shapes, or repeat the right one where it has one row, one column, or
 * both.
 */
public final class Node {
  private final Tape tape;
  private final int rows;
  private final int columns;
  private final float[] values;
  private final boolean differentiable;
  private float[] gradient;
  private Runnable backward;

  Node(Tape tape, int rows, int columns, float[] values, boolean differentiable) {
    if (values.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(
          "expected %d × %d values, got %d".formatted(rows, columns, values.length));
    }
    this.tape = tape;
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    this.differentiable = differentiable;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The values themselves, row-major: only to be read, and only until the tape is cleared. */
  public float[] values() {
    return values;
  }

  /** The value of a 1 × 1 matrix. */
  public float value() {
    if (values.length != 1) {
      throw new IllegalStateException("expected one number, got %d × %d".formatted(rows, columns));
    }
    return values[0];
  }

  Tape tape() {
    return tape;
  }

  boolean differentiable() {
    return differentiable;
  }

  void gradientIs(float[] array) {
    gradient = array;
  }

  /** The gradient, zeros at first. */
  float[] gradient() {
    if (gradient == null) {
      gradient = tape.buffers().zeros(values.length);
    }
    return gradient;
  }

  /** What to do with this node's gradient once it is complete; returns this. */
  Node backward(Runnable step) {
    if (differentiable) {
      backward = step;
    }
    return this;
  }

  /** Hands the gradient on; nothing where the loss does not depend on this node. */
  void back() {
    if (gradient != null && backward != null) {
      backward.run();
    }
  }

  /** The same values, by which nothing is differentiated. */
  public Node detached() {
    return new Node(tape, rows, columns, values, false);
  }

  /** Matrix product: this {@code m × k}, right {@code k × n}. */
  public Node product(Node right) {
    return tape.products().product(this, right);
  }

  /** Matrix product plus a row: this {@code m × k}, weights {@code k × n}, bias {@code 1 × n}. */
  public Node affine(Node weights, Node bias) {
    return tape.products().affine(this, weights, bias);
  }

  /** {@code |x_i − y_j|²} of this matrix's rows and another's: m × n. */
  public Node squaredDistances(Node to) {
    return tape.distances().squared(this, to);
  }

  /** {@code Σ_c c / (c + x)} over the scales, of what is 0 or more. */
  public Node inverseMultiquadrics(float... scales) {
    return Elements.inverseMultiquadrics(this, scales);
  }

  public Node transposed() {
    return Layout.transposed(this);
  }

  public Node plus(Node right) {
    return Pairs.PLUS.of(this, right);
  }

  public Node minus(Node right) {
    return Pairs.MINUS.of(this, right);
  }

  /** Element by element. */
  public Node times(Node right) {
    return Pairs.TIMES.of(this, right);
  }

  /** Element by element. */
  public Node over(Node right) {
    return Pairs.OVER.of(this, right);
  }

  /** {@code factor · x}. */
  public Node scaled(double factor) {
    return Elements.linear(this, (float) factor, 0f);
  }

  /** {@code x + summand}. */
  public Node shifted(double summand) {
    return Elements.linear(this, 1f, (float) summand);
  }

  public Node activated(Activation activation) {
    return Elements.activated(this, activation);
  }

  /** The derivative of an activation, of which this is the value. */
  public Node slope(Activation activation) {
    return Slopes.of(this, activation);
  }

  public Node exponential() {
    return Elements.exponential(this);
  }

  /** The natural logarithm. */
  public Node logarithm() {
    return Elements.logarithm(this);
  }

  public Node squared() {
    return Elements.squared(this);
  }

  public Node squareRoot() {
    return Elements.squareRoot(this);
  }

  /** {@code |x|}, with gradient 0 at 0. */
  public Node absolute() {
    return Elements.absolute(this);
  }

  /** {@code ln(1 + e^x)}. */
  public Node softplus() {
    return Elements.softplus(this);
  }

  /** The larger of x and a bound; below the bound the gradient is 0. */
  public Node atLeast(double bound) {
    return Elements.atLeast(this, (float) bound);
  }

  /** 1 × 1. */
  public Node sum() {
    return Sums.all(this, 1f);
  }

  /** 1 × 1. */
  public Node mean() {
    return Sums.all(this, 1f / values.length);
  }

  /** One sum a row: m × 1. */
  public Node rowSums() {
    return Sums.rows(this);
  }

  /** One sum a column: 1 × n. */
  public Node columnSums() {
    return Sums.columns(this);
  }

  /** One mean a column: 1 × n. */
  public Node columnMeans() {
    return columnSums().scaled(1.0 / rows);
  }

  /** {@code ln Σ e^x} of each row: m × 1. */
  public Node logSumExponentials() {
    return Sums.logSumExponentials(this);
  }

  /** {@code e^x / Σ e^x} in each row. */
  public Node softmax() {
    return Sums.softmax(this);
  }

  /** {@code −Σ x ln x} of each row, of what is 0 or more: m × 1. */
  public Node entropies() {
    return Sums.entropies(this);
  }

  /**
   * The logarithm of each row's normal density, as the row is the deviation from the mean: m × 1.
   * NaN where the covariance is not positive definite.
   *
   * @param covariance n × n
   */
  public Node logNormalDensities(Node covariance) {
    return NormalDensity.logarithms(this, covariance);
  }

  /** Columns {@code from} up to, without, {@code to}. */
  public Node columns(int from, int to) {
    return Layout.columns(this, from, to);
  }

  /** Columns in another order, some perhaps more than once; zeros where the order says -1. */
  public Node selected(int... order) {
    return Layout.selected(this, order);
  }

  /**
   * An LSTM's last hidden state, m × hidden, of rows that hold steps one after the other.
   *
   * @param weights {@code (channels + hidden) × 4 hidden}
   * @param bias {@code 1 × 4 hidden}
   */
  public Node lstm(Node weights, Node bias, int steps) {
    return LongShortTermMemory.of(this, weights, bias, steps);
  }

  /** Rows {@code from} up to, without, {@code to}. */
  public Node rows(int from, int to) {
    return Layout.rows(this, from, to);
  }

  /** This with another's columns to its right. */
  public Node beside(Node right) {
    return Layout.beside(this, right);
  }

  /** This with another's rows below. */
  public Node above(Node below) {
    return Layout.above(this, below);
  }

  /** Each row so many times, one after the other. */
  public Node repeated(int times) {
    return Layout.repeated(this, times);
  }

  /** The same values in the same order as other rows. */
  public Node reshaped(int newRows, int newColumns) {
    return Layout.reshaped(this, newRows, newColumns);
  }
}
