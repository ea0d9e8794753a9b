package io.residua.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a service cleanly when the process is asked to end, by Ctrl-C or SIGTERM. */
public final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private Closing() {}

  /** The process ends once the service is closed. */
  public static void atEndOf(AutoCloseable service, String name) {
    Thread hook = new Thread(() -> close(service, name), "residua-close-" + name);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void close(AutoCloseable service, String name) {
    try {
      service.close();
      LOG.info("Closed: service={}", name);
    } catch (Exception failure) {
      LOG.error("Not closed cleanly: service={}", name, failure);
    }
  }
}
