package io.residua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new NoSuchFileException("a.csv"), "no such file or folder: a.csv"),
        Arguments.of(new AccessDeniedException("a.csv"), "no permission for a.csv"),
        Arguments.of(new FileAlreadyExistsException("a.csv"), "a.csv exists already"),
        Arguments.of(new NotDirectoryException("a.csv"), "a.csv is not a folder"),
        Arguments.of(new DirectoryNotEmptyException("a"), "a: cannot be used"),
        Arguments.of(new CommandFailure("expected x, found y"), "expected x, found y"),
        Arguments.of(new ExecutionException(new CommandFailure("expected x")), "expected x"),
        Arguments.of(
            new UncheckedIOException(new NoSuchFileException("b")), "no such file or folder: b"),
        Arguments.of(new IllegalStateException("first\n  at second"), "first"),
        Arguments.of(
            new IllegalStateException(),
            "the command failed with IllegalStateException; see --verbose"),
        Arguments.of(
            new OutOfMemoryError(),
            "the memory is used up; give more with RESIDUA_HEAP, for example RESIDUA_HEAP=4g"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureIsOneSentence(Throwable failure, String sentence) {
    assertThat(Sentence.of(failure)).containsExactly(sentence);
  }

  @Test
  void severalProblemsOfOneDefinitionAreAllTold() {
    assertThat(Sentence.of(new CommandFailure("line 1: a\nline 2: b")))
        .containsExactly("line 1: a", "line 2: b");
  }
}
