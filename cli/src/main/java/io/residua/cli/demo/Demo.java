package io.residua.cli.demo;

import io.residua.broker.BrokerException;
import io.residua.broker.BrokerSettings;
import io.residua.broker.EmbeddedBroker;
import io.residua.cli.CommandFailure;
import io.residua.cli.produce.PublishException;
import io.residua.cli.produce.Topics;
import io.residua.detector.Detector;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.feature.UnusableDataException;
import io.residua.stream.HttpSettings;
import io.residua.stream.JobException;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.StateSettings;
import io.residua.stream.kafka.StreamsJob;
import io.residua.trainer.data.DataException;
import io.residua.trainer.train.TrainingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A whole life in one process: broker, data, definition, training, job, replay, judgement. Nothing
 * in it is made for the demo but the order of the steps.
 */
public final class Demo {
  private static final int PARTITIONS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DemoOptions options;
  private final DemoScreen screen;
  private final CleanUp cleanUp;
  private final Workspace workspace;

  private Demo(DemoOptions options, DemoScreen screen, CleanUp cleanUp, Workspace workspace) {
    this.options = options;
    this.screen = screen;
    this.cleanUp = cleanUp;
    this.workspace = workspace;
  }

  /** Runs the demo; whatever happens, broker, job and temporary files are gone afterwards. */
  static DemoResult run(DemoOptions options, DemoScreen screen)
      throws IOException,
          CommandFailure,
          BrokerException,
          DataException,
          DefinitionException,
          UnusableDataException,
          TrainingException,
          JobException,
          PublishException,
          InterruptedException {
    try (CleanUp cleanUp = new CleanUp()) {
      Workspace workspace = cleanUp.add(Workspace.open(options.keep()));
      return new Demo(options, screen, cleanUp, workspace).run();
    }
  }

  private DemoResult run()
      throws IOException,
          CommandFailure,
          BrokerException,
          DataException,
          DefinitionException,
          UnusableDataException,
          TrainingException,
          JobException,
          PublishException,
          InterruptedException {
    DemoData data = data();
    DetectorDefinition definition =
        DemoDefinition.of(options.detector(), data, workspace.file("detector.yaml"));
    screen.step("detector", DemoTexts.definition(definition, options.detector()));
    TestTimeline timeline = TestTimeline.read(data.test(), definition.input());
    Detector detector =
        new DemoTraining(definition, data, options.seed(), screen).run(workspace.models());
    String bootstrap = broker();
    StreamsJob job = job(detector, bootstrap);
    return replay(data, detector, timeline, bootstrap, job);
  }

  private DemoData data() throws IOException, CommandFailure {
    if (options.data().isPresent()) {
      DemoData data = DemoData.in(options.data().get());
      screen.step("data", data.train() + " trains, " + data.test() + " is the stream");
      return data;
    }
    DemoData data = DemoData.simulate(workspace, options.seed());
    screen.step("data", DemoTexts.simulation(options.seed()));
    return data;
  }

  private String broker() throws BrokerException {
    EmbeddedBroker broker =
        cleanUp.add(
            EmbeddedBroker.start(BrokerSettings.temporary().withDataDirectory(workspace.broker())));
    screen.step("broker", "Kafka's own, at " + broker.bootstrapServers());
    return broker.bootstrapServers();
  }

  private StreamsJob job(Detector detector, String bootstrap)
      throws CommandFailure, JobException, InterruptedException {
    long start = System.nanoTime();
    Topics.ensure(bootstrap, detector.definition().input().topic(), PARTITIONS);
    JobSettings settings =
        JobSettings.defaults()
            .withBootstrapServers(bootstrap)
            .withState(StateSettings.defaults().withDirectory(workspace.states()))
            .withHttp(new HttpSettings(HttpSettings.DEFAULT_HOST, 0));
    StreamsJob job = cleanUp.add(StreamsJob.start(detector, settings));
    if (!job.awaitRunning(PATIENCE)) {
      throw new CommandFailure("the job was not ready within " + PATIENCE.toSeconds() + " s");
    }
    screen.step(
        "job",
        "ready in %.1f s, metrics and health at %s"
            .formatted((System.nanoTime() - start) / 1e9, job.httpAddress()));
    return job;
  }

  private DemoResult replay(
      DemoData data, Detector detector, TestTimeline timeline, String bootstrap, StreamsJob job)
      throws CommandFailure, DataException, PublishException, InterruptedException {
    List<Incident> incidents =
        data.incidents().isPresent()
            ? IncidentFile.read(data.incidents().get(), timeline)
            : timeline.labelled();
    WatchedOutputs outputs = new WatchedOutputs();
    OutputWatcher watcher =
        cleanUp.add(new OutputWatcher(bootstrap, detector.name(), outputs, screen::alert));
    String topic = detector.definition().input().topic();
    long rows = timeline.records();
    screen.step("replay", "%,d records onto topic %s; alerts as they come:".formatted(rows, topic));
    String key = detector.definition().input().key().orElseThrow();
    Replay.Speed speed = new Replay(bootstrap, topic, key, outputs, watcher).run(data.test(), rows);
    WatchedOutputs.Snapshot seen = outputs.snapshot();
    return new DemoResult(
        speed,
        seen,
        job.totals().filtered(),
        timeline,
        new IncidentJudge(incidents).judge(seen.alertTimes()),
        detector.significance() * timeline.normalRecords());
  }
}
