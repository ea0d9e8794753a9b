package io.residua.schema.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bounded maps that forget what was used longest ago. Safe to share between threads. */
final class RecentlyUsed {
  private RecentlyUsed() {}

  static <K, V> Map<K, V> map(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        });
  }
}
