package io.residua.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The part of a page between two marks, which is written anew; all else is people's and stays. */
final class GeneratedSection {
  static final String BEGIN = "<!-- benchmarks/all begins: what stands here is written anew -->";
  static final String END = "<!-- benchmarks/all ends -->";

  private GeneratedSection() {}

  /**
   * Replaces what stands between the marks.
   *
   * @throws IOException when the page has not each mark once, the first one first
   */
  static void replace(Path page, List<String> lines) throws IOException {
    List<String> old = Files.readAllLines(page);
    int begin = require(page, old);
    List<String> all = new ArrayList<>(old.subList(0, begin + 1));
    all.add("");
    all.addAll(lines);
    all.addAll(old.subList(old.indexOf(END), old.size()));
    Files.write(page, all);
  }

  /** Where the section begins; before a long run rather than after it. */
  static int require(Path page) throws IOException {
    return require(page, Files.readAllLines(page));
  }

  private static int require(Path page, List<String> lines) throws IOException {
    int begin = lines.indexOf(BEGIN);
    int end = lines.indexOf(END);
    if (begin < 0
        || end < begin
        || begin != lines.lastIndexOf(BEGIN)
        || end != lines.lastIndexOf(END)) {
      throw new IOException(
          "%s: expected the lines '%s' and '%s' once each, in this order"
              .formatted(page, BEGIN, END));
    }
    return begin;
  }
}
