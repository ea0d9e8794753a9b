package io.residua.cli;

/**
 * What is logged, and where: standard error, by SLF4J's simple logger. Libraries stay quiet unless
 * something is broken or the user asks; they warn of much that is none of a user's business.
 */
final class Logging {
  private static final String PREFIX = "org.slf4j.simpleLogger.";

  private Logging() {}

  /** To be called before the first logger is made; what the user has set himself is kept. */
  static void configure(boolean verbose, boolean service) {
    set("defaultLogLevel", verbose ? "info" : "error");
    set("log.io.residua", verbose || service ? "info" : "warn");
    if (!verbose) {
      // A new transactional producer's first batches overtake each other and are sent again; the
      // broker calls each of them an error.
      set("log.kafka.server.ReplicaManager", "off");
    }
    set("showDateTime", "true");
    set("dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    set("showThreadName", Boolean.toString(verbose));
    set("showShortLogName", "true");
  }

  private static void set(String name, String value) {
    System.getProperties().putIfAbsent(PREFIX + name, value);
  }
}
