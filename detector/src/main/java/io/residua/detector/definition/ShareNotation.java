package io.residua.detector.definition;

import java.util.Optional;

/** Shares of the records as a definition spells them: {@code all}, {@code none}, {@code 1 in N}. */
final class ShareNotation {
  private static final String PREFIX = "1 in ";
  private static final String EXPECTED =
      "all, none or \"1 in N\" with N from 1 to " + Integer.MAX_VALUE;

  private ShareNotation() {}

  static String write(OutputShare share) {
    if (share.equals(OutputShare.NONE)) {
      return "none";
    }
    return share.equals(OutputShare.ALL) ? "all" : PREFIX + share.oneIn();
  }

  static Optional<OutputShare> read(Value value) {
    Optional<String> text = value.text(EXPECTED);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().equals("all")) {
      return Optional.of(OutputShare.ALL);
    }
    return text.get().equals("none") ? Optional.of(OutputShare.NONE) : oneIn(value, text.get());
  }

  private static Optional<OutputShare> oneIn(Value value, String text) {
    if (text.matches(PREFIX + "[0-9]{1,10}")) {
      long n = Long.parseLong(text.substring(PREFIX.length()));
      if (n >= 1 && n <= Integer.MAX_VALUE) {
        return Optional.of(new OutputShare((int) n));
      }
    }
    return value.wrong(EXPECTED);
  }
}
