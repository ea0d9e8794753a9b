package io.residua.detector.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Autoencoder families, and the settings that each has of its own. */
public enum Family {
  /** Linear encoder and decoder: spans the subspace of PCA. */
  LINEAR(Setting.HEAD, Setting.HEAD_WEIGHT),
  /** Kept from copying by a latent vector narrower than the input. */
  UNDERCOMPLETE(Setting.PRE_TRAINING, Setting.HEAD, Setting.HEAD_WEIGHT),
  /** Kept from copying by a corrupted input whose clean original is the target. */
  DENOISING(Setting.PRE_TRAINING, Setting.HEAD, Setting.HEAD_WEIGHT),
  /**
   * Makes of a record another one of its class (ICRST): what comes out tends to the class's mean.
   */
  SAME_CLASS(Setting.probability(Family.MIXING, 1)),
  /** Makes of a record any other one (TRST): what comes out tends to the mean. */
  ANY_CLASS(Setting.probability(Family.MIXING, 1)),
  /** Kept from copying by a latent vector that is to change little where the input does. */
  CONTRACTIVE(
      Setting.weight("contraction", 0.1), Setting.PRE_TRAINING, Setting.HEAD, Setting.HEAD_WEIGHT),
  /**
   * Kept near the record in the hidden layers of a fixed network too, not in its features alone.
   */
  FEATURE_CONSISTENT(Setting.weight("feature-weight", 1), Setting.HEAD, Setting.HEAD_WEIGHT),
  /** Kept from copying by the price of every activation of a latent vector that may be wide. */
  SPARSE_L1(
      Setting.weight("activation-price", 0.3),
      Setting.PRE_TRAINING,
      Setting.HEAD,
      Setting.HEAD_WEIGHT),
  /** Kept from copying by latent numbers that are to be near 0 for most records. */
  SPARSE_KL(
      Setting.share("sparsity", 0.05),
      Setting.weight("sparsity-weight", 6),
      Setting.PRE_TRAINING,
      Setting.HEAD,
      Setting.HEAD_WEIGHT),
  /**
   * Kept from copying by a memory of typical latent vectors, of which every one is put together.
   */
  MEMORY(
      Setting.whole("items", 100, 2, 4096),
      Setting.number("sharpness", 10, x -> x > 0 && x <= 1000, "above 0 and at most 1000"),
      Setting.number("shrinkage", 1, x -> x >= 0 && x <= 100, "from 0 to 100"),
      Setting.number("entropy-weight", 0.0002, x -> x >= 0 && x <= 1e6, "from 0 to 1000000"),
      Setting.HEAD,
      Setting.HEAD_WEIGHT),
  /**
   * Kept from copying by latent vectors whose distribution is drawn to the standard normal one as a
   * whole.
   */
  WASSERSTEIN(
      Setting.choice("divergence", "mmd", "discriminator"),
      Setting.weight("divergence-weight", 10)),
  /** Kept from copying by noise on a latent vector that is drawn towards a normal distribution. */
  VARIATIONAL(Setting.weight("beta", 1)),
  /** The same, by a tighter bound of the likelihood from several samples of the latent vector. */
  IMPORTANCE_WEIGHTED(Setting.whole("samples", 5, 1, 100)),
  /** Latent vectors that a mixture of normal distributions, learned beside them, finds likely. */
  MIXTURE(
      Setting.whole(Family.COMPONENTS, 4, 1, 64),
      Setting.weight("energy-weight", 0.1),
      Setting.weight("covariance-weight", 0.0001)),
  /** Kept from copying by masks: each feature is told from those before it alone. */
  AUTOREGRESSIVE,
  /**
   * Kept from copying by a discriminator that is to take latent vectors for draws of a prior, which
   * may have a region for each class; a second one may see to clusters.
   */
  ADVERSARIAL(
      Setting.choice("posterior", "deterministic", "gaussian", "noise"),
      Setting.wholeOrNone(Family.CLUSTERS, 2, 100)),
  /**
   * Encoder and decoder are each other's inverse, so that a discriminator cannot tell them apart.
   */
  BIDIRECTIONAL(Setting.number("cycle-weight", 1, x -> x >= 0 && x <= 1e6, "from 0 to 1000000")),
  /** Whatever the trainer finds best; it chooses network, score and sizes. */
  AUTO;

  /** Key of the probability that another record than the one that goes in is to come out. */
  public static final String MIXING = "mixing";

  /** Key of how many normal distributions a mixture has. */
  public static final String COMPONENTS = "components";

  /** Key of how many clusters a latent vector has shares in, beside numbers of its own. */
  public static final String CLUSTERS = "clusters";

  private final List<Setting> settings;

  Family(Setting... settings) {
    this.settings = List.of(settings);
  }

  /** What a definition may say of this family alone. */
  public List<Setting> settings() {
    return settings;
  }

  /** Whether the class that training data name for a record takes part in its training. */
  boolean readsClasses() {
    return switch (this) {
      case SAME_CLASS, ADVERSARIAL -> true;
      default -> false;
    };
  }

  /**
   * Whether what comes out of the network is the mean of many records, not the one that went in.
   */
  public boolean reconstructsMeans() {
    return switch (this) {
      case SAME_CLASS, ANY_CLASS -> true;
      default -> false;
    };
  }

  /**
   * Whether normal records' latent vectors are drawn towards the standard normal distribution, so
   * that they have no bounds, and draws of it are latent vectors of normal records. Where the data
   * name classes, family adversarial without clusters has a region for each instead.
   */
  public boolean hasPrior() {
    return switch (this) {
      case WASSERSTEIN, VARIATIONAL, IMPORTANCE_WEIGHTED, ADVERSARIAL, BIDIRECTIONAL -> true;
      default -> false;
    };
  }

  /**
   * Whether held-out rows can end its training and choose the weights, by their squared error or
   * the bound of their likelihood. Not where a family wants something else as well, which it would
   * have least of where the error is.
   */
  boolean stopsEarly() {
    return switch (this) {
      case SAME_CLASS,
          ANY_CLASS,
          SPARSE_L1,
          SPARSE_KL,
          CONTRACTIVE,
          WASSERSTEIN,
          MIXTURE,
          ADVERSARIAL,
          BIDIRECTIONAL,
          AUTO ->
          false;
      default -> true;
    };
  }

  /** Whether the latent vector of a record is drawn from a normal distribution of its own. */
  public boolean hasPosterior() {
    return this == VARIATIONAL || this == IMPORTANCE_WEIGHTED;
  }

  /** Why it goes with a dense encoder only; empty where others are as good. */
  Optional<String> denseBecause() {
    return switch (this) {
      case CONTRACTIVE ->
          Optional.of("family contractive has a dense encoder, which its decoder mirrors");
      case AUTOREGRESSIVE ->
          Optional.of("family autoregressive has a dense encoder, whose weights it masks");
      default -> Optional.empty();
    };
  }

  /** As a definition spells it. */
  public String id() {
    return Names.of(this);
  }

  /** This family's setting of a key. */
  Optional<Setting> setting(String key) {
    return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** The keys of all families' settings, each once. */
  static List<String> settingKeys() {
    return Stream.of(values())
        .flatMap(f -> f.settings.stream())
        .map(Setting::key)
        .distinct()
        .toList();
  }

  /** The families that have a setting. */
  static List<String> with(String key) {
    return Stream.of(values()).filter(f -> f.setting(key).isPresent()).map(Family::id).toList();
  }
}
