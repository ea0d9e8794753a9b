package io.residua.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.trainer.latent.FieldValue;
import io.residua.trainer.latent.LatentGroup;
import io.residua.trainer.latent.LatentSpace;
import io.residua.trainer.latent.Places;
import io.residua.trainer.latent.PlaneMap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatentChartTest {
  private static final String SECTION = Page.section("Latent space");
  private static final Places PLACES =
      new Places(new double[] {0, 1, 2, 4}, new double[] {0, 1, 0, -1});

  @Test
  void drawsEachMapWithItsGroupsAndAnomalies() {
    Page page =
        Page.of(
            Reports.ofLatentSpace(
                new LatentSpace(
                    List.of("One sentence."),
                    List.of(map("PCA"), map("t-SNE")),
                    new int[] {0, 0, 1, LatentSpace.ANOMALY},
                    List.of(group("a is high", 2), group("a is low", 1)))));

    assertThat(page.all(SECTION + "//figure/svg/title"))
        .containsExactly("PCA of the latent vectors", "t-SNE of the latent vectors");
    assertThat(page.all(SECTION + "//figure[1]//path/@class"))
        .containsExactly("dots group_1", "dots group_2", "crosses limit");
    // Four units across 332 of 360 pixels, and the same scale down.
    assertThat(page.all(SECTION + "//figure[1]//path/@d"))
        .containsExactly(
            "M14.0 180.0h0M97.0 97.0h0", "M180.0 180.0h0", "M343.0 260.0l6 6m0-6l-6 6");
    assertThat(page.all(SECTION + "//figure[1]//text[@class='name']")).containsExactly("1", "2");
    assertThat(page.all(SECTION + "//figure[2]/figcaption"))
        .containsExactly("t-SNE. How to read t-SNE");
    assertThat(page.all(SECTION + "//ul[@class='legend']/li"))
        .containsExactly("group 1", "group 2", "labelled anomalies (crosses)");
    assertThat(page.all(SECTION + "/p")).contains("One sentence.");
  }

  @Test
  void drawsAnomaliesThatLieFarOutAtTheEdge() {
    Places places = new Places(new double[] {0, 1, 2, 1e6}, new double[] {0, 1, 0, 1});
    Page page =
        Page.of(
            Reports.ofLatentSpace(
                new LatentSpace(
                    List.of(),
                    List.of(new PlaneMap("PCA", "Flat.", places)),
                    new int[] {0, 0, 0, LatentSpace.ANOMALY},
                    List.of())));

    assertThat(page.all(SECTION + "//path/@d"))
        .containsExactly("M14.0 221.5h0M97.0 138.5h0M180.0 221.5h0", "M343.0 135.5l6 6m0-6l-6 6");
    assertThat(page.all(SECTION + "//figcaption"))
        .containsExactly("PCA. Flat. Records far outside, drawn at the edge: 1.");
  }

  @Test
  void listsTheGroups() {
    Page page =
        Page.of(
            Reports.ofLatentSpace(
                new LatentSpace(
                    List.of(),
                    List.of(map("PCA")),
                    new int[] {0, 0, 0, 1},
                    List.of(
                        group("a is high", 3),
                        new LatentGroup(1, List.of(), List.of(new FieldValue("a", "1")), 1200)))));

    assertThat(page.all(SECTION + "//table//tr[2]/*"))
        .containsExactly("1", "3 (75 %)", "a is high", "a: 0.5; b: missing");
    assertThat(page.all(SECTION + "//table//tr[3]/*"))
        .containsExactly("2", "1 (25 %)", "no single field", "a: 1; and 1,200 more fields");
  }

  @Test
  void drawsRecordsWithoutGroupsInOneTone() {
    Page page =
        Page.of(
            Reports.ofLatentSpace(
                new LatentSpace(
                    List.of(), List.of(map("PCA")), new int[] {0, 0, 0, 0}, List.of())));

    assertThat(page.all(SECTION + "//path/@class")).containsExactly("dots group_1");
    assertThat(page.all(SECTION + "//text[@class='name']")).isEmpty();
    assertThat(page.all(SECTION + "//ul[@class='legend']/li"))
        .containsExactly("held-out normal records");
    assertThat(page.all(SECTION + "//table")).isEmpty();
  }

  @Test
  void saysWhyThereIsNothingToDraw() {
    Page page = Page.of(Reports.ofLatentSpace(LatentSpace.without("All are the same.")));

    assertThat(page.all(SECTION + "/p")).contains("All are the same.");
    assertThat(page.all(SECTION + "//svg")).isEmpty();
    assertThat(page.all(SECTION + "//ul")).isEmpty();
  }

  @Test
  void drawsPlacesThatAreAllTheSameInTheMiddle() {
    Places one = new Places(new double[] {7, 7}, new double[] {7, 7});
    Page page =
        Page.of(
            Reports.ofLatentSpace(
                new LatentSpace(
                    List.of(),
                    List.of(new PlaneMap("PCA", "", one)),
                    new int[] {0, 0},
                    List.of())));

    assertThat(page.all(SECTION + "//path/@d")).containsExactly("M180.0 180.0h0M180.0 180.0h0");
  }

  @Test
  void namesGroupsThatHaveOneAndGivesTheFirstEightATone() {
    List<LatentGroup> groups = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      groups.add(
          new LatentGroup(
              "cluster " + (20 - i), 1, List.of(), List.of(new FieldValue("a", "1")), 0));
    }
    Page page =
        Page.of(
            Reports.ofLatentSpace(
                new LatentSpace(List.of(), List.of(map("PCA")), new int[] {0, 1, 8, 9}, groups)));

    assertThat(page.all(SECTION + "//table//tr/th[@scope='row']"))
        .startsWith("1 cluster 20", "2 cluster 19")
        .endsWith("10 cluster 11");
    assertThat(page.all(SECTION + "//ul[@class='legend']/li"))
        .startsWith("group 1")
        .endsWith("group 8", "smaller groups");
    assertThat(page.all(SECTION + "//figure[1]//path/@class"))
        .containsExactly("dots group_1", "dots group_2", "dots quiet", "dots quiet");
  }

  @Test
  void escapesWhatRecordsSay() {
    String hostile = "<script>alert(1)</script>\" onload='x' ]]>";
    Page page =
        Page.of(
            Reports.ofLatentSpace(
                new LatentSpace(
                    List.of(hostile),
                    List.of(map("PCA")),
                    new int[] {0, 0, 0, 0},
                    List.of(
                        new LatentGroup(
                            4, List.of(hostile), List.of(new FieldValue(hostile, hostile)), 0)))));

    assertThat(page.html()).doesNotContain("<script");
    assertThat(page.all("//script")).isEmpty();
    assertThat(page.all("//@onload")).isEmpty();
    assertThat(page.all(SECTION + "//td[3]")).containsExactly(hostile + ": " + hostile);
    assertThat(page.all(SECTION + "//td[2]/div")).containsExactly(hostile);
  }

  private static PlaneMap map(String name) {
    return new PlaneMap(name, "How to read " + name, PLACES);
  }

  private static LatentGroup group(String apart, int records) {
    return new LatentGroup(
        records,
        List.of(apart),
        List.of(new FieldValue("a", "0.5"), new FieldValue("b", "missing")),
        0);
  }
}
