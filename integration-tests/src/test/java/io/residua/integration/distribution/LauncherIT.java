package io.residua.integration.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in the project's root, in a project that was never built. */
class LauncherIT {
  @TempDir Path folder;
  private Path launcher;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    launcher = folder.resolve("project/residua");
    Files.createDirectories(launcher.getParent());
    Files.copy(Distribution.project().resolve("residua"), launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    for (String module : List.of("schemas", "detector", "model-trainer", "stream-app", "cli")) {
      Files.createDirectories(folder.resolve("project").resolve(module));
    }
    Files.writeString(folder.resolve("project/pom.xml"), "<project/>");
  }

  @Test
  void saysThatThereIsNoJdk() throws Exception {
    Finished run = launch(Map.of("JAVA_HOME", "/nowhere"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().strip())
        .isEqualTo(
            "error: building Residua needs a JDK 17 or newer, and there is no"
                + " /nowhere/bin/javac; install one or set JAVA_HOME");
  }

  @Test
  void saysThatTheJdkIsTooOld() throws Exception {
    script("jdk/bin/javac", "echo javac 1.8.0_402");

    Finished run = launch(Map.of("JAVA_HOME", folder.resolve("jdk").toString()));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("needs a JDK 17 or newer, and").contains("is 1.8.0_402");
  }

  @Test
  void saysThatMavenIsTooOld() throws Exception {
    script("bin/mvn", "echo 'Apache Maven 3.6.3 (abc)'");

    Finished run = launch(withMaven());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().strip())
        .isEqualTo(
            "error: building Residua needs Maven 3.8 or newer, and mvn is 3.6.3; install a newer"
                + " one");
  }

  @Test
  void namesTheLogOfABuildThatFailsAndRunsNothingOlder() throws Exception {
    script("project/cli/target/residua/bin/residua", "echo ran an old one");
    Files.setLastModifiedTime(folder.resolve("project/cli/target/residua"), FileTime.fromMillis(0));
    script(
        "bin/mvn",
        "case $1 in -version) echo Apache Maven 3.9.9;; *) printf 'no network'; exit 1; esac");

    Finished run = launch(withMaven());

    Path log = launcher.resolveSibling("target/build.log").toRealPath();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("Building Residua")
        .endsWith("error: the build of Residua failed; " + log + " says why\n");
    assertThat(log).content().startsWith("no network");
  }

  @Test
  void runsWhatIsBuiltAndBuildsAgainWhenASourceIsNewer() throws Exception {
    script("project/cli/target/residua/bin/residua", "echo ran \"$@\"");
    Path source = folder.resolve("project/detector/src/Main.java");
    Files.createDirectories(source.getParent());
    Path pom = folder.resolve("project/pom.xml");
    Path built = folder.resolve("project/cli/target/residua");
    age(source.getParent(), pom);

    Finished first = launch(Map.of("JAVA_HOME", "/nowhere"));
    Files.writeString(source, "class Main {}");
    Files.setLastModifiedTime(
        source, FileTime.fromMillis(Files.getLastModifiedTime(built).toMillis() + 5000));
    Finished second = launch(Map.of("JAVA_HOME", "/nowhere"));

    assertThat(first.out()).isEqualTo("ran --version\n");
    assertThat(second.err()).startsWith("error: building Residua needs a JDK");
  }

  private Finished launch(Map<String, String> environment)
      throws IOException, InterruptedException {
    return Finished.run(folder, environment, List.of(launcher.toString(), "--version"));
  }

  private Map<String, String> withMaven() {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("JAVA_HOME", javaHome());
    return environment;
  }

  private static String javaHome() {
    return System.getProperty("java.home");
  }

  private static void age(Path... paths) throws IOException {
    for (Path path : paths) {
      Files.setLastModifiedTime(path, FileTime.fromMillis(0));
    }
  }

  private void script(String name, String body) throws IOException {
    Path script = folder.resolve(name);
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }
}
