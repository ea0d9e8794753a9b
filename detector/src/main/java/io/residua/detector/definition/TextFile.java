package io.residua.detector.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small text files: UTF-8, at most {@value #LARGEST} bytes. */
final class TextFile {
  static final int LARGEST = 1 << 20;

  private TextFile() {}

  /**
   * @throws IOException in one sentence, also where the file is too large or not UTF-8
   */
  static String read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("expected a file, found a directory: " + file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("expected at most %d bytes, found more: %s".formatted(LARGEST, file));
      }
      return decode(bytes, file);
    } catch (NoSuchFileException e) {
      throw new IOException("no such file: " + file, e);
    }
  }

  private static String decode(byte[] bytes, Path file) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("expected UTF-8 text, found other bytes: " + file, e);
    }
  }
}
