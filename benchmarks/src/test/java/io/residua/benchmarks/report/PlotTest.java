package io.residua.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.benchmarks.report.Plot.Line;
import io.residua.benchmarks.report.Plot.Point;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PlotTest {
  static final Plot PLOT =
      new Plot(
          "cost",
          "Cost <by> size",
          "size",
          "µs",
          true,
          false,
          List.of(new Line("a & b", List.of(new Point(10, 0), new Point(1000, 40)))));

  @Test
  void drawsEachPointWhereItsAxesSay() throws Exception {
    Document svg = parsed(LinePlot.svg(PLOT));

    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2);
    Element first = (Element) svg.getElementsByTagName("circle").item(0);
    Element last = (Element) svg.getElementsByTagName("circle").item(1);
    assertThat(first.getAttribute("cx")).as("the axis begins at 10").isEqualTo("70.0");
    assertThat(last.getAttribute("cx")).as("and ends at 1,000").isEqualTo("490.0");
    assertThat(first.getAttribute("cy")).as("0 is at the bottom").isEqualTo("296.0");
    assertThat(last.getAttribute("cy")).as("40 is at the top").isEqualTo("34.0");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Cost <by> size");
  }

  @Test
  void marksPowersOfTenOnALogarithmicAxis() {
    assertThat(Axis.of(true, new double[] {3, 2500}).ticks())
        .containsExactly(1.0, 10.0, 100.0, 1000.0, 10_000.0);
  }

  @Test
  void holdsNegativeValuesOnALinearAxis() {
    Axis axis = Axis.of(false, new double[] {-1, 4});

    assertThat(axis.ticks()).containsExactly(-1.0, 0.0, 1.0, 2.0, 3.0, 4.0);
    assertThat(axis.place(-1)).isZero();
    assertThat(axis.place(4)).isEqualTo(1);
  }

  @Test
  void refusesALogarithmOfNothing() {
    assertThatThrownBy(() -> Axis.of(true, new double[] {0, 1}))
        .hasMessage("a logarithmic axis holds values above 0, found 0.0");
  }

  @Test
  void refusesALineWithoutPoints() {
    assertThatThrownBy(
            () -> new Plot("p", "t", "x", "y", false, false, List.of(new Line("a", List.of()))))
        .hasMessage("plot p: expected points on every line");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
