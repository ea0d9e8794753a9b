package io.residua.detector.network;

import java.util.Locale;

/** An elementwise function after a dense layer, with its name in {@code network.json}. */
public enum Activation {
  IDENTITY {
    @Override
    public float apply(float x) {
      return x;
    }
  },
  TANH {
    @Override
    public float apply(float x) {
      return (float) Math.tanh(x);
    }
  },
  RELU {
    @Override
    public float apply(float x) {
      return Math.max(0f, x);
    }
  },
  SIGMOID {
    @Override
    public float apply(float x) {
      return (float) (1 / (1 + Math.exp(-x)));
    }
  };

  public abstract float apply(float x);

  /** The name in files: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
