package io.residua.detector.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Autoencoder families, and the settings that each has of its own. */
public enum Family {
  /** Linear encoder and decoder: spans the subspace of PCA. */
  LINEAR,
  /** Kept from copying by a latent vector narrower than the input. */
  UNDERCOMPLETE,
  /** Kept from copying by a corrupted input whose clean original is the target. */
  DENOISING,
  /** Whatever the trainer finds best; it chooses network, score and sizes. */
  AUTO;

  private final List<Setting> settings;

  Family(Setting... settings) {
    this.settings = List.of(settings);
  }

  /** What a definition may say of this family alone. */
  public List<Setting> settings() {
    return settings;
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
