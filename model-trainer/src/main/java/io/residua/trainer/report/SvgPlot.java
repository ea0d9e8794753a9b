package io.residua.trainer.report;

import io.residua.trainer.evaluate.Curves.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One plot with two axes, written straight into the page as SVG. Marks appear in the order in which
 * they are drawn; places outside the axes are moved to their ends. Not thread-safe.
 */
final class SvgPlot {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 330;
  private static final double LEFT = 64;
  private static final double RIGHT = WIDTH - 16;
  private static final double TOP = 32;
  private static final double BOTTOM = HEIGHT - 46;

  private final Markup page;
  private final Scale x;
  private final Scale y;

  private SvgPlot(Markup page, Scale x, Scale y) {
    this.page = page;
    this.x = x;
    this.y = y;
  }

  /**
   * Opens the drawing with its axes; {@link #close()} ends it.
   *
   * @param description what a reader who cannot see the plot is told
   */
  static SvgPlot open(
      Markup page, String description, Scale x, String xLabel, Scale y, String yLabel) {
    page.open("svg", "viewBox", "0 0 " + at(WIDTH) + " " + at(HEIGHT), "role", "img");
    page.element("title", description);
    SvgPlot plot = new SvgPlot(page, x, y);
    plot.axes(xLabel, yLabel);
    return plot;
  }

  void close() {
    page.close();
  }

  /** A line through points; a point that is not finite breaks it. */
  SvgPlot line(List<Point> points, Tone tone) {
    List<Point> run = new ArrayList<>();
    for (Point point : points) {
      if (Double.isFinite(point.x()) && Double.isFinite(point.y())) {
        run.add(point);
      } else {
        stroke(run, tone);
        run.clear();
      }
    }
    stroke(run, tone);
    return this;
  }

  /** The area between two lines. */
  SvgPlot band(List<Point> lower, List<Point> upper, Tone tone) {
    List<Point> outline = new ArrayList<>(lower);
    for (int i = upper.size() - 1; i >= 0; i--) {
      outline.add(upper.get(i));
    }
    page.empty("polygon", "class", "band " + tone.cssClass(), "points", places(outline));
    return this;
  }

  /** A bar from the plot's floor. */
  SvgPlot bar(double from, double to, double height, Tone tone) {
    double left = acrossAt(from);
    double top = downAt(height);
    page.empty(
        "rect",
        "class",
        "bar " + tone.cssClass(),
        "x",
        at(left + 0.5),
        "y",
        at(top),
        "width",
        at(Math.max(1, acrossAt(to) - left - 1)),
        "height",
        at(Math.max(0, BOTTOM - top)));
    return this;
  }

  /** An upright line over the whole height, with a word at its top. */
  SvgPlot upright(double value, String word, Tone tone) {
    double across = acrossAt(value);
    boolean flip = across > (LEFT + RIGHT) / 2;
    segment("line " + tone.cssClass(), across, TOP, across, BOTTOM);
    page.element(
        "text",
        word,
        "class",
        "word " + tone.cssClass(),
        "x",
        at(flip ? across - 6 : across + 6),
        "y",
        at(TOP - 6),
        "text-anchor",
        flip ? "end" : "start");
    return this;
  }

  SvgPlot dot(Point point, Tone tone) {
    page.empty(
        "circle",
        "class",
        "dot " + tone.cssClass(),
        "cx",
        at(acrossAt(point.x())),
        "cy",
        at(downAt(point.y())),
        "r",
        "3.5");
    return this;
  }

  private void stroke(List<Point> points, Tone tone) {
    if (points.size() == 1) {
      dot(points.get(0), tone);
    } else if (!points.isEmpty()) {
      page.empty("polyline", "class", "line " + tone.cssClass(), "points", places(points));
    }
  }

  private String places(List<Point> points) {
    StringBuilder places = new StringBuilder();
    for (Point point : points) {
      places.append(places.isEmpty() ? "" : " ");
      places.append(at(acrossAt(point.x()))).append(',').append(at(downAt(point.y())));
    }
    return places.toString();
  }

  private void axes(String xLabel, String yLabel) {
    for (double tick : x.ticks()) {
      double across = acrossAt(tick);
      segment("grid", across, TOP, across, BOTTOM);
      label(Figure.of(tick), across, BOTTOM + 17, "middle");
    }
    for (double tick : y.ticks()) {
      double down = downAt(tick);
      segment("grid", LEFT, down, RIGHT, down);
      label(Figure.of(tick), LEFT - 8, down + 4, "end");
    }
    segment("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    label(xLabel, (LEFT + RIGHT) / 2, HEIGHT - 8, "middle");
    label(yLabel, 4, 12, "start");
  }

  private void label(String text, double across, double down, String anchor) {
    page.element(
        "text", text, "class", "label", "x", at(across), "y", at(down), "text-anchor", anchor);
  }

  private void segment(String cssClass, double x1, double y1, double x2, double y2) {
    page.empty("line", "class", cssClass, "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2));
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
}
