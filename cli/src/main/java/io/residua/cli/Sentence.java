package io.residua.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** A failure in one sentence for people. */
final class Sentence {
  private static final String OURS = "io.residua.";

  private Sentence() {}

  /**
   * One sentence; several where one of our own exceptions tells several problems at once, one a
   * line.
   */
  static List<String> of(Throwable failure) {
    Throwable cause = unwrapped(failure);
    boolean ours = cause.getClass().getName().startsWith(OURS) && cause.getMessage() != null;
    return ours ? cause.getMessage().lines().toList() : List.of(ofForeign(cause));
  }

  private static String ofForeign(Throwable cause) {
    if (cause instanceof FileSystemException file) {
      return of(file);
    }
    if (cause instanceof OutOfMemoryError) {
      return "the memory is used up; give more with RESIDUA_HEAP, for example RESIDUA_HEAP=4g";
    }
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? "the command failed with " + cause.getClass().getSimpleName() + "; see --verbose"
        : firstLine(message);
  }

  static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse("").strip();
  }

  private static Throwable unwrapped(Throwable failure) {
    boolean wrapper =
        failure instanceof ExecutionException
            || failure instanceof CompletionException
            || failure instanceof UncheckedIOException;
    return wrapper && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
  }

  /** The JDK's messages of these are a bare path. */
  private static String of(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder: " + failure.getFile();
    }
    if (failure instanceof AccessDeniedException) {
      return "no permission for " + failure.getFile();
    }
    if (failure instanceof FileAlreadyExistsException) {
      return failure.getFile() + " exists already";
    }
    if (failure instanceof NotDirectoryException) {
      return failure.getFile() + " is not a folder";
    }
    String reason = failure.getReason() == null ? "cannot be used" : failure.getReason();
    return failure.getFile() + ": " + firstLine(reason);
  }
}
