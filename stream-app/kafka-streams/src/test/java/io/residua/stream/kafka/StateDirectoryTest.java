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
    try (StateDirectory one = StateDirectory.take(directory, "app", "cluster/topic");
        StateDirectory two = StateDirectory.take(directory, "app", "cluster/topic");
        StateDirectory other = StateDirectory.take(directory, "other", "cluster/topic")) {
      assertThat(one.path()).isEqualTo(directory.resolve("app/instance-0"));
      assertThat(two.path()).isEqualTo(directory.resolve("app/instance-1"));
      assertThat(other.path()).isEqualTo(directory.resolve("other/instance-0"));
    }
  }

  @Test
  void givesAFolderAgainWhenItsInstanceHasEnded() throws Exception {
    StateDirectory.take(directory, "app", "cluster/topic").close();

    try (StateDirectory again = StateDirectory.take(directory, "app", "cluster/topic")) {
      assertThat(again.path()).isEqualTo(directory.resolve("app/instance-0"));
    }
  }

  @Test
  void saysThatADirectoryCannotBeUsed() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "not a directory");

    assertThatThrownBy(() -> StateDirectory.take(file, "app", "cluster/topic"))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("cannot keep states in the directory " + file);
  }

  @Test
  void keepsTheStatesOfTheSameInput() throws Exception {
    Path state = saveState("cluster/topic");

    StateDirectory.take(directory, "app", "cluster/topic").close();

    assertThat(state).exists();
  }

  @Test
  void deletesTheStatesOfAnotherInputWhoseOffsetsMightHappenToFit() throws Exception {
    Path state = saveState("cluster/topic");

    StateDirectory.take(directory, "app", "cluster/topic made anew").close();

    assertThat(state).doesNotExist();
  }

  @Test
  void deletesStatesThatDoNotSayOfWhichInputTheyAre() throws Exception {
    Path state = saveState("cluster/topic");
    Files.delete(directory.resolve("app/instance-0/input"));

    StateDirectory.take(directory, "app", "cluster/topic").close();

    assertThat(state).doesNotExist();
  }

  private Path saveState(String input) throws Exception {
    try (StateDirectory taken = StateDirectory.take(directory, "app", input)) {
      Path folder = Files.createDirectories(taken.path().resolve("app/0_0/rocksdb"));
      return Files.writeString(folder.resolve("CURRENT"), "states");
    }
  }
}
