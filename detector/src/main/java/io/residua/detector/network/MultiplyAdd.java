package io.residua.detector.network;

/**
 * {@code a b + c}, rounded once where the processor can. Java's {@link Math#fma} is exact
 * everywhere, but computed in software on a processor without such an instruction.
 */
final class MultiplyAdd {
  /** Whether the processor has the instruction. */
  static final boolean FUSED = VirtualMachine.option("UseFMA", "false").equals("true");

  private MultiplyAdd() {}

  static float of(float a, float b, float c) {
    return FUSED ? Math.fma(a, b, c) : a * b + c;
  }
}
