package io.residua.detector.definition;

import io.residua.detector.definition.TransformSpec.ClipTo;
import io.residua.detector.definition.TransformSpec.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Transforms as a definition spells them: {@code robust}, {@code clip:LOW:HIGH}. */
final class TransformNotation {
  private static final List<String> SIMPLE = Names.all(Simple.class);
  private static final String EXPECTED =
      "a transform (" + String.join(", ", SIMPLE) + ", clip:LOW:HIGH)";

  private TransformNotation() {}

  static String write(TransformSpec transform) {
    if (transform instanceof ClipTo clip) {
      return "clip:" + Numbers.write(clip.low()) + ":" + Numbers.write(clip.high());
    }
    return Names.of((Simple) transform);
  }

  /** Reads one transform or a list of them; incomplete where problems were recorded. */
  static List<TransformSpec> readAll(Value value) {
    List<TransformSpec> transforms = new ArrayList<>();
    List<Value> elements = value.oneOrMore(EXPECTED);
    for (Value element : elements) {
      read(element).ifPresent(transforms::add);
    }
    if (elements.size() > 1 && transforms.contains(Simple.NONE)) {
      value.problem("none stands alone, found it in a list of " + elements.size());
    }
    return transforms;
  }

  private static Optional<TransformSpec> read(Value value) {
    Optional<String> text = value.text(EXPECTED);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int index = SIMPLE.indexOf(text.get());
    if (index >= 0) {
      return Optional.of(Simple.values()[index]);
    }
    return text.get().startsWith("clip:")
        ? clip(value, text.get())
        : value.wrong(EXPECTED, Spelling.hint(text.get(), SIMPLE));
  }

  private static Optional<TransformSpec> clip(Value value, String text) {
    String[] parts = text.split(":", -1);
    if (parts.length == 3 && Numbers.isNumber(parts[1]) && Numbers.isNumber(parts[2])) {
      double low = Double.parseDouble(parts[1]);
      double high = Double.parseDouble(parts[2]);
      if (low < high && Double.isFinite(low) && Double.isFinite(high)) {
        return Optional.of(new ClipTo(low, high));
      }
    }
    return value.wrong("clip:LOW:HIGH with two numbers, LOW below HIGH");
  }
}
