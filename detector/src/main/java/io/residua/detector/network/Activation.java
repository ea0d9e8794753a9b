package io.residua.detector.network;

import java.util.Locale;

/** An elementwise function after a dense layer, with its name in {@code network.json}. */
public enum Activation {
  IDENTITY {
    @Override
    public void apply(float[] values, int from, int to) {}
  },
  TANH {
    @Override
    public void apply(float[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        values[i] = HyperbolicTangent.of(values[i]);
      }
    }
  },
  RELU {
    @Override
    public void apply(float[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        values[i] = Math.max(0f, values[i]);
      }
    }
  },
  SIGMOID {
    @Override
    public void apply(float[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        values[i] = 0.5f + 0.5f * HyperbolicTangent.of(0.5f * values[i]);
      }
    }
  };

  /**
   * Replaces {@code values[from]} up to, without, {@code values[to]} by the function's value: one
   * call a layer, so that the loop inside has no call per element.
   */
  public abstract void apply(float[] values, int from, int to);

  /** The name in files: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
