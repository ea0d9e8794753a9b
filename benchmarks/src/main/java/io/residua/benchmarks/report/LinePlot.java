package io.residua.benchmarks.report;

import io.residua.benchmarks.report.Plot.Line;
import io.residua.benchmarks.report.Plot.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Draws a plot as a file of SVG that needs no style sheet: a page of Markdown shows it as it is.
 */
final class LinePlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 340;
  private static final int LEFT = 70;
  private static final int RIGHT = WIDTH - 150;
  private static final int TOP = 34;
  private static final int BOTTOM = HEIGHT - 44;
  private static final String[] COLOURS = {
    "#1f5fa8", "#c8501e", "#2e7d32", "#7b3fa0", "#8a6d00", "#00747a"
  };

  private final Plot plot;
  private final Axis x;
  private final Axis y;
  private final StringBuilder out = new StringBuilder();

  private LinePlot(Plot plot) {
    this.plot = plot;
    this.x = Axis.of(plot.logarithmicX(), values(plot, Point::x));
    this.y = Axis.of(plot.logarithmicY(), values(plot, Point::y));
  }

  static String svg(Plot plot) {
    return new LinePlot(plot).draw();
  }

  private String draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    add("<title>%s</title>\n", escaped(plot.title()));
    add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", WIDTH, HEIGHT);
    grid();
    text((LEFT + RIGHT) / 2.0, HEIGHT - 8, "middle", "#333333", plot.x());
    text(6, 16, "start", "#333333", plot.y());
    for (int i = 0; i < plot.lines().size(); i++) {
      line(plot.lines().get(i), i);
    }
    return out.append("</svg>\n").toString();
  }

  private void grid() {
    for (double tick : x.ticks()) {
      segment(acrossAt(tick), TOP, acrossAt(tick), BOTTOM);
      text(acrossAt(tick), BOTTOM + 16, "middle", "#555555", figure(tick));
    }
    for (double tick : y.ticks()) {
      segment(LEFT, downAt(tick), RIGHT, downAt(tick));
      text(LEFT - 6, downAt(tick) + 4, "end", "#555555", figure(tick));
    }
  }

  private void line(Line line, int number) {
    String colour = COLOURS[number % COLOURS.length];
    StringBuilder places = new StringBuilder();
    for (Point point : line.points()) {
      places.append(at(acrossAt(point.x()))).append(',').append(at(downAt(point.y()))).append(' ');
      add(
          "<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>\n",
          at(acrossAt(point.x())), at(downAt(point.y())), colour);
    }
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n",
        places.toString().strip(), colour);
    text(RIGHT + 10, TOP + 8 + 18 * number, "start", colour, line.name());
  }

  private void segment(double x1, double y1, double x2, double y2) {
    add(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#dddddd\"/>\n",
        at(x1), at(y1), at(x2), at(y2));
  }

  private void text(double across, double down, String anchor, String colour, String text) {
    add(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
        at(across), at(down), anchor, colour, escaped(text));
  }

  private void add(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }

  private double acrossAt(double value) {
    return LEFT + (RIGHT - LEFT) * x.place(value);
  }

  private double downAt(double value) {
    return BOTTOM - (BOTTOM - TOP) * y.place(value);
  }

  private static String at(double pixels) {
    return String.format(Locale.ROOT, "%.1f", pixels);
  }

  private static String figure(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(3));
    return rounded.signum() == 0
        ? "0"
        : Math.abs(value) >= 1000
            ? String.format(Locale.ROOT, "%,.0f", rounded)
            : rounded.stripTrailingZeros().toPlainString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static double[] values(Plot plot, ToDoubleFunction<Point> coordinate) {
    return plot.lines().stream()
        .flatMap(line -> line.points().stream())
        .mapToDouble(coordinate)
        .toArray();
  }
}
