package io.residua.trainer.report;

import io.residua.trainer.latent.FieldValue;
import io.residua.trainer.latent.LatentGroup;
import io.residua.trainer.latent.LatentSpace;
import io.residua.trainer.latent.PlaneMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Maps of the latent vectors, and what their groups have in common. */
final class LatentChart {
  private LatentChart() {}

  static void write(LatentSpace space, Markup page) {
    Chart.open(
        page,
        "Latent space",
        "Where the network puts records: those it takes for alike lie near each other. Axes have no"
            + " unit; a map may be turned or mirrored without saying anything else.");
    if (!space.maps().isEmpty()) {
      Chart.legend(page, legend(space));
      page.open("div", "class", "maps");
      space.maps().forEach(map -> map(map, space, page));
      page.close();
    }
    space.notes().forEach(note -> page.element("p", note));
    if (!space.groups().isEmpty()) {
      groups(space.groups(), page);
    }
    Chart.close(page);
  }

  private static Object[] legend(LatentSpace space) {
    List<Object> entries = new ArrayList<>();
    int groups = space.groups().size();
    for (int group = 0; group < Math.min(groups, Tone.GROUPS); group++) {
      entries.add(Tone.group(group));
      entries.add("group " + (group + 1));
    }
    if (groups > Tone.GROUPS) {
      entries.addAll(List.of(Tone.QUIET, "smaller groups"));
    }
    if (entries.isEmpty()) {
      entries.addAll(List.of(Tone.group(0), "held-out normal records"));
    }
    if (hasAnomalies(space)) {
      entries.addAll(List.of(Tone.LIMIT, "labelled anomalies (crosses)"));
    }
    return entries.toArray();
  }

  private static boolean hasAnomalies(LatentSpace space) {
    return Arrays.stream(space.numbers()).anyMatch(number -> number == LatentSpace.ANOMALY);
  }

  private static void map(PlaneMap map, LatentSpace space, Markup page) {
    page.open("figure");
    MapPlot plot =
        MapPlot.open(page, map.name() + " of the latent vectors", map.places(), normal(space));
    for (int group = 0; group < Math.max(1, space.groups().size()); group++) {
      plot.dots(of(group, space), Tone.group(group));
    }
    plot.crosses(of(LatentSpace.ANOMALY, space), Tone.LIMIT);
    for (int group = 0; group < space.groups().size(); group++) {
      plot.name(of(group, space), String.valueOf(group + 1));
    }
    plot.close();
    page.open("figcaption").element("b", map.name()).text(". " + map.meaning());
    if (plot.outside() > 0) {
      page.text(
          " Records far outside, drawn at the edge: %s.".formatted(Figure.of(plot.outside())));
    }
    page.close().close();
  }

  private static int[] normal(LatentSpace space) {
    return records(space, number -> number != LatentSpace.ANOMALY);
  }

  private static int[] of(int wanted, LatentSpace space) {
    return records(space, number -> number == wanted);
  }

  private static int[] records(LatentSpace space, IntPredicate chosen) {
    int[] numbers = space.numbers();
    return IntStream.range(0, numbers.length)
        .filter(record -> chosen.test(numbers[record]))
        .toArray();
  }

  private static void groups(List<LatentGroup> groups, Markup page) {
    page.open("table", "class", "groups").open("tr");
    for (String heading : List.of("group", "records", "what sets it apart", "typical record")) {
      page.element("th", heading, "scope", "col");
    }
    page.close();
    int all = groups.stream().mapToInt(LatentGroup::records).sum();
    for (int group = 0; group < groups.size(); group++) {
      row(group, groups.get(group), all, page);
    }
    page.close();
  }

  private static void row(int number, LatentGroup group, int all, Markup page) {
    page.open("tr").open("th", "scope", "row");
    page.element(
        "span", String.valueOf(number + 1), "class", "mark " + Tone.group(number).cssClass());
    if (!group.name().isEmpty()) {
      page.text(" " + group.name());
    }
    page.close();
    page.element(
        "td",
        "%s (%s %%)"
            .formatted(
                Figure.of(group.records()), Figure.of(Math.round(100.0 * group.records() / all))));
    page.open("td");
    if (group.apart().isEmpty()) {
      page.text("no single field");
    }
    group.apart().forEach(words -> page.element("div", words));
    page.close().element("td", typical(group)).close();
  }

  private static String typical(LatentGroup group) {
    String fields =
        group.typical().stream().map(LatentChart::words).collect(Collectors.joining("; "));
    return group.fieldsLeftOut() == 0
        ? fields
        : "%s; and %s more fields".formatted(fields, Figure.of(group.fieldsLeftOut()));
  }

  private static String words(FieldValue value) {
    return value.field() + ": " + value.value();
  }
}
