package io.residua.trainer.family;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Trains layer after layer, from the input up, before the whole network: each encoder layer with
 * the decoder layer that mirrors it, on what the layers below make of the rows.
 *
 * <ul>
 *   <li>{@code layer-wise}: the two are an autoencoder of their own (Bengio et al., "Greedy
 *       Layer-Wise Training of Deep Networks", 2007); with a corruption, a denoising one at every
 *       level (Vincent et al., "Stacked Denoising Autoencoders", 2010). What a family adds to the
 *       loss joins when the whole is trained.
 *   <li>{@code boltzmann}: they are a {@link BoltzmannMachine} (Hinton and Salakhutdinov, "Reducing
 *       the Dimensionality of Data with Neural Networks", 2006).
 * </ul>
 */
final class PreTraining {
  private static final String KEY = "pre-training";

  private PreTraining() {}

  /** An autoencoder with the stages that its plan asks for. */
  static TrainableAutoencoder before(Composition whole, AutoencoderPlan plan) {
    return switch (plan.own().all().getOrDefault(KEY, "none")) {
      case "layer-wise" ->
          new Staged(whole, stages(whole, level -> layerWise(level, plan.corruption())));
      case "boltzmann" -> new Staged(whole, stages(whole, PreTraining::boltzmann));
      default -> whole;
    };
  }

  private static List<Stage> stages(Composition whole, Function<Level, Stage> stage) {
    List<TrainableDense> up = new ArrayList<>(whole.denseEncoder().layers());
    up.add(((DeterministicCode) whole.code()).layer());
    List<TrainableDense> down = whole.decoder().layers();
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < up.size(); i++) {
      TrainableStack below = new TrainableStack(up.subList(0, i));
      stages.add(stage.apply(new Level(below, up.get(i), down.get(up.size() - 1 - i))));
    }
    return stages;
  }

  private static Stage layerWise(Level level, Corruptor corruption) {
    Composition pair =
        new Composition(
            new TrainableStack(List.of()),
            new DeterministicCode(level.up()),
            new TrainableStack(List.of(level.down())),
            List.of(new SquaredError()),
            List.of());
    return new Stage(
        level.name("autoencoder"),
        new Objective(pair.parameters(), step -> pair.loss(level.lifted(step, corruption))),
        () -> {});
  }

  private static Stage boltzmann(Level level) {
    BoltzmannMachine machine = new BoltzmannMachine(level.up(), level.down());
    return new Stage(
        level.name("Boltzmann machine"),
        new Objective(
            machine.parameters(),
            step -> machine.loss(step, level.lifted(step, Corruptor.NONE).target())),
        machine::unroll);
  }
}
