package io.residua.benchmarks.report;

import java.util.List;

/**
 * A plot of lines with dots.
 *
 * @param name of its file, without the ending
 * @param logarithmicX whether a step to the right multiplies; every x is then above 0
 * @param logarithmicY the same upwards
 */
public record Plot(
    String name,
    String title,
    String x,
    String y,
    boolean logarithmicX,
    boolean logarithmicY,
    List<Line> lines) {
  /** One line, its points from left to right. */
  public record Line(String name, List<Point> points) {
    public Line {
      points = List.copyOf(points);
    }
  }

  /** One dot. */
  public record Point(double x, double y) {
    public Point {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("expected a point, found (%s, %s)".formatted(x, y));
      }
    }
  }

  public Plot {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.stream().anyMatch(line -> line.points().isEmpty())) {
      throw new IllegalArgumentException("plot " + name + ": expected points on every line");
    }
    if (!name.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException(
          "a plot's name is of a-z, 0-9 and hyphens, found '%s'".formatted(name));
    }
  }
}
