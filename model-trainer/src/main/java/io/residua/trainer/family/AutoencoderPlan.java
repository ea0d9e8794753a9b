package io.residua.trainer.family;

import io.residua.detector.definition.Family;
import io.residua.detector.definition.FamilySettings;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.EncoderKind;
import io.residua.detector.definition.ModelSpec.HiddenActivation;
import io.residua.detector.definition.ModelSpec.LatentActivation;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import io.residua.detector.network.Activation;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.PrincipalSubspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every choice of one training, settled: what the definition leaves open is filled in here, by the
 * number of features. A family is a row of these choices.
 *
 * <table>
 * <caption>Families</caption>
 * <tr><th>family</th><th>encoder</th><th>corruption</th><th>source</th></tr>
 * <tr><td>linear</td><td>latent only, no activation</td><td>none</td>
 *     <td>Baldi and Hornik, "Neural Networks and Principal Component Analysis", 1989</td></tr>
 * <tr><td>undercomplete</td><td>hidden and latent</td><td>none</td>
 *     <td>Hinton and Salakhutdinov, "Reducing the Dimensionality of Data with Neural Networks",
 *     2006</td></tr>
 * <tr><td>denoising</td><td>hidden and latent</td><td>Gaussian, masking or swap</td>
 *     <td>Vincent et al., "Stacked Denoising Autoencoders", 2010</td></tr>
 * <tr><td>same-class, any-class</td><td>hidden and latent</td><td>none; the target is another
 *     record</td><td>Martino et al., "Are We Using Autoencoders in a Wrong Way?", 2023</td></tr>
 * <tr><td>feature-consistent</td><td>hidden and latent</td><td>none</td><td>Hou et al., "Deep
 *     Feature Consistent Variational Autoencoder", 2017</td></tr>
 * <tr><td>contractive</td><td>as of the sparse ones; the decoder has its weights, transposed</td>
 *     <td>none</td><td>Rifai et al., "Contractive Auto-Encoders", 2011</td></tr>
 * <tr><td>sparse-l1, sparse-kl</td><td>latent, twice as wide as the input; hidden where asked for
 *     </td><td>none</td><td>Bank et al., "Autoencoders", 2020, equations 2 and 3</td></tr>
 * <tr><td>memory</td><td>hidden and latent, read through a memory</td><td>none</td>
 *     <td>Gong et al., "Memorizing Normality to Detect Anomaly", 2019</td></tr>
 * <tr><td>wasserstein</td><td>hidden and latent, whose distribution is drawn to the standard normal
 *     one</td><td>none</td>
 *     <td>Tolstikhin et al., "Wasserstein Auto-Encoders", 2018</td></tr>
 * <tr><td>variational</td><td>hidden and latent, whose posterior is Gaussian</td><td>none</td>
 *     <td>Kingma and Welling, "Auto-Encoding Variational Bayes", 2014; Higgins et al., "beta-VAE",
 *     2017</td></tr>
 * <tr><td>importance-weighted</td><td>as variational, several samples a record</td><td>none</td>
 *     <td>Burda, Grosse and Salakhutdinov, "Importance Weighted Autoencoders", 2016</td></tr>
 * <tr><td>mixture</td><td>hidden and latent, which is linear</td><td>none</td><td>Zong et al., "Deep
 *     Autoencoding Gaussian Mixture Model for Unsupervised Anomaly Detection", 2018</td></tr>
 * <tr><td>autoregressive</td><td>latent, which is wide; hidden where asked for; all masked</td><td>
 *     none</td><td>Germain et al., "MADE: Masked Autoencoder for Distribution Estimation", 2015</td>
 *     </tr>
 * <tr><td>adversarial</td><td>as wasserstein; its posterior may have noise, and its prior a region
 *     for each class, or clusters</td><td>none</td>
 *     <td>Makhzani et al., "Adversarial Autoencoders", 2016</td></tr>
 * <tr><td>bidirectional</td><td>as wasserstein; its pairs of records and latent vectors are like
 *     those of the decoder</td><td>none</td>
 *     <td>Donahue, Krähenbühl and Darrell, "Adversarial Feature Learning", 2017; Dumoulin et al.,
 *     "Adversarially Learned Inference", 2017</td></tr>
 * </table>
 *
 * <p>Where an encoder is hidden and latent layers, an LSTM or a convolution over the records'
 * sequence may stand before them ({@link SequencePlan}); the decoder is dense all the same.
 *
 * @param family the family's name
 * @param sequence how the encoder reads a sequence, where it does so before its hidden layers
 * @param hidden widths of the encoder's dense hidden layers, mirrored in the decoder
 * @param latent width of the latent vector, without its shares in clusters
 * @param hiddenActivation of hidden layers
 * @param latentActivation of the latent layer
 * @param corruption what happens to a batch before the network sees it
 * @param corruptionName for the record
 * @param own the family's own settings
 * @param stopsEarly whether the held-out rows end the training, and choose the weights
 * @param training the optimiser's settings
 */
public record AutoencoderPlan(
    Family family,
    Optional<SequencePlan> sequence,
    List<Integer> hidden,
    int latent,
    Activation hiddenActivation,
    Activation latentActivation,
    Corruptor corruption,
    String corruptionName,
    FamilySettings own,
    boolean stopsEarly,
    TrainingSpec training) {
  private static final int HIDDEN = 64;
  private static final int WIDENING = 2;

  public AutoencoderPlan {
    hidden = List.copyOf(hidden);
  }

  /**
   * @param training rows that the network will be fitted to
   */
  public static AutoencoderPlan of(ModelSpec spec, FeatureMatrix training) {
    return switch (spec.family()) {
      case LINEAR -> linear(spec, training);
      case UNDERCOMPLETE,
          SAME_CLASS,
          ANY_CLASS,
          MEMORY,
          WASSERSTEIN,
          VARIATIONAL,
          IMPORTANCE_WEIGHTED,
          MIXTURE,
          ADVERSARIAL,
          BIDIRECTIONAL ->
          deep(spec, training, Corruptor.NONE, "none");
      case DENOISING ->
          deep(spec, training, Corruptor.of(spec.corruption()), name(spec.corruption()));
      case SPARSE_L1 -> wide(spec, training, HiddenActivation.RELU);
      case SPARSE_KL -> wide(spec, training, HiddenActivation.SIGMOID);
      case FEATURE_CONSISTENT -> deep(spec, training, Corruptor.NONE, "none");
      case CONTRACTIVE -> wide(spec, training, HiddenActivation.TANH);
      case AUTOREGRESSIVE -> wide(atLeast(HIDDEN, spec, training), training, HiddenActivation.RELU);
      case AUTO -> throw new IllegalArgumentException("expected one network's family, got auto");
    };
  }

  private static AutoencoderPlan linear(ModelSpec spec, FeatureMatrix training) {
    return new AutoencoderPlan(
        spec.family(),
        Optional.empty(),
        List.of(),
        spec.latent().orElseGet(() -> PrincipalSubspace.of(training).dimensions()),
        Activation.IDENTITY,
        Activation.IDENTITY,
        Corruptor.NONE,
        "none",
        spec.settings(),
        spec.stopsEarly(),
        spec.training());
  }

  private static AutoencoderPlan deep(
      ModelSpec spec, FeatureMatrix training, Corruptor corruption, String corruptionName) {
    HiddenActivation hidden = spec.activation().orElse(HiddenActivation.TANH);
    return new AutoencoderPlan(
        spec.family(),
        SequencePlan.of(spec, training),
        spec.hidden().isEmpty() ? List.of(HIDDEN) : denseWidths(spec),
        spec.latent().orElse((training.width() + 1) / 2),
        Activation.valueOf(hidden.name()),
        latentActivation(spec, hidden),
        corruption,
        corruptionName,
        spec.settings(),
        spec.stopsEarly(),
        spec.training());
  }

  /** With a latent vector at least so wide where the definition leaves it open. */
  private static ModelSpec atLeast(int latent, ModelSpec spec, FeatureMatrix training) {
    return spec.withLatent(spec.latent().orElse(Math.max(latent, WIDENING * training.width())));
  }

  /** The first width is that of what reads the sequence, where something does. */
  private static List<Integer> denseWidths(ModelSpec spec) {
    List<Integer> widths = spec.hidden();
    boolean dense = spec.encoder() == EncoderKind.DENSE || widths.isEmpty();
    return dense ? widths : widths.subList(1, widths.size());
  }

  /** A latent vector that something else than its width keeps from copying. */
  private static AutoencoderPlan wide(
      ModelSpec spec, FeatureMatrix training, HiddenActivation byDefault) {
    HiddenActivation hidden = spec.activation().orElse(byDefault);
    boolean linear = spec.latentActivation().equals(Optional.of(LatentActivation.LINEAR));
    Activation latent = linear ? Activation.IDENTITY : Activation.valueOf(hidden.name());
    return new AutoencoderPlan(
        spec.family(),
        SequencePlan.of(spec, training),
        denseWidths(spec),
        spec.latent().orElse(WIDENING * training.width()),
        Activation.valueOf(hidden.name()),
        spec.family() == Family.SPARSE_KL ? Activation.SIGMOID : latent,
        Corruptor.NONE,
        "none",
        spec.settings(),
        spec.stopsEarly(),
        spec.training());
  }

  /**
   * A narrow rectified latent vector could not tell two directions apart; swap noise allows wide
   * ones. A normal distribution has no bounds.
   */
  private static Activation latentActivation(ModelSpec spec, HiddenActivation hidden) {
    boolean swaps =
        spec.family() == Family.DENOISING && spec.corruption().kind() == ModelSpec.Corruption.SWAP;
    boolean normal = spec.family().hasPrior() || spec.family() == Family.MIXTURE;
    LatentActivation byDefault =
        normal || (hidden == HiddenActivation.RELU && !swaps)
            ? LatentActivation.LINEAR
            : LatentActivation.HIDDEN;
    return spec.latentActivation().orElse(byDefault) == LatentActivation.LINEAR
        ? Activation.IDENTITY
        : Activation.valueOf(hidden.name());
  }

  private static String name(ModelSpec.CorruptionSpec corruption) {
    return Lower.name(corruption.kind()) + " " + corruption.level();
  }

  /**
   * Width of what the latent vector is made of: the last hidden layer, what is made of a sequence,
   * or the input.
   *
   * @param width of the input
   */
  public int featureWidth(int width) {
    return hidden.isEmpty()
        ? sequence.map(SequencePlan::outputs).orElse(width)
        : hidden.get(hidden.size() - 1);
  }

  /** How many clusters a latent vector has shares in, before its numbers of its own; 0 for none. */
  public int clusters() {
    return own.wholeOrNone(Family.CLUSTERS).orElse(0);
  }

  /** Width of what the decoder reads: shares in clusters, and the latent numbers. */
  public int codeWidth() {
    return clusters() + latent;
  }

  /**
   * How frequent each cluster is in draws of latent vectors: no numbers without clusters. Empty
   * where no draw is of all rows: not in a family without a prior, and not where each class has a
   * region of its own.
   */
  public Optional<float[]> priorShares(FeatureMatrix training) {
    if (clusters() > 0) {
      return Optional.of(CategoricalPrior.of(clusters(), training).shares());
    }
    return family.hasPrior() && !training.classified()
        ? Optional.of(new float[0])
        : Optional.empty();
  }

  /** Every setting by name, for provenance. */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(own.all());
    settings.put("family", Lower.name(family));
    settings.put("encoder", sequence.map(SequencePlan::words).orElse("dense"));
    settings.put("hidden", hidden.toString());
    settings.put("latent", String.valueOf(latent));
    settings.put("activation", hiddenActivation.id());
    settings.put("latent-activation", latentActivation.id());
    settings.put("corruption", corruptionName);
    settings.put("optimiser", "adam, cosine decay to 0");
    settings.put("learning-rate", String.valueOf(training.learningRate()));
    settings.put("steps", String.valueOf(training.steps()));
    settings.put("batch", String.valueOf(training.batch()));
    settings.put("validation", String.valueOf(training.validation()));
    if (stopsEarly) {
      settings.put("patience", String.valueOf(training.patience()));
    }
    return settings;
  }
}
