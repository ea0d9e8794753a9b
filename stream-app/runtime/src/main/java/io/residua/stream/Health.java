package io.residua.stream;

/** What a job says of itself to whoever restarts it or sends it work. Thread-safe. */
public interface Health {
  /** False once the job has failed: restarting it is the remedy. */
  boolean live();

  /** Whether it is reading records now. */
  boolean ready();
}
