package io.residua.trainer.report;

import io.residua.trainer.latent.Places;
import java.util.Arrays;
import java.util.Locale;

/**
 * A square picture of places, of one scale in both directions and without axes. Marks of one kind
 * are one path, so that thousands of them keep the page small. Not thread-safe.
 */
final class MapPlot {
  private static final double SIZE = 360;
  private static final double MARGIN = 14;
  private static final double CROSS = 6;

  private final Markup page;
  private final Places places;
  private final MapRange x;
  private final MapRange y;
  private final double scale;

  private MapPlot(Markup page, Places places, int[] usual) {
    this.page = page;
    this.places = places;
    this.x = MapRange.of(places.x(), usual);
    this.y = MapRange.of(places.y(), usual);
    double extent = Math.max(x.extent(), y.extent());
    this.scale = extent > 0 ? (SIZE - 2 * MARGIN) / extent : 0;
  }

  /**
   * Opens the drawing; {@link #close()} ends it.
   *
   * @param description what a reader who cannot see the map is told
   * @param places at least one
   * @param usual which of them the picture is sized for
   */
  static MapPlot open(Markup page, String description, Places places, int[] usual) {
    page.open("svg", "viewBox", "0 0 " + at(SIZE) + " " + at(SIZE), "role", "img");
    page.element("title", description);
    page.empty("rect", "class", "frame", "width", at(SIZE), "height", at(SIZE), "rx", "6");
    return new MapPlot(page, places, usual);
  }

  void close() {
    page.close();
  }

  /** How many places lie outside the picture and are drawn at its edge. */
  int outside() {
    int outside = 0;
    for (int i = 0; i < places.count(); i++) {
      outside += x.holds(places.x()[i]) && y.holds(places.y()[i]) ? 0 : 1;
    }
    return outside;
  }

  /** Round marks, drawn as strokes without length. */
  MapPlot dots(int[] which, Tone tone) {
    return path("dots ", which, tone, "M%s %sh0", 0);
  }

  MapPlot crosses(int[] which, Tone tone) {
    return path("crosses ", which, tone, "M%s %sl6 6m0-6l-6 6", CROSS / 2);
  }

  private MapPlot path(String kind, int[] which, Tone tone, String mark, double back) {
    if (which.length > 0) {
      StringBuilder path = new StringBuilder();
      for (int i : which) {
        path.append(mark.formatted(at(across(i) - back), at(down(i) - back)));
      }
      page.empty("path", "class", kind + tone.cssClass(), "d", path);
    }
    return this;
  }

  /** A word where most of the given places are. */
  MapPlot name(int[] which, String word) {
    if (which.length > 0) {
      double across = median(Arrays.stream(which).mapToDouble(this::across).toArray());
      double down = median(Arrays.stream(which).mapToDouble(this::down).toArray());
      page.element(
          "text",
          word,
          "class",
          "name",
          "x",
          at(across),
          "y",
          at(down + 5),
          "text-anchor",
          "middle");
    }
    return this;
  }

  private double across(int i) {
    return SIZE / 2 + scale * x.fromMiddle(places.x()[i]);
  }

  private double down(int i) {
    return SIZE / 2 - scale * y.fromMiddle(places.y()[i]);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static String at(double pixels) {
    return String.format(Locale.ROOT, "%.1f", pixels);
  }
}
