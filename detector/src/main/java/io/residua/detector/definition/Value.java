package io.residua.detector.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a definition with its path. Reading it as something that it is not records a problem
 * and gives nothing. Scalars are read as they are written: {@code on} is the text "on", {@code 010}
 * is ten.
 */
record Value(Node node, String path, Problems problems) {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

  /** The section of this value's keys; reads as empty when this is no section. */
  Section section(List<String> known) {
    return Section.of(this, known);
  }

  /** Where it begins in the file, from 1. */
  int line() {
    return node.getStartMark().getLine() + 1;
  }

  boolean isText() {
    return node instanceof ScalarNode && node.getTag() != Tag.NULL;
  }

  boolean isSection() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  Optional<String> text() {
    return text("text");
  }

  /**
   * @param expected what the message says was expected
   */
  Optional<String> text(String expected) {
    if (isText()) {
      return Optional.of(((ScalarNode) node).getValue());
    }
    return wrong(expected);
  }

  Optional<Integer> integer(int least, int most) {
    return integer(least, most, "a whole number from %d to %d".formatted(least, most));
  }

  /**
   * @param expected the range in words, and what may stand instead
   */
  Optional<Integer> integer(int least, int most, String expected) {
    Optional<String> text = plainText().filter(INTEGER.asMatchPredicate());
    Optional<Long> number = text.map(Long::valueOf).filter(n -> n >= least && n <= most);
    return number.isPresent() ? number.map(Long::intValue) : wrong(expected);
  }

  /**
   * @param expected the range in words, as in {@code above 0 and at most 1}
   */
  Optional<Double> number(Range range, String expected) {
    Optional<String> text = plainText().filter(Numbers::isNumber);
    Optional<Double> number = text.map(Double::valueOf).filter(range::includes);
    return number.isPresent() ? number : wrong("a number " + expected);
  }

  Optional<Boolean> truth() {
    Optional<String> text = text("true or false");
    if (text.isEmpty() || text.get().equals("true") || text.get().equals("false")) {
      return text.map(Boolean::valueOf);
    }
    return wrong("true or false");
  }

  <E extends Enum<E>> Optional<E> choice(Class<E> type) {
    List<String> names = Names.all(type);
    return choice(names).map(names::indexOf).map(index -> type.getEnumConstants()[index]);
  }

  /** One of some words. */
  Optional<String> choice(List<String> words) {
    String expected = "one of " + String.join(", ", words);
    Optional<String> text = text(expected);
    if (text.filter(words::contains).isPresent()) {
      return text;
    }
    text.ifPresent(word -> wrong(expected, Spelling.hint(word, words)));
    return Optional.empty();
  }

  /** The elements of a list. */
  Optional<List<Value>> list(String expected) {
    if (!(node instanceof SequenceNode sequence)) {
      return wrong(expected);
    }
    List<Value> elements = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      elements.add(new Value(element, path + "[" + elements.size() + "]", problems));
    }
    return Optional.of(elements);
  }

  /** The elements of a list, or this value alone. */
  List<Value> oneOrMore(String expected) {
    if (!isList()) {
      return List.of(this);
    }
    List<Value> elements = list(expected).orElseThrow();
    if (elements.isEmpty()) {
      wrong(expected);
    }
    return elements;
  }

  /** Records that something else was expected here. */
  <T> Optional<T> wrong(String expected) {
    return wrong(expected, "");
  }

  <T> Optional<T> wrong(String expected, String hint) {
    problem("expected " + expected + ", found " + found() + hint);
    return Optional.empty();
  }

  void problem(String message) {
    problems.add(path, node, message);
  }

  private Optional<String> plainText() {
    return isText() && ((ScalarNode) node).getScalarStyle() == ScalarStyle.PLAIN
        ? Optional.of(((ScalarNode) node).getValue())
        : Optional.empty();
  }

  private String found() {
    if (node instanceof MappingNode) {
      return "a section";
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().isEmpty() ? "an empty list" : "a list";
    }
    return isText() ? Quotes.shortened(((ScalarNode) node).getValue()) : "nothing";
  }

  /** Which numbers are allowed. */
  @FunctionalInterface
  interface Range {
    boolean includes(double number);
  }
}
