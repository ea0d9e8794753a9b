package io.residua.detector.event;

/**
 * A hash of text that is the same in every process and every version, part of the saved format:
 * FNV-1a (32 bit) over the UTF-8 bytes, then Murmur3's final mix, as FNV alone leaves the low bits
 * of short texts alike. An unpaired surrogate counts as a question mark, as in {@link
 * String#getBytes}. Allocates nothing.
 */
public final class StableHash {
  private static final int OFFSET_BASIS = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  private StableHash() {}

  /** A slot from 0 to {@code slots - 1}. */
  public static int slot(String text, int slots) {
    return Integer.remainderUnsigned(of(text), slots);
  }

  public static int of(String text) {
    int hash = OFFSET_BASIS;
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (c > 0xFFFF) {
        i++;
        hash = add(hash, 0xF0 | c >> 18);
        hash = add(hash, continuation(c >> 12));
        hash = add(add(hash, continuation(c >> 6)), continuation(c));
      } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        hash = add(hash, '?');
      } else if (c > 0x7FF) {
        hash = add(hash, 0xE0 | c >> 12);
        hash = add(add(hash, continuation(c >> 6)), continuation(c));
      } else if (c > 0x7F) {
        hash = add(add(hash, 0xC0 | c >> 6), continuation(c));
      } else {
        hash = add(hash, c);
      }
    }
    return mixed(hash);
  }

  private static int continuation(int bits) {
    return 0x80 | bits & 0x3F;
  }

  private static int add(int hash, int octet) {
    return (hash ^ octet) * PRIME;
  }

  /** Murmur3's final mix: neighbouring numbers become far ones. */
  public static int mixed(int hash) {
    int h = hash;
    h = (h ^ h >>> 16) * 0x85EBCA6B;
    h = (h ^ h >>> 13) * 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}
