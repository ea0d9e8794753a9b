package io.residua.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.stream.JobException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
  @TempDir Path directory;

  @Test
  void givesEachInstanceAFolderOfItsOwn() throws Exception {
    try (StateDirectory one = StateDirectory.take(directory, "app");
        StateDirectory two = StateDirectory.take(directory, "app");
        StateDirectory other = StateDirectory.take(directory, "other")) {
      assertThat(one.path()).isEqualTo(directory.resolve("app/instance-0"));
      assertThat(two.path()).isEqualTo(directory.resolve("app/instance-1"));
      assertThat(other.path()).isEqualTo(directory.resolve("other/instance-0"));
    }
  }

  @Test
  void givesAFolderAgainWhenItsInstanceHasEnded() throws Exception {
    StateDirectory.take(directory, "app").close();

    try (StateDirectory again = StateDirectory.take(directory, "app")) {
      assertThat(again.path()).isEqualTo(directory.resolve("app/instance-0"));
    }
  }

  @Test
  void saysThatADirectoryCannotBeUsed() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "not a directory");

    assertThatThrownBy(() -> StateDirectory.take(file, "app"))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("cannot keep states in the directory " + file);
  }
}
