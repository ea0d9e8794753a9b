package io.residua.trainer.train;

import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Loads the native library, once a process, and settles how it runs: on the calling thread. Layers
 * as small as ours gain nothing from more threads, which wait for each other busily; and sums made
 * in one order give the same weights every time.
 */
public final class NativeRuntime {
  static {
    // Reading the process's size from the system at each allocation takes a third of the time.
    setUnlessSet("org.bytedeco.javacpp.maxphysicalbytes", "0");
    // Out of memory is reported as such, not by a file in the working directory.
    CrashReportingUtil.crashDumpsEnabled(false);
    Nd4j.factory().blas().setMaxThreads(1);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
  }

  private NativeRuntime() {}

  /** To be called before the first use of ND4J. */
  public static void require() {}

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
