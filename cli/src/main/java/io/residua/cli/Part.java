package io.residua.cli;

/** A part of the distribution that may be left out, such as the trainer beside a scoring job. */
public enum Part {
  /** DuckDB and the trainer: everything that reads data files or trains. */
  TRAINER("lib-train", "io.residua.trainer.data.DataReader"),
  /** Kafka's own server. */
  BROKER("lib-broker", "io.residua.broker.EmbeddedBroker");

  private final String folder;
  private final String typical;

  Part(String folder, String typical) {
    this.folder = folder;
    this.typical = typical;
  }

  /**
   * @throws CommandFailure when the part is not there
   */
  public void require() throws CommandFailure {
    try {
      Class.forName(typical, false, Part.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new CommandFailure(
          "this command needs the folder %s of the distribution, which is not there"
              .formatted(folder),
          missing);
    }
  }
}
