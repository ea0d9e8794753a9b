package io.residua.stream;

/** What came from an earlier place cannot be read: another version wrote it, or it is damaged. */
final class UnreadablePassageException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadablePassageException(String message) {
    super(message, null, false, false);
  }
}
