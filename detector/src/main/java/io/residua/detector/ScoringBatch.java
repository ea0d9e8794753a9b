package io.residua.detector;

import io.residua.detector.bundle.ModelParts;
import io.residua.detector.event.Event;
import io.residua.detector.event.Rejection;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import java.util.function.DoubleUnaryOperator;

/**
 * Events on their way through one scorer whose networks are run together: a large network's weights
 * are then read from memory once for all of them. Each is {@link #add}ed, the network is {@link
 * #run}, each is {@link #score}d, and the batch {@link #clear}ed; verdicts are those of {@link
 * Scorer#score}, to the last bit. Belongs to the scorer's thread.
 */
public final class ScoringBatch {
  /** As many as a kernel takes at once. */
  static final int SIZE = 64;

  /**
   * Below, keeping a record for later takes about what running its network with others gains. Of
   * 5,888 multiply-adds a score took 0.9 µs alone and 0.55 in a batch, of a million 64 and 25.
   */
  static final long LEAST_MULTIPLY_ADDS = 5_000;

  private final Scorer scorer;
  private final NetworkRunner runner;
  private final int width;
  private final int latentWidth;
  private final float[] inputs;
  private final boolean[] observed;
  private final float[] latents;
  private final float[] reconstructions;
  private final int[] present = new int[SIZE];
  private int size;
  private boolean hasRun;

  /**
   * {@link #pays} says where a batch gains something.
   *
   * @throws IllegalArgumentException when events of different values have different networks
   */
  public ScoringBatch(Scorer scorer) {
    ModelParts parts = scorer.detector().model().parts();
    if (!parts.own().isEmpty()) {
      throw new IllegalArgumentException(
          "expected a model of one network, found %d".formatted(1 + parts.own().size()));
    }
    Network network = parts.global().network();
    this.scorer = scorer;
    this.runner = new NetworkRunner(network);
    this.width = network.width();
    this.latentWidth = network.latentWidth();
    this.inputs = new float[SIZE * width];
    this.observed = new boolean[SIZE * width];
    this.latents = new float[SIZE * latentWidth];
    this.reconstructions = new float[SIZE * width];
  }

  /** Whether the model is one network, and that a large one. */
  public static boolean pays(Detector detector) {
    ModelParts parts = detector.model().parts();
    return parts.own().isEmpty() && parts.global().network().multiplyAdds() >= LEAST_MULTIPLY_ADDS;
  }

  /**
   * Takes an event's features.
   *
   * @return null when it was added, else why it cannot be scored
   * @throws IllegalStateException when the batch is full, or was run and is not yet cleared
   */
  public Rejection add(Event event) {
    if (isFull() || hasRun) {
      throw new IllegalStateException(
          "expected a batch with room, found %d of %d events".formatted(size, SIZE));
    }
    Rejection rejection = scorer.transform(event);
    if (rejection == null) {
      present[size] = scorer.save(inputs, observed, size * width);
      size++;
    }
    return rejection;
  }

  public boolean isFull() {
    return size == SIZE;
  }

  /** Runs the network for all events, at least one. */
  public void run() {
    runner.run(inputs, size, latents, reconstructions);
    hasRun = true;
  }

  /**
   * Scores one of the events after {@link #run}.
   *
   * @param slot its number in the order in which they were added, from 0
   * @param event as it was then
   * @return null when the scorer holds the verdict, else why there is none
   * @throws IllegalStateException when it was not run
   */
  public Rejection score(int slot, Event event) {
    if (!hasRun || slot >= size) {
      throw new IllegalStateException("expected a run of %d events".formatted(slot + 1));
    }
    scorer.restore(event, present[slot], inputs, observed, slot * width);
    scorer.restoreOutput(latents, slot * latentWidth, reconstructions, slot * width);
    return scorer.judge(DoubleUnaryOperator.identity());
  }

  /** Makes room for the next events. */
  public void clear() {
    size = 0;
    hasRun = false;
  }
}
