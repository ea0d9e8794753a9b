package io.residua.benchmarks.experiments;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A grid of grey images, written as PNG. Not thread-safe. */
final class Picture {
  private static final int GAP = 2;

  private final int side;
  private final int columns;
  private final BufferedImage canvas;

  /**
   * @param side pixels of one image, in both directions
   */
  Picture(int side, int rows, int columns) {
    this.side = side;
    this.columns = columns;
    this.canvas =
        new BufferedImage(
            columns * (side + GAP) - GAP, rows * (side + GAP) - GAP, BufferedImage.TYPE_BYTE_GRAY);
  }

  /**
   * Draws images one after the other, row by row of the grid.
   *
   * @param pixels from 0 to 1, what lies beyond is cut
   */
  Picture draw(float[] pixels) {
    for (int image = 0; image * side * side < pixels.length; image++) {
      int left = image % columns * (side + GAP);
      int top = image / columns * (side + GAP);
      for (int i = 0; i < side * side; i++) {
        float value = Math.max(0, Math.min(1, pixels[image * side * side + i]));
        int[] grey = {Math.round(255 * value)};
        canvas.getRaster().setPixel(left + i % side, top + i / side, grey);
      }
    }
    return this;
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!ImageIO.write(canvas, "png", file.toFile())) {
      throw new IOException("this Java cannot write PNG files");
    }
  }
}
