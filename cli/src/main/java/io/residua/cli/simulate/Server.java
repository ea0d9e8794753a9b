package io.residua.cli.simulate;

import static io.residua.cli.simulate.ServerMetric.CONNECTIONS;
import static io.residua.cli.simulate.ServerMetric.CPU_SYSTEM;
import static io.residua.cli.simulate.ServerMetric.CPU_USER;
import static io.residua.cli.simulate.ServerMetric.DISK_LATENCY;
import static io.residua.cli.simulate.ServerMetric.DISK_READ;
import static io.residua.cli.simulate.ServerMetric.DISK_WRITE;
import static io.residua.cli.simulate.ServerMetric.ERRORS;
import static io.residua.cli.simulate.ServerMetric.LOAD_1;
import static io.residua.cli.simulate.ServerMetric.LOAD_5;
import static io.residua.cli.simulate.ServerMetric.MEMORY_USED;
import static io.residua.cli.simulate.ServerMetric.NETWORK_IN;
import static io.residua.cli.simulate.ServerMetric.NETWORK_OUT;
import static io.residua.cli.simulate.ServerMetric.REQUESTS;
import static io.residua.cli.simulate.ServerMetric.RESPONSE_TIME;
import static io.residua.cli.simulate.ServerMetric.RETRANSMITS;
import static io.residua.cli.simulate.ServerMetric.SWAP_RATE;

import java.util.List;

/**
 * A healthy server: requests follow the hour and the weekday, wander, and drive every other metric;
 * a backup runs every night.
 */
final class Server {
  private static final int MINUTES_A_DAY = 24 * 60;
  private static final int BACKUP_FROM = 150;
  private static final int BACKUP_TO = 180;
  private static final double MEMORY_OF_WANDERING = 0.98;

  private final String host;
  private final Dice dice;
  private final double peak;
  private final double cores;
  private final double memory;
  private final double payload;
  private double wandering;
  private double cache;
  private double load5;

  Server(String host, Dice dice) {
    this.host = host;
    this.dice = dice;
    this.peak = dice.between(150, 400);
    this.cores = dice.any(List.of(8, 16, 16, 32));
    this.memory = dice.between(0.35, 0.55);
    this.payload = dice.between(0.25, 0.5);
  }

  String host() {
    return host;
  }

  /**
   * One minute.
   *
   * @param minute since a Monday's midnight
   */
  ServerSample sample(long minute) {
    wandering = MEMORY_OF_WANDERING * wandering + dice.normal(0, 0.02);
    cache = 0.995 * cache + dice.normal(0, 0.002);
    double rhythm = rhythm(minute);
    double busy = rhythm * Math.exp(wandering);
    ServerSample sample = new ServerSample();
    double requests = peak * busy * noise(0.03);
    sample.set(REQUESTS, requests);
    processors(sample, busy);
    sample.set(MEMORY_USED, memory + 0.12 * busy + cache);
    sample.set(SWAP_RATE, Math.abs(dice.normal(0, 0.3)));
    disk(sample, busy, backup(minute));
    network(sample, requests);
    return sample;
  }

  private void processors(ServerSample sample, double busy) {
    double user = (0.05 + 0.45 * busy) * noise(0.05);
    double load = cores * 0.9 * user * noise(0.08);
    load5 = load5 == 0 ? load : load5 + (load - load5) / 5;
    sample.set(CPU_USER, user);
    sample.set(CPU_SYSTEM, (0.01 + 0.22 * user) * noise(0.06));
    sample.set(LOAD_1, load);
    sample.set(LOAD_5, load5);
  }

  private void disk(ServerSample sample, double busy, boolean backup) {
    sample.set(DISK_READ, (1.5 + 4 * busy + (backup ? 60 : 0)) * noise(0.15));
    sample.set(DISK_WRITE, (2 + 9 * busy) * noise(0.12));
    sample.set(DISK_LATENCY, (1.2 + 0.8 * busy + (backup ? 2.5 : 0)) * noise(0.08));
  }

  private void network(ServerSample sample, double requests) {
    double response = (18 + 60 * Math.pow(sample.get(CPU_USER), 2)) * noise(0.05);
    sample.set(NETWORK_IN, (1 + 0.06 * requests) * noise(0.05));
    sample.set(NETWORK_OUT, (2 + payload * requests) * noise(0.05));
    sample.set(RESPONSE_TIME, response);
    sample.set(CONNECTIONS, (40 + requests * (0.3 + response / 200)) * noise(0.03));
    sample.set(RETRANSMITS, Math.abs(dice.normal(0.0008, 0.0006)));
    sample.set(ERRORS, requests * 0.0015 * Math.abs(dice.normal(1, 0.5)));
  }

  private double noise(double spread) {
    return Math.exp(dice.normal(0, spread));
  }

  private static boolean backup(long minute) {
    long ofDay = minute % MINUTES_A_DAY;
    return ofDay >= BACKUP_FROM && ofDay < BACKUP_TO;
  }

  /** Between about 0.2 at night and 1 in the afternoon; less at the weekend. */
  private static double rhythm(long minute) {
    double hour = (minute % MINUTES_A_DAY) / 60.0;
    double day = 0.5 - 0.5 * Math.cos(2 * Math.PI * (hour - 3) / 24);
    double evening = 0.15 * Math.exp(-Math.pow((hour - 20.5) / 1.5, 2));
    boolean weekend = minute / MINUTES_A_DAY % 7 >= 5;
    return 0.2 + (weekend ? 0.45 : 0.7) * day + evening;
  }
}
