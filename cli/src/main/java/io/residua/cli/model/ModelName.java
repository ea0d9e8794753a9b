package io.residua.cli.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a user names a model. */
public sealed interface ModelName {

  /** A published one; without a version the newest. */
  record Published(String detector, Optional<Integer> version) implements ModelName {
    @Override
    public String toString() {
      return detector + version.map(number -> ":" + number).orElse("");
    }
  }

  /** A bundle's file. */
  record File(Path path) implements ModelName {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** Reads {@code DETECTOR}, {@code DETECTOR:VERSION} or the path of a {@code .residua} file. */
  final class Converter implements ITypeConverter<ModelName> {
    private static final Pattern PUBLISHED =
        Pattern.compile("([a-z0-9-]{1,100})(?::([1-9][0-9]{0,8}))?");

    @Override
    public ModelName convert(String text) {
      if (text.endsWith(".residua")) {
        return new File(Path.of(text));
      }
      Matcher matcher = PUBLISHED.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "expected DETECTOR, DETECTOR:VERSION or a .residua file, found '" + text + "'");
      }
      return new Published(
          matcher.group(1), Optional.ofNullable(matcher.group(2)).map(Integer::valueOf));
    }
  }
}
