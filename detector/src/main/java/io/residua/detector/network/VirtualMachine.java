package io.residua.detector.network;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** What the Java virtual machine has found out about its processor. */
final class VirtualMachine {
  private VirtualMachine() {}

  /** An option's value, as the machine has set it; the other one where it has no such option. */
  static String option(String name, String otherwise) {
    try {
      return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .getVMOption(name)
          .getValue();
    } catch (RuntimeException | LinkageError notHotSpot) {
      return otherwise;
    }
  }
}
