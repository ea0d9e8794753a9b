package io.residua.trainer;

import io.residua.detector.bundle.BundleException;
import io.residua.detector.bundle.BundleReader;
import io.residua.detector.bundle.BundleWriter;
import io.residua.detector.registry.ModelReference;
import io.residua.detector.registry.ModelRegistry;
import java.io.IOException;

/** Puts a trained model into a registry, as its detector's next version. */
public final class ModelPublisher {
  private ModelPublisher() {}

  /**
   * Publishes a model, all or nothing. Its bundle is read back first: what a job could not load is
   * not published.
   *
   * @throws IOException when nothing was published
   */
  public static ModelReference publish(TrainedModel model, ModelRegistry registry)
      throws IOException {
    return registry.publish(model.definition().name(), version -> checked(model, version));
  }

  private static byte[] checked(TrainedModel model, int version) throws BundleException {
    byte[] bundle = BundleWriter.write(model.bundle(version));
    BundleReader.read(bundle);
    return bundle;
  }
}
