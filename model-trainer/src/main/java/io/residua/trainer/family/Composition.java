package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An autoencoder put together from its parts.
 *
 * @param encoder from the input to features
 * @param code how features become a latent vector
 * @param decoder from latent vector to output
 * @param terms whose sum is the loss
 * @param rivals who learn in turn, before the autoencoder
 */
public record Composition(
    Encoder encoder,
    LatentCode code,
    TrainableStack decoder,
    List<LossTerm> terms,
    List<Objective> rivals)
    implements TrainableAutoencoder {
  public Composition {
    terms = List.copyOf(terms);
    rivals = List.copyOf(rivals);
  }

  /** The same with one more summand of the loss. */
  public Composition with(LossTerm term) {
    List<LossTerm> more = new ArrayList<>(terms);
    more.add(term);
    return new Composition(encoder, code, decoder, more, rivals);
  }

  /** The same with one more rival, whose turn is after the others'. */
  public Composition against(Objective rival) {
    List<Objective> more = new ArrayList<>(rivals);
    more.add(rival);
    return new Composition(encoder, code, decoder, terms, more);
  }

  /**
   * The encoder's hidden layers, none for a linear one.
   *
   * @throws IllegalStateException when it is not of dense layers alone
   */
  public TrainableStack denseEncoder() {
    if (encoder instanceof TrainableStack stack) {
      return stack;
    }
    throw new IllegalStateException("expected an encoder of dense layers, got " + encoder);
  }

  /** A batch's way through it. */
  public Pass pass(Step step) {
    List<Node> hidden = encoder.all(step.tape(), step.input());
    Node features = hidden.isEmpty() ? step.input() : hidden.get(hidden.size() - 1);
    Code drawn = code.draw(step, features);
    return new Pass(step, hidden, drawn, decoder.of(step.tape(), drawn.sample()));
  }

  /** A batch's latent vectors, without what the decoder makes of them. */
  public Code code(Step step) {
    return code.draw(step, encoder.of(step.tape(), step.input()));
  }

  /** The sum of all terms. */
  public Node loss(Step step) {
    Pass pass = pass(step);
    return terms.stream().map(term -> term.of(pass)).reduce(Node::plus).orElseThrow();
  }

  @Override
  public List<Objective> objectives() {
    List<Objective> objectives = new ArrayList<>(rivals);
    objectives.add(
        rivals.isEmpty()
            ? new Objective(parameters(), this::loss)
            : new Objective(parameters(), this::loss, Objective.IN_A_GAME));
    return objectives;
  }

  @Override
  public Parameters parameters() {
    Parameters parameters = encoder.parameters().and(code.parameters()).and(decoder.parameters());
    for (LossTerm term : terms) {
      parameters = parameters.and(term.parameters());
    }
    return parameters;
  }

  /** By the terms that judge, where there are any; each time with the same draws. */
  @Override
  public double heldOutLoss(Tape tape, FeatureMatrix rows) {
    List<LossTerm> judges = terms.stream().filter(LossTerm::judges).toList();
    if (judges.isEmpty()) {
      return TrainableAutoencoder.super.heldOutLoss(tape, rows);
    }
    Pass pass = pass(Step.heldOut(tape, rows));
    return judges.stream().map(term -> term.of(pass)).reduce(Node::plus).orElseThrow().value();
  }

  /** The latent vectors of rows, rows × latent. */
  public Node latent(Tape tape, Node input) {
    return code.mean(tape, encoder.of(tape, input));
  }

  @Override
  public Node reconstruction(Tape tape, Node input) {
    return decoder.of(tape, code.read(tape, latent(tape, input)));
  }

  @Override
  public Network network() {
    List<Layer> layers = new ArrayList<>(encoder.exported());
    layers.addAll(code.exported());
    int encoderLayers = layers.size();
    layers.addAll(code.exportedReading());
    layers.addAll(decoder.exported());
    return new Network(layers, encoderLayers);
  }

  @Override
  public Optional<List<Layer>> logVariance() {
    return code.exportedLogVariance()
        .map(
            head -> {
              List<Layer> layers = new ArrayList<>(encoder.exported());
              layers.addAll(head);
              return layers;
            });
  }

  @Override
  public Optional<float[]> noise() {
    return terms.stream().flatMap(term -> term.noise().stream()).findFirst();
  }

  @Override
  public Optional<List<Layer>> head() {
    return terms.stream().flatMap(term -> term.head().stream()).findFirst();
  }

  @Override
  public List<String> warnings(FeatureMatrix rows) {
    Tape tape = Tape.withoutGradients();
    Node features = encoder.of(tape, tape.constant(rows.width(), rows.values()));
    List<String> warnings = new ArrayList<>(code.warnings(tape, features));
    Pass pass = pass(Step.heldOut(tape, rows));
    terms.forEach(term -> warnings.addAll(term.warnings(pass)));
    return warnings;
  }
}
