package io.residua.detector.network;

import java.lang.reflect.InvocationTargetException;

/**
 * Chooses the way of computing once, when the first network is loaded: vectors where the JVM was
 * started with {@code --add-modules jdk.incubator.vector}, compiles to machine code at full
 * strength, and the processor has fused multiply-add; else plain Java.
 */
public final class Kernels {
  private static final String MODULE = "jdk.incubator.vector";

  /** By name: its class cannot be loaded without the module. */
  private static final String VECTOR_KERNEL = "io.residua.detector.network.VectorKernel";

  /** The tier of the compiler that turns vectors into instructions; no other one does. */
  private static final String FULL_STRENGTH = "4";

  static final DenseKernel BEST = choose();

  private Kernels() {}

  /** What computes networks in this JVM, in a few words for a log. */
  public static String description() {
    return BEST.description();
  }

  private static DenseKernel choose() {
    boolean usable =
        ModuleLayer.boot().findModule(MODULE).isPresent()
            && MultiplyAdd.FUSED
            && VirtualMachine.option("TieredStopAtLevel", "").equals(FULL_STRENGTH);
    return usable ? vector() : new ScalarKernel();
  }

  private static DenseKernel vector() {
    try {
      return (DenseKernel) Class.forName(VECTOR_KERNEL).getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("the vector kernel is not where it was built", e);
    }
  }
}
