package io.residua.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.definition.InputFormat;
import io.residua.detector.definition.InputSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {
  private static final InputSpec INPUT =
      new InputSpec(
          "t", InputFormat.JSON, Optional.empty(), Optional.of("host"), Optional.of("time"));
  private static final String ROWS =
      """
      host,t,time,cpu,label
      a,0,2026-01-01T00:00:00Z,1,0
      b,0,2026-01-01T00:00:00Z,1,1
      a,1,2026-01-01T06:00:00Z,1,1
      b,1,2026-01-01T06:00:00Z,1,1
      a,2,2026-01-01T12:00:00Z,1,0
      b,2,2026-01-02T00:00:00Z,1,0
      """;

  @TempDir Path folder;

  @Test
  void findsItsFilesByTheirNames() throws Exception {
    write("web_train.csv", ROWS);
    write("web_test.csv", ROWS);
    write("web_incidents.csv", "key,t_from,t_to\n");
    write("README.md", "");

    DemoData data = DemoData.in(folder);

    assertThat(data.name()).isEqualTo("web");
    assertThat(data.train()).hasFileName("web_train.csv");
    assertThat(data.incidents()).isPresent();
  }

  @Test
  void twoTestFilesAreOneTooMany() throws Exception {
    write("a_train.csv", ROWS);
    write("a_test.csv", ROWS);
    write("b_test.csv", ROWS);

    assertThatThrownBy(() -> DemoData.in(folder))
        .hasMessageStartingWith("expected one file *_test.csv")
        .hasMessageEndingWith("found 2");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> DemoData.in(folder.resolve("none")))
        .isInstanceOf(NotDirectoryException.class);
  }

  @Test
  void theTimelineKnowsSpansAndLabelledRuns() throws Exception {
    TestTimeline timeline = TestTimeline.read(write("x_test.csv", ROWS), INPUT);

    assertThat(timeline.records()).isEqualTo(6);
    assertThat(timeline.normalRecords()).isEqualTo(3);
    assertThat(timeline.keyDays()).isEqualTo(1.5);
    assertThat(timeline.spans()).containsOnlyKeys("a", "b");
    assertThat(timeline.labelled())
        .containsExactlyInAnyOrder(
            incident("a", "06:00", "06:00"), incident("b", "00:00", "06:00"));
  }

  @Test
  void incidentsAreReadByPositionAndKey() throws Exception {
    TestTimeline timeline = TestTimeline.read(write("x_test.csv", ROWS), INPUT);
    Path file = write("x_incidents.csv", "key,t_from,t_to,kind\na,1,2,disk\n");

    List<Incident> incidents = IncidentFile.read(file, timeline);

    assertThat(incidents)
        .containsExactly(
            new Incident(
                "a", millis("2026-01-01T06:00:00Z"), millis("2026-01-01T12:00:00Z"), "disk"));
  }

  @Test
  void anIncidentThatIsNotInTheDataIsRefused() throws Exception {
    TestTimeline timeline = TestTimeline.read(write("x_test.csv", ROWS), INPUT);
    Path file = write("x_incidents.csv", "key,t_from,t_to\na,1,9\n");

    assertThatThrownBy(() -> IncidentFile.read(file, timeline))
        .hasMessageEndingWith("the test file has no record of a with t = 9");
  }

  @Test
  void withoutKeyOrTimeNothingCanBeJudged() {
    InputSpec input =
        new InputSpec(
            "t", InputFormat.JSON, Optional.empty(), Optional.empty(), Optional.of("time"));

    assertThatThrownBy(() -> TestTimeline.read(write("x_test.csv", ROWS), input))
        .hasMessageContaining("expected input.key and input.time");
  }

  @Test
  void aWorkspaceIsDeletedUnlessItIsKept() throws Exception {
    Path kept = folder.resolve("kept");
    Workspace temporary = Workspace.open(Optional.empty());
    Files.writeString(temporary.file("x"), "x");
    Files.createDirectories(temporary.models());

    temporary.close();
    Workspace.open(Optional.of(kept)).close();

    assertThat(temporary.folder()).doesNotExist();
    assertThat(kept).isDirectory();
  }

  private static Incident incident(String key, String from, String to) {
    return new Incident(
        key, millis("2026-01-01T" + from + ":00Z"), millis("2026-01-01T" + to + ":00Z"), "");
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
