package io.residua.detector.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.bundle.BundleReader;
import io.residua.detector.fixture.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentPublishingTest {
  private static final int PUBLISHERS = 4;
  private static final int EACH = 25;

  @TempDir Path directory;

  @Test
  void threadsNeverGetTheSameVersion() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PUBLISHERS);
    try {
      List<Callable<List<Integer>>> publishers = new ArrayList<>();
      for (int i = 0; i < PUBLISHERS; i++) {
        publishers.add(this::publish);
      }
      List<Integer> given = new ArrayList<>();
      for (Future<List<Integer>> publisher : threads.invokeAll(publishers)) {
        given.addAll(publisher.get());
      }

      assertAllGivenOnce(given);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void processesNeverGetTheSameVersion() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PUBLISHERS; i++) {
      processes.add(Publisher.start(directory, EACH, 1000));
    }
    List<Integer> given = new ArrayList<>();
    for (Process process : processes) {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      output.lines().map(Integer::valueOf).forEach(given::add);
    }

    assertAllGivenOnce(given);
  }

  @Test
  void aReaderNeverSeesHalfABundle() throws Exception {
    ModelRegistry registry = new DirectoryRegistry(directory);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<List<Integer>> publishing = thread.submit(this::publishBundles);
      int newest = 0;
      while (newest < EACH) {
        Optional<ModelReference> found = registry.find("small", Optional.empty());
        if (found.isPresent()) {
          newest = found.get().version();
          assertThat(BundleReader.read(registry.fetch(found.get())).version()).isEqualTo(newest);
        }
      }
      assertThat(publishing.get()).hasSize(EACH);
    } finally {
      thread.shutdown();
    }
  }

  private List<Integer> publish() throws IOException {
    ModelRegistry registry = new DirectoryRegistry(directory);
    List<Integer> versions = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      versions.add(registry.publish("small", version -> new byte[100]).version());
    }
    return versions;
  }

  private List<Integer> publishBundles() throws IOException {
    ModelRegistry registry = new DirectoryRegistry(directory);
    List<Integer> versions = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      versions.add(registry.publish("small", Fixtures::bundleBytes).version());
    }
    return versions;
  }

  private void assertAllGivenOnce(List<Integer> given) throws IOException {
    List<Integer> expected = IntStream.rangeClosed(1, PUBLISHERS * EACH).boxed().toList();
    assertThat(given).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(new DirectoryRegistry(directory).versions("small"))
        .extracting(ModelReference::version)
        .containsExactlyElementsOf(expected);
  }
}
