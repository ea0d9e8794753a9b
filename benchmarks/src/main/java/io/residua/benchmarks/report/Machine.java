package io.residua.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import io.residua.detector.network.Kernels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What figures were measured on; nothing that names the machine itself.
 *
 * @param processor as the system calls it
 * @param cores that this process may use
 * @param gibibytes of memory
 * @param java the virtual machine and its version
 * @param system the operating system and the processor's kind
 * @param networks what computes networks
 */
public record Machine(
    String processor, int cores, double gibibytes, String java, String system, String networks) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize() / (double) (1 << 30),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        "%s on %s".formatted(system.getName(), system.getArch()),
        Kernels.description());
  }

  String sentence() {
    return String.format(
        Locale.ROOT,
        "Measured with %d cores of %s, %.0f GiB of memory, %s, %s; networks by %s.",
        cores,
        processor,
        gibibytes,
        java,
        system,
        networks);
  }

  /** Linux tells; elsewhere the kind of processor has to do. */
  private static String processorName() {
    try {
      List<String> lines = Files.exists(PROCESSORS) ? Files.readAllLines(PROCESSORS) : List.of();
      return lines.stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
