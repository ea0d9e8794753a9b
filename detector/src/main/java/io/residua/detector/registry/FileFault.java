package io.residua.detector.registry;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in words: many file system exceptions say no more than a path. */
final class FileFault {
  private FileFault() {}

  static String of(Exception fault) {
    if (fault instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be written";
    }
    if (fault instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is in the way";
    }
    if (fault instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (fault instanceof FileSystemException other && other.getReason() != null) {
      return other.getFile() + ": " + other.getReason();
    }
    return String.valueOf(fault.getMessage());
  }
}
