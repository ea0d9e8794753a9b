package io.residua.cli.command;

import io.residua.cli.CommandFailure;
import io.residua.cli.Service;
import io.residua.cli.option.ModelOption;
import io.residua.cli.option.Output;
import io.residua.cli.option.Port;
import io.residua.detector.Detector;
import io.residua.detector.definition.DefinitionException;
import io.residua.stream.HttpSettings;
import io.residua.stream.JobException;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.JobSettingsParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a job: scores a topic until it is stopped. */
@Command(
    name = "run",
    description = {
      "Score a Kafka topic, exactly once, until stopped by Ctrl-C or SIGTERM.",
      "The model names the topic it reads; scores, embeddings, alerts and rejects go to topics",
      "named after the detector, which are created where they are missing."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua run --model card-fraud",
      "  residua run --engine kafka-streams --bootstrap kafka-1:9092 --model card-fraud:3",
      "  residua run --model card-fraud-3.residua --config job.yaml --http-port 8080",
      "  residua run --model card-fraud --alerts card-fraud.yaml",
    })
public final class RunCommand implements Callable<Integer>, Service {
  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "kafka-streams",
      converter = Engine.Converter.class,
      description = "What the job runs on: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Engine engine;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = {
        "Kafka brokers, separated by commas (default: the settings' or "
            + JobSettings.DEFAULT_BOOTSTRAP
            + ")."
      })
  private Optional<String> bootstrap;

  @Mixin private ModelOption model;

  @Option(
      names = "--alerts",
      paramLabel = "DEFINITION",
      description = {
        "Take the alert rules from this definition of the same detector instead of the model's:",
        "changing them needs no new model."
      })
  private Optional<Path> alerts;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The job's settings in YAML; conf/job.yaml shows all of them.")
  private Optional<Path> config;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      converter = Port.class,
      description = {
        "Port of /metrics and /health, 0 for any free one (default: the settings' or "
            + HttpSettings.DEFAULT_PORT
            + ")."
      })
  private Optional<Integer> httpPort;

  @Mixin private Output output;

  @Override
  public Integer call()
      throws IOException, DefinitionException, CommandFailure, JobException, InterruptedException {
    Detector detector = detector();
    switch (engine) {
      case KAFKA_STREAMS -> new JobService(detector, settings(), output).run();
    }
    return 0;
  }

  private Detector detector() throws IOException, DefinitionException, CommandFailure {
    Detector detector = new Detector(model.models().read(model.name()));
    return alerts.isPresent() ? AlertRules.of(alerts.get(), detector) : detector;
  }

  private JobSettings settings() throws JobException {
    JobSettings settings =
        config.isPresent() ? JobSettingsParser.parse(config.get()) : JobSettings.defaults();
    if (bootstrap.isPresent()) {
      settings = settings.withBootstrapServers(bootstrap.get());
    }
    if (httpPort.isPresent()) {
      settings = settings.withHttp(new HttpSettings(settings.http().host(), httpPort.get()));
    }
    return settings;
  }
}
