package io.residua.detector.explain;

import java.util.List;
import java.util.stream.Collectors;

/** Whom a key stands for: {@code this card} for {@code payment.card_id}. */
final class Owner {
  private Owner() {}

  static String of(List<String> by) {
    return by.stream().map(Owner::name).collect(Collectors.joining(" and ", "this ", ""));
  }

  /** The last name of the path, without what says that it is an identifier. */
  private static String name(String path) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    String name = last.replaceFirst("(?<=.)(_id|_ID|(?<=[a-z0-9])I[dD])$", "");
    return name.isBlank() ? last : name;
  }
}
