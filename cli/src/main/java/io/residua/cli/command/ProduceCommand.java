package io.residua.cli.command;

import io.residua.cli.Part;
import io.residua.cli.option.AtLeastOne;
import io.residua.cli.option.BootstrapOption;
import io.residua.cli.option.Output;
import io.residua.cli.option.PerSecond;
import io.residua.cli.produce.WireFormat;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts a file's rows on a topic. */
@Command(
    name = "produce",
    description = {
      "Put the rows of a file on a Kafka topic, which is created where it is missing.",
      "Columns whose names have dots become nested objects."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua produce --data cards.csv.gz --topic cards --key card_id --rate 500/s",
      "  residua produce --data cards.csv.gz --topic cards --format avro --schema-out cards.avsc",
    })
public final class ProduceCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "CSV, Parquet or JSON lines, the text formats also compressed as .gz.")
  private Path data;

  @Option(
      names = "--topic",
      required = true,
      paramLabel = "TOPIC",
      description = "Where the records go.")
  private String topic;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "json",
      converter = WireFormat.Converter.class,
      description = "How values travel: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private WireFormat format;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = PerSecond.class,
      description = "Records a second (default: as fast as the broker takes them).")
  private Optional<Double> rate;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description = "Column whose text becomes the records' key (default: no key).")
  private Optional<String> key;

  @Mixin private BootstrapOption bootstrap;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      converter = AtLeastOne.class,
      description = "Partitions of a topic that is created (default: ${DEFAULT-VALUE}).")
  private long partitions;

  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      description = "Numbers the Avro schema; without it, Avro's single-object encoding is used.")
  private Optional<URI> registry;

  @Option(
      names = "--schema-out",
      paramLabel = "FILE",
      description = "Also write the Avro schema of the rows to this file.")
  private Optional<Path> schemaOut;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    Part.TRAINER.require();
    FileProducer producer = new FileProducer(data, topic, format, key, registry, schemaOut);
    producer.run(
        bootstrap.servers(),
        Math.toIntExact(Math.min(partitions, Integer.MAX_VALUE)),
        rate.orElse(Double.POSITIVE_INFINITY),
        output);
    return 0;
  }
}
