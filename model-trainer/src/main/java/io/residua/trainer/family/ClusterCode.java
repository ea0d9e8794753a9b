package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.detector.network.SoftmaxLayer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first numbers of a code become a record's shares in clusters, {@code [softmax(y), z]}
 * (Makhzani et al., "Adversarial Autoencoders", 2016, sections 2.4 and 5): what the clusters tell,
 * z need not.
 *
 * @param whole the code of y and z together
 * @param prior of the clusters
 */
record ClusterCode(LatentCode whole, CategoricalPrior prior) implements LatentCode {
  @Override
  public Code draw(Step step, Node features) {
    Code drawn = whole.draw(step, features);
    return new Code(
        shared(drawn.sample()),
        shared(drawn.mean()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(drawn.sample().columns(0, prior.clusters())));
  }

  @Override
  public Node mean(Tape tape, Node features) {
    return shared(whole.mean(tape, features));
  }

  private Node shared(Node code) {
    Node shares = code.columns(0, prior.clusters()).softmax();
    return shares.beside(code.columns(prior.clusters(), code.columns()));
  }

  @Override
  public Parameters parameters() {
    return whole.parameters();
  }

  @Override
  public List<String> warnings(Tape tape, Node features) {
    List<String> warnings = new ArrayList<>(whole.warnings(tape, features));
    warnings.addAll(
        UnusedClusters.of(
            mean(tape, features).columns(0, prior.clusters()).values(), prior.shares()));
    return warnings;
  }

  @Override
  public List<Layer> exported() {
    List<Layer> layers = new ArrayList<>(whole.exported());
    layers.add(new SoftmaxLayer(layers.get(layers.size() - 1).outputs(), prior.clusters()));
    return layers;
  }
}
