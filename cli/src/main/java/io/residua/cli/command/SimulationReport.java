package io.residua.cli.command;

import io.residua.cli.option.Output;
import io.residua.cli.option.SimulationOptions;
import io.residua.cli.simulate.SimulationFiles.Written;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what a simulation wrote. */
final class SimulationReport {
  private SimulationReport() {}

  static void print(SimulationOptions options, Written written, Output output) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("out", options.out().toString());
    options.incidents().ifPresent(file -> fields.put("incidents_out", file.toString()));
    fields.put("seed", options.seed());
    fields.put("rows", written.rows());
    fields.put("anomalies", written.anomalies());
    fields.put("incidents", written.incidents());
    output.result(
        fields,
        "wrote %,d records to %s: %,d anomalies in %,d incidents"
            .formatted(written.rows(), options.out(), written.anomalies(), written.incidents()));
  }
}
