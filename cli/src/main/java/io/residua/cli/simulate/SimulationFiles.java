package io.residua.cli.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a simulation's records, and its incidents, to files. */
public final class SimulationFiles {
  private static final List<String> INCIDENT_COLUMNS =
      List.of("key", "t_from", "t_to", "culprit_metrics", "kind");

  private SimulationFiles() {}

  /**
   * Writes the simulation's next records.
   *
   * @param out .csv or .jsonl, each with or without .gz
   * @param incidents where the incidents go, in the same formats, if anywhere
   * @return what was written
   * @throws IllegalArgumentException when a file's ending is not known
   */
  public static Written write(Simulation simulation, long rows, Path out, Optional<Path> incidents)
      throws IOException {
    incidents.ifPresent(TableFormat::of);
    IncidentLog log = new IncidentLog();
    long anomalies = 0;
    try (TableWriter writer = new TableWriter(out, simulation.columns())) {
      for (long row = 0; row < rows; row++) {
        SimulatedRecord record = simulation.next();
        writer.write(record.values());
        log.add(record);
        anomalies += record.anomaly() ? 1 : 0;
      }
      writer.finish();
    }
    if (incidents.isPresent()) {
      writeIncidents(incidents.get(), log.incidents());
    }
    return new Written(rows, anomalies, log.incidents().size());
  }

  private static void writeIncidents(Path file, List<SimulatedIncident> incidents)
      throws IOException {
    try (TableWriter writer = new TableWriter(file, INCIDENT_COLUMNS)) {
      for (SimulatedIncident incident : incidents) {
        writer.write(
            List.of(
                incident.key(),
                incident.from(),
                incident.to(),
                String.join(" ", incident.culprits()),
                incident.kind()));
      }
      writer.finish();
    }
  }

  /**
   * @param rows records written
   * @param anomalies how many of them are anomalies
   * @param incidents how many incidents the anomalies form
   */
  public record Written(long rows, long anomalies, int incidents) {}
}
