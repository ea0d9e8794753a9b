package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.detector.network.Layer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The latent vector is drawn from a normal distribution whose mean and variance are functions of
 * the record: {@code z = μ(x) + σ(x) · ε} with {@code ε} from the standard normal distribution,
 * through which gradients pass (Kingma and Welling, "Auto-Encoding Variational Bayes", 2014,
 * section 2.4; Bank et al., "Autoencoders", 2020, equation 14). The network that is exported gives
 * {@code μ}.
 *
 * @param mean from features to {@code μ}, linear
 * @param logVariance from features to {@code ln σ²}, linear
 * @param samples drawn for each row, at least 1
 * @param remedy what in the family's settings may help against a collapsed posterior
 */
record GaussianCode(TrainableDense mean, TrainableDense logVariance, int samples, String remedy)
    implements LatentCode {

  /** One with weights drawn. */
  static GaussianCode of(
      int features, int latent, int samples, String remedy, SplittableRandom random) {
    return new GaussianCode(
        new TrainableDense(features, latent, Activation.IDENTITY, random),
        new TrainableDense(features, latent, Activation.IDENTITY, random),
        samples,
        remedy);
  }

  @Override
  public Code draw(Step step, Node features) {
    Node centre = mean(step.tape(), features);
    Node spread = logVariance.of(step.tape(), features);
    Node noise = step.normal(centre.rows() * samples, centre.columns());
    Node drawn = repeated(centre).plus(repeated(spread.scaled(0.5).exponential()).times(noise));
    return new Code(drawn, centre, Optional.of(spread));
  }

  private Node repeated(Node rows) {
    return samples == 1 ? rows : rows.repeated(samples);
  }

  @Override
  public Node mean(Tape tape, Node features) {
    return mean.of(tape, features);
  }

  @Override
  public Parameters parameters() {
    return new Parameters(mean.parameters()).and(new Parameters(logVariance.parameters()));
  }

  @Override
  public List<Layer> exported() {
    return List.of(mean.exported());
  }

  @Override
  public Optional<List<Layer>> exportedLogVariance() {
    return Optional.of(List.of(logVariance.exported()));
  }

  @Override
  public List<String> warnings(Tape tape, Node features) {
    return PosteriorCollapse.of(mean(tape, features), logVariance.of(tape, features), remedy);
  }
}
