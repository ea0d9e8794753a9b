package io.residua.cli.command;

/** What a job runs on. */
enum Engine {
  KAFKA_STREAMS;

  /** Its spelling on the command line. */
  @Override
  public String toString() {
    return "kafka-streams";
  }
}
