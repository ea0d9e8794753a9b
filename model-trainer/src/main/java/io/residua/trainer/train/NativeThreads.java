package io.residua.trainer.train;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Keeps native code on the calling thread. Layers as small as ours gain nothing from more threads,
 * which wait for each other busily; and sums made in one order give the same weights every time.
 */
final class NativeThreads {
  private NativeThreads() {}

  /** Loads the native library, once a process, and settles its threads. */
  static void useOne() {
    Nd4j.factory().blas().setMaxThreads(1);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
  }
}
