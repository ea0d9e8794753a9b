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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What goes wrong on servers. Most incidents stay inside each metric's ordinary range for a while
 * and are odd only together: processors busy without requests, traffic without requests.
 */
enum ServerIncidentKind {
  /** A process spins: processors and load rise, requests do not. */
  CPU_RUNAWAY(15, 90, CPU_USER, LOAD_1, LOAD_5) {
    @Override
    void distort(ServerSample sample, double progress, double strength) {
      sample.add(CPU_USER, 0.35 * strength);
      sample.add(LOAD_1, 7 * strength);
      sample.add(LOAD_5, 7 * strength * Math.min(1, 3 * progress));
    }
  },
  /** Memory fills slowly until the machine swaps; its beginning cannot be seen. */
  MEMORY_LEAK(120, 300, MEMORY_USED, SWAP_RATE, RESPONSE_TIME) {
    @Override
    void distort(ServerSample sample, double progress, double strength) {
      sample.add(MEMORY_USED, 0.5 * strength * progress);
      double beyond = Math.max(0, progress - 0.6);
      sample.add(SWAP_RATE, 400 * strength * beyond);
      sample.scale(RESPONSE_TIME, 1 + 2 * strength * beyond);
    }
  },
  /** A disk answers late: tasks wait, little is read and written. */
  SLOW_DISK(10, 60, DISK_LATENCY, LOAD_1, LOAD_5, DISK_READ, DISK_WRITE, RESPONSE_TIME) {
    @Override
    void distort(ServerSample sample, double progress, double strength) {
      sample.scale(DISK_LATENCY, 1 + 6 * strength);
      sample.add(LOAD_1, 4 * strength);
      sample.add(LOAD_5, 4 * strength * Math.min(1, 3 * progress));
      sample.scale(DISK_READ, 0.5);
      sample.scale(DISK_WRITE, 0.5);
      sample.scale(RESPONSE_TIME, 1 + strength);
    }
  },
  /** Packets are lost: segments go out again, less gets through. */
  PACKET_LOSS(5, 45, RETRANSMITS, NETWORK_IN, NETWORK_OUT, RESPONSE_TIME) {
    @Override
    void distort(ServerSample sample, double progress, double strength) {
      sample.add(RETRANSMITS, 0.05 * strength);
      sample.scale(NETWORK_IN, 0.7);
      sample.scale(NETWORK_OUT, 0.7);
      sample.scale(RESPONSE_TIME, 1 + 1.5 * strength);
    }
  },
  /** A dependency hangs: connections pile up while processors idle. */
  STUCK_DEPENDENCY(5, 40, CONNECTIONS, RESPONSE_TIME, CPU_USER, ERRORS) {
    @Override
    void distort(ServerSample sample, double progress, double strength) {
      sample.scale(CONNECTIONS, 1 + 3 * strength);
      sample.scale(RESPONSE_TIME, 1 + 5 * strength);
      sample.scale(CPU_USER, 0.5);
      sample.add(ERRORS, 4 * strength);
    }
  },
  /** A bad release: requests fail fast, and cost less than they should. */
  ERROR_STORM(5, 30, ERRORS, RESPONSE_TIME, CPU_USER, NETWORK_OUT) {
    @Override
    void distort(ServerSample sample, double progress, double strength) {
      sample.add(ERRORS, 0.3 * strength * sample.get(REQUESTS));
      sample.scale(RESPONSE_TIME, 0.5);
      sample.scale(CPU_USER, 0.7);
      sample.scale(NETWORK_OUT, 0.6);
    }
  },
  /** Data leaves that nobody asked for; every value stays ordinary for a busy hour. */
  UNASKED_TRAFFIC(20, 90, NETWORK_OUT, DISK_READ, CPU_SYSTEM) {
    @Override
    void distort(ServerSample sample, double progress, double strength) {
      sample.add(NETWORK_OUT, 90 * strength);
      sample.add(DISK_READ, 12 * strength);
      sample.add(CPU_SYSTEM, 0.03 * strength);
    }
  };

  private final int shortest;
  private final int longest;
  private final List<ServerMetric> culprits;

  ServerIncidentKind(int shortest, int longest, ServerMetric... culprits) {
    this.shortest = shortest;
    this.longest = longest;
    this.culprits = Arrays.asList(culprits);
  }

  /**
   * Changes one minute's sample.
   *
   * @param progress 0 at the incident's begin, 1 at its end
   * @param strength around 1
   */
  abstract void distort(ServerSample sample, double progress, double strength);

  /** The columns that it changes. */
  List<String> culprits() {
    return culprits.stream().map(ServerMetric::text).toList();
  }

  int minutes(Dice dice) {
    return dice.whole(shortest, longest);
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
