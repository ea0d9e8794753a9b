package io.residua.cli.simulate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Minutes of server metrics, the servers in turn, with labelled incidents of several kinds. */
public final class ServerSimulation implements Simulation {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final List<String> COLUMNS = columnNames();

  private final List<Host> hosts;
  private int turn;
  private long minute;

  /**
   * @param servers how many there are, at least 1
   * @param incidentsPerServerAndDay on average, 0 to 24; 0 for none
   */
  public ServerSimulation(long seed, long servers, double incidentsPerServerAndDay) {
    if (servers < 1 || !(incidentsPerServerAndDay >= 0 && incidentsPerServerAndDay <= 24)) {
      throw new IllegalArgumentException(
          "expected at least 1 server and 0 to 24 incidents per server and day, got %d and %s"
              .formatted(servers, incidentsPerServerAndDay));
    }
    Dice dice = new Dice(seed);
    this.hosts =
        LongStream.rangeClosed(1, servers)
            .mapToObj(number -> new Server("server-%02d".formatted(number), dice.split()))
            .map(
                server ->
                    new Host(server, new IncidentPlan(dice.split(), incidentsPerServerAndDay)))
            .toList();
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public SimulatedRecord next() {
    Host host = hosts.get(turn);
    ServerSample sample = host.server().sample(minute);
    Optional<ServerIncident> incident = host.plan().at(minute);
    incident.ifPresent(running -> running.distort(sample, minute));
    SimulatedRecord record = record(host.server().host(), sample, incident);
    turn = (turn + 1) % hosts.size();
    minute += turn == 0 ? 1 : 0;
    return record;
  }

  private SimulatedRecord record(
      String host, ServerSample sample, Optional<ServerIncident> incident) {
    Instant time = START.plus(minute, ChronoUnit.MINUTES);
    Optional<String> kind = incident.map(running -> running.kind().text());
    List<Object> values = new ArrayList<>(COLUMNS.size());
    values.add(minute);
    values.add(time.toString());
    values.add(host);
    for (ServerMetric metric : ServerMetric.values()) {
      values.add(Dice.rounded(sample.get(metric), 5));
    }
    values.add(kind.isPresent() ? 1L : 0L);
    values.add(kind.orElse(""));
    List<String> culprits = incident.map(running -> running.kind().culprits()).orElse(List.of());
    return new SimulatedRecord(host, minute, time, kind, culprits, values);
  }

  private static List<String> columnNames() {
    List<String> names = new ArrayList<>(List.of("t", "event_time", "host"));
    Arrays.stream(ServerMetric.values()).map(ServerMetric::text).forEach(names::add);
    names.addAll(List.of("label", "anomaly_kind"));
    return List.copyOf(names);
  }

  private record Host(Server server, IncidentPlan plan) {}
}
