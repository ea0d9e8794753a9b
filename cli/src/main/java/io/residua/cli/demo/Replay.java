package io.residua.cli.demo;

import io.residua.cli.CommandFailure;
import io.residua.cli.produce.JsonRows;
import io.residua.cli.produce.PublishException;
import io.residua.cli.produce.Publisher;
import io.residua.cli.produce.RowEncoder;
import io.residua.cli.produce.RowFile;
import io.residua.trainer.data.DataException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Plays the test file onto the topic in two parts: first as fast as it goes, which shows the
 * throughput, then its end at a steady rate that the job easily keeps up with, which shows the
 * latency.
 */
final class Replay {
  private static final long STEADY_RECORDS = 5_000;
  private static final double STEADY_RATE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_MILLIS = 500;

  private final String bootstrap;
  private final String topic;
  private final String keyColumn;
  private final WatchedOutputs outputs;
  private final OutputWatcher watcher;

  Replay(
      String bootstrap,
      String topic,
      String keyColumn,
      WatchedOutputs outputs,
      OutputWatcher watcher) {
    this.bootstrap = bootstrap;
    this.topic = topic;
    this.keyColumn = keyColumn;
    this.outputs = outputs;
    this.watcher = watcher;
  }

  /**
   * @param rows how many the file has
   * @throws CommandFailure when outputs stop coming
   */
  Speed run(Path test, long rows)
      throws DataException, CommandFailure, PublishException, InterruptedException {
    long steady = Math.min(STEADY_RECORDS, rows / 4);
    try (RowFile file = RowFile.open(test);
        Publisher publisher = new Publisher(bootstrap, topic, Double.POSITIVE_INFINITY)) {
      RowEncoder encoder = new JsonRows(file.columns());
      int key = file.column(keyColumn);
      long start = System.nanoTime();
      send(file, encoder, key, publisher, rows - steady);
      awaitOutputs(publisher.sent());
      double seconds = (outputs.lastSeenNanos() - start) / 1e9;
      outputs.measureLatencyFrom(System.currentTimeMillis());
      publisher.pace(STEADY_RATE);
      send(file, encoder, key, publisher, Long.MAX_VALUE);
      awaitOutputs(publisher.sent());
      awaitAlerts();
      return new Speed(publisher.sent(), (rows - steady) / seconds);
    }
  }

  private static void send(
      RowFile file, RowEncoder encoder, int key, Publisher publisher, long most)
      throws DataException, PublishException {
    for (long sent = 0; sent < most; sent++) {
      Object[] row = file.next();
      if (row == null) {
        break;
      }
      publisher.send(row[key] == null ? null : row[key].toString(), encoder.encode(row));
    }
    publisher.flush();
  }

  private void awaitOutputs(long sent) throws CommandFailure, InterruptedException {
    while (outputs.awaitSeen(sent, LOOK_EVERY_MILLIS) < sent) {
      watcher.check();
      if (System.nanoTime() - outputs.lastSeenNanos() > PATIENCE.toNanos()) {
        throw new CommandFailure(
            "the job stopped writing: expected outputs of %,d records, found %,d"
                .formatted(sent, outputs.seen()));
      }
    }
  }

  private void awaitAlerts() throws CommandFailure, InterruptedException {
    if (!watcher.awaitWritten(PATIENCE)) {
      watcher.check();
      throw new CommandFailure(
          "the scores were all read, but not all alerts within %d s"
              .formatted(PATIENCE.toSeconds()));
    }
  }

  /**
   * @param records how many were sent
   * @param perSecond records a second from the first one sent to the last output read, as fast as
   *     it goes
   */
  record Speed(long records, double perSecond) {}
}
