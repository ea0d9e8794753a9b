package io.residua.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs one benchmark after the other, each in a process of its own, and writes tables and plots of
 * all into a page. Figures are kept, so that one benchmark can be measured again alone.
 */
@Command(
    name = "benchmarks/all",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the benchmarks of time and memory one after the other and writes the machine, tables",
      "and plots into the generated section of a page. Nothing else may run meanwhile. Figures of",
      "benchmarks that are not run are those of the last time, from benchmarks/target/results."
    })
public final class ReportBenchmark implements Callable<Integer> {
  @Option(
      names = "--scripts",
      hidden = true,
      required = true,
      description = "Folder of the commands; benchmarks/all gives it.")
  private Path scripts;

  @Option(names = "--quick", description = "Only show that all works: minutes, no figures to tell.")
  private boolean quick;

  @Option(
      names = "--peers",
      description = "Also what is measured beside other libraries, which are fetched (60 MB).")
  private boolean peers;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Run these alone. Default: all.")
  private List<String> only = List.of();

  @Option(
      names = "--page",
      paramLabel = "FILE.md",
      description = {
        "The page; its plots go to a folder beside it, of its name without the ending.",
        "Default: docs/benchmarks.md, with --quick a page of its own in benchmarks/target."
      })
  private Path page;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ReportBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Step> chosen = chosen();
    Path results = scripts.resolve(quick ? "target/results/quick" : "target/results");
    Files.createDirectories(results);
    Path written = page();
    try {
      GeneratedSection.require(written);
      for (Step step : chosen) {
        run(step, results);
      }
      write(written, results);
      return 0;
    } catch (IOException e) {
      System.err.println("error: " + e.getMessage());
      return 1;
    }
  }

  private List<Step> chosen() {
    List<Step> all = steps();
    Set<String> unknown = new TreeSet<>(only);
    all.forEach(step -> unknown.remove(step.name()));
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--only: expected some of %s, found %s"
              .formatted(
                  all.stream().map(Step::name).collect(Collectors.joining(", ")),
                  String.join(", ", unknown)));
    }
    return all.stream().filter(step -> only.isEmpty() || only.contains(step.name())).toList();
  }

  private List<Step> steps() {
    List<Step> all = new ArrayList<>(Step.OWN);
    if (peers) {
      all.addAll(Step.PEERS);
    }
    return all;
  }

  /** A page for a look only is made where it is not there. */
  private Path page() throws IOException {
    if (page != null || !quick) {
      return page != null ? page : scripts.resolve("../docs/benchmarks.md").normalize();
    }
    Path own = scripts.resolve("target/results/quick/benchmarks.md");
    Files.write(
        own, List.of("# A quick run", "", GeneratedSection.BEGIN, "", GeneratedSection.END));
    return own;
  }

  private void run(Step step, Path results) throws IOException, InterruptedException {
    System.out.printf("%n== %s%n", step.typed(quick));
    Path fresh = Files.createTempFile(results, step.name(), ".json");
    ProcessBuilder builder = new ProcessBuilder(step.command(scripts, quick, fresh)).inheritIO();
    // Ours say that networks run on vectors, which not every benchmark wants.
    builder.environment().remove("JAVA_OPTS");
    if (!step.javaOptions().isEmpty()) {
      builder.environment().put("JAVA_OPTS", step.javaOptions());
    }
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-" + step.name()));
    int status = process.waitFor();
    if (status != 0) {
      Files.delete(fresh);
      throw new IOException(
          "%s ended with status %d; the page was not written".formatted(step.typed(quick), status));
    }
    Files.move(fresh, file(results, step), StandardCopyOption.REPLACE_EXISTING);
  }

  private void write(Path written, Path results) throws IOException {
    String name = written.getFileName().toString().replaceFirst("\\.md$", "");
    Path plots = Files.createDirectories(written.resolveSibling(name));
    List<String> lines = new ArrayList<>(List.of(Machine.here().sentence(), ""));
    if (quick) {
      lines.addAll(List.of("**A quick run, to see that it works: not figures to tell.**", ""));
    }
    for (Step step : steps()) {
      Path file = file(results, step);
      if (Files.exists(file)) {
        Result result = result(step, file);
        lines.addAll(List.of("### " + step.title(), ""));
        lines.addAll(List.of("```console", "$ " + step.typed(quick), "```", ""));
        lines.addAll(List.of("On %s.".formatted(day(file)), ""));
        lines.addAll(result.markdown(name));
        ResultFile.writePlots(plots, result);
      }
    }
    GeneratedSection.replace(written, lines);
    System.out.println("written to " + written);
  }

  private static Result result(Step step, Path file) throws IOException {
    return step.jmh()
        ? new Result(step.title(), List.of(), List.of(JmhTable.read(file, step.ours())), List.of())
        : ResultFile.read(file);
  }

  private static LocalDate day(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Path file(Path results, Step step) {
    return results.resolve(step.name() + ".json");
  }
}
