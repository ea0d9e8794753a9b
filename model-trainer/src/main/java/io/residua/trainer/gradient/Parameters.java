package io.residua.trainer.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one player of a training changes, in a fixed order. */
public final class Parameters {
  private final List<Parameter> all;

  public Parameters(List<Parameter> all) {
    this.all = List.copyOf(all);
  }

  public List<Parameter> all() {
    return all;
  }

  /** These and others. */
  public Parameters and(Parameters others) {
    List<Parameter> joined = new ArrayList<>(all);
    joined.addAll(others.all);
    return new Parameters(joined);
  }

  /** How many numbers they are. */
  public int size() {
    return all.stream().mapToInt(parameter -> parameter.values().length).sum();
  }

  public void clearGradients() {
    for (Parameter parameter : all) {
      Arrays.fill(parameter.gradient(), 0f);
    }
  }

  /** A copy of all values. */
  public float[] values() {
    float[] copy = new float[size()];
    int to = 0;
    for (Parameter parameter : all) {
      System.arraycopy(parameter.values(), 0, copy, to, parameter.values().length);
      to += parameter.values().length;
    }
    return copy;
  }

  /** Sets what {@link #values()} gave. */
  public void restore(float[] values) {
    int from = 0;
    for (Parameter parameter : all) {
      System.arraycopy(values, from, parameter.values(), 0, parameter.values().length);
      from += parameter.values().length;
    }
  }
}
