package io.residua.trainer.gradient;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arrays that are used again: every step needs the same ones. */
final class Buffers {
  private final Map<Integer, Deque<float[]>> free = new HashMap<>();
  private final List<float[]> used = new ArrayList<>();

  /** An array of exactly this length, with anything in it. */
  float[] any(int length) {
    Deque<float[]> fitting = free.get(length);
    float[] buffer = fitting == null || fitting.isEmpty() ? new float[length] : fitting.pop();
    used.add(buffer);
    return buffer;
  }

  /** An array of zeros of exactly this length. */
  float[] zeros(int length) {
    float[] buffer = any(length);
    Arrays.fill(buffer, 0f);
    return buffer;
  }

  /** Takes all arrays back. */
  void release() {
    for (float[] buffer : used) {
      free.computeIfAbsent(buffer.length, length -> new ArrayDeque<>()).push(buffer);
    }
    used.clear();
  }
}
