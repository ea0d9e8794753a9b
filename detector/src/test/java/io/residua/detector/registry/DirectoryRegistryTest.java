package io.residua.detector.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.bundle.BundleException;
import io.residua.detector.bundle.BundleFormat;
import io.residua.detector.bundle.BundleReader;
import io.residua.detector.fixture.Fixtures;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryRegistryTest {
  @TempDir Path directory;
  private ModelRegistry registry;

  @BeforeEach
  void open() {
    registry = new DirectoryRegistry(directory.resolve("models"));
  }

  @Test
  void aPublishedModelIsFoundAndFetched() throws Exception {
    ModelReference published = registry.publish("small", Fixtures::bundleBytes);

    assertThat(published).hasToString("small:1");
    assertThat(registry.detectors()).containsExactly("small");
    assertThat(registry.find("small", Optional.empty())).contains(published);
    assertThat(BundleReader.read(registry.fetch(published)).version()).isEqualTo(1);
    assertThat(directory.resolve("models/small/small-1.residua")).exists();
  }

  @Test
  void versionsCountUpwards() throws IOException {
    publish("small", 11);
    publish("other", 2);

    assertThat(registry.versions("small"))
        .extracting(ModelReference::version)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(registry.find("small", Optional.empty()).orElseThrow().version()).isEqualTo(11);
    assertThat(registry.find("small", Optional.of(4)).orElseThrow().version()).isEqualTo(4);
    assertThat(registry.find("small", Optional.of(12))).isEmpty();
    assertThat(registry.detectors()).containsExactly("other", "small");
  }

  @Test
  void aRegistryThatDoesNotExistHasNoModels() throws IOException {
    assertThat(registry.detectors()).isEmpty();
    assertThat(registry.versions("small")).isEmpty();
    assertThat(registry.find("small", Optional.empty())).isEmpty();
  }

  @Test
  void aDeletedVersionIsNotGivenAgain() throws IOException {
    publish("small", 3);
    Files.delete(directory.resolve("models/small/small-3.residua"));

    assertThat(registry.find("small", Optional.empty()).orElseThrow().version()).isEqualTo(2);
    assertThat(publish("small", 1)).isEqualTo(4);
  }

  @Test
  void bundlesThatWereCopiedInCountAsVersions() throws IOException {
    publish("small", 1);
    Path models = directory.resolve("models/small");
    Files.copy(models.resolve("small-1.residua"), models.resolve("small-7.residua"));

    assertThat(publish("small", 1)).isEqualTo(8);
  }

  @Test
  void otherFilesAreNoVersions() throws IOException {
    publish("small", 1);
    Path models = directory.resolve("models/small");
    for (String name :
        List.of(
            ".small-9.tmp",
            "small-9.residua.part",
            "small-09.residua",
            "small-0.residua",
            "other-9.residua",
            "small-99999999999.residua",
            "notes.txt")) {
      Files.write(models.resolve(name), new byte[1]);
    }
    Files.write(directory.resolve("models/README"), new byte[1]);
    Files.createDirectories(directory.resolve("models/Not-A-Name"));
    Files.createDirectories(directory.resolve("models/without-versions"));

    assertThat(registry.versions("small")).containsExactly(new ModelReference("small", 1));
    assertThat(registry.detectors()).containsExactly("small");
    assertThat(publish("small", 1)).isEqualTo(2);
  }

  @Test
  void whatAPublisherThatDiedLeftBehindIsInNobodysWay() throws IOException {
    publish("small", 1);
    Files.createFile(directory.resolve("models/small/.versions/2"));
    Files.write(directory.resolve("models/small/.small-2.tmp"), new byte[100]);

    assertThat(publish("small", 1)).isEqualTo(3);
    assertThat(registry.versions("small"))
        .extracting(ModelReference::version)
        .containsExactly(1, 3);
  }

  @Test
  void aDraftThatFailsPublishesNothingAndTakesNoVersion() throws IOException {
    assertThatThrownBy(
            () ->
                registry.publish(
                    "small",
                    version -> {
                      throw new BundleException("golden.jsonl: record 1 is not reproduced");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "cannot publish small in %s: golden.jsonl: record 1 is not reproduced; nothing was"
                + " published",
            directory.resolve("models"));
    assertThatThrownBy(
            () ->
                registry.publish(
                    "small",
                    version -> {
                      throw new IllegalStateException("a bug");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(registry.versions("small")).isEmpty();
    assertThat(files()).isEmpty();
    assertThat(publish("small", 1)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../up", "a/b", "a\\b", "Ümlaut", "UPPER", "a b", "-a"})
  void aNameThatCouldLeaveTheDirectoryIsRefused(String name) {
    assertThatThrownBy(() -> registry.publish(name, version -> new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected a name of 1 to 100 lower-case letters, digits");
    assertThatThrownBy(() -> registry.versions(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ModelReference(name, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fetchingWhatIsNotThereNamesWhatIs() throws IOException {
    publish("small", 2);

    assertThatThrownBy(() -> registry.fetch(new ModelReference("small", 7)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "small:7 is not in %s, which has versions [1, 2] of it", directory.resolve("models"));
  }

  @Test
  void aFileLargerThanAnyBundleIsNotFetched() throws IOException {
    publish("small", 1);
    Path file = directory.resolve("models/small/small-1.residua");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(BundleFormat.MOST_BYTES + 1L);
    }

    assertThatThrownBy(() -> registry.fetch(new ModelReference("small", 1)))
        .isInstanceOf(IOException.class)
        .hasMessage("a bundle has at most 67108864 bytes, %s has more", file);
  }

  @Test
  void aFileInTheDirectorysPlaceIsNamed() throws IOException {
    Path file = Files.createFile(directory.resolve("models"));

    assertThatThrownBy(() -> publish("small", 1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot publish small in " + file)
        .hasMessageEndingWith("; nothing was published");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDirectoryThatCannotBeWrittenIsNamed() {
    ModelRegistry readOnly = new DirectoryRegistry(Path.of("/proc/residua"));

    assertThatThrownBy(() -> readOnly.publish("small", version -> new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot publish small in /proc/residua: ")
        .hasMessageEndingWith("; nothing was published");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatIsFullLeavesNothingBehind() throws Exception {
    Process process =
        Publisher.start(
            directory.resolve("models"), 1, 1 << 20, "sh", "-c", "ulimit -f 16; exec \"$@\"", "sh");

    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(output)
        .contains("java.io.IOException: cannot publish small in ")
        .contains("File too large; nothing was published");
    assertThat(files()).isEmpty();
  }

  private int publish(String detector, int times) throws IOException {
    int last = 0;
    for (int i = 0; i < times; i++) {
      last = registry.publish(detector, version -> new byte[] {(byte) version}).version();
    }
    return last;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
