package io.residua.benchmarks.experiments;

import io.residua.trainer.matrix.FeatureMatrix;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Reads the MNIST digits: gzipped idx files, whose format stands on LeCun's page of the set. */
final class DigitImages {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;
  private static final int MOST = 1_000_000;
  private static final int WIDEST = 1 << 12;

  private DigitImages() {}

  /**
   * The first images of a folder, in the files' order, their pixels from 0 to 1 and their digits as
   * classes.
   *
   * @param part {@code train} or {@code t10k}
   * @param most how many at most
   */
  static FeatureMatrix read(Path folder, String part, int most) throws IOException {
    int[] digits = digits(folder.resolve(part + "-labels-idx1-ubyte.gz"), most);
    Path images = folder.resolve(part + "-images-idx3-ubyte.gz");
    try (DataInputStream in = open(images)) {
      require(images, "magic number", IMAGES, in.readInt());
      int count = Math.min(most, within(images, "images", MOST, in.readInt()));
      require(images, "images", digits.length, count);
      int width = within(images, "pixels", WIDEST, Math.multiplyExact(in.readInt(), in.readInt()));
      byte[] pixels = in.readNBytes(Math.multiplyExact(count, width));
      require(images, "bytes of pixels", count * width, pixels.length);
      float[] values = new float[pixels.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = (pixels[i] & 0xff) / 255f;
      }
      boolean[] observed = new boolean[values.length];
      Arrays.fill(observed, true);
      return new FeatureMatrix(width, values, observed).withClasses(digits);
    }
  }

  private static int[] digits(Path file, int most) throws IOException {
    try (DataInputStream in = open(file)) {
      require(file, "magic number", LABELS, in.readInt());
      int count = Math.min(most, within(file, "labels", MOST, in.readInt()));
      byte[] bytes = in.readNBytes(count);
      require(file, "bytes of labels", count, bytes.length);
      int[] digits = new int[count];
      for (int i = 0; i < count; i++) {
        digits[i] = within(file, "digit", 9, bytes[i]);
      }
      return digits;
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))));
  }

  private static int within(Path file, String what, int most, int found) throws IOException {
    if (found < 0 || found > most) {
      throw new IOException(
          "%s: expected 0 to %d as %s, found %d".formatted(file.getFileName(), most, what, found));
    }
    return found;
  }

  private static void require(Path file, String what, int expected, int found) throws IOException {
    if (found != expected) {
      throw new IOException(
          "%s: expected %d as %s, found %d".formatted(file.getFileName(), expected, what, found));
    }
  }
}
