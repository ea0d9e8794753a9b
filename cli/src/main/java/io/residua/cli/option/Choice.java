package io.residua.cli.option;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of a few words, and names them all where it is none.
 *
 * @param <T> whose {@code toString} is its word
 */
public abstract class Choice<T> implements ITypeConverter<T> {
  private final List<T> choices;

  protected Choice(List<T> choices) {
    this.choices = List.copyOf(choices);
  }

  @Override
  public T convert(String text) {
    return choices.stream()
        .filter(choice -> choice.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of %s, found '%s'".formatted(choices, text)));
  }
}
