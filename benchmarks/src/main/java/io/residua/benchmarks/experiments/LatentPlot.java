package io.residua.benchmarks.experiments;

import io.residua.trainer.matrix.FeatureMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Points of the latent plane with the circle that holds 95 % of a standard normal distribution. */
final class LatentPlot {
  private static final int SIDE = 320;

  /** The square root of the 95 % quantile of chi-squared with two degrees of freedom. */
  private static final double RING = 2.4477;

  private static final double DOT = 3;

  private LatentPlot() {}

  /** The picture reaches as far as the points do, and at least around the circle. */
  static void write(FeatureMatrix points, Path file) throws IOException {
    double reach = 1.2 * RING;
    for (float value : points.values()) {
      reach = Math.max(reach, Math.abs(value));
    }
    BufferedImage canvas = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = canvas.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, SIDE, SIDE);
    double scale = SIDE / (2 * reach);
    for (int row = 0; row < points.rows(); row++) {
      pen.setColor(Color.getHSBColor(points.classOf(row) / 10f, 0.8f, 0.85f));
      double x = (points.values()[2 * row] + reach) * scale;
      double y = (reach - points.values()[2 * row + 1]) * scale;
      pen.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
    }
    pen.setColor(Color.BLACK);
    pen.draw(
        new Ellipse2D.Double(
            (reach - RING) * scale, (reach - RING) * scale, 2 * RING * scale, 2 * RING * scale));
    pen.dispose();
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!ImageIO.write(canvas, "png", file.toFile())) {
      throw new IOException("this Java cannot write PNG files");
    }
  }
}
