package io.residua.integration.distribution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The built distribution, and copies of it that lack a part. */
final class Distribution {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path BUILT = PROJECT.resolve("cli/target/residua");

  private Distribution() {}

  static Path project() {
    return PROJECT;
  }

  /** The program; the test is left out where it was not built, as under {@code mvn test}. */
  static Path program() {
    Path program = BUILT.resolve("bin/residua");
    assumeTrue(Files.isExecutable(program), program + " is not built; mvn verify builds it");
    return program;
  }

  /** A distribution in a new folder with bin, conf and the given folders of jars. */
  static Path with(Path folder, String... libraries) throws IOException {
    program();
    Files.createDirectories(folder.resolve("bin"));
    Path program = folder.resolve("bin/residua");
    Files.copy(BUILT.resolve("bin/residua"), program);
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
    Stream.concat(Stream.of("conf"), Arrays.stream(libraries))
        .forEach(name -> link(folder.resolve(name), BUILT.resolve(name)));
    return program;
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
