package io.residua.detector.definition;

import io.residua.detector.calibration.FalseDiscoveryControl;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Budgets as a definition spells them. */
final class BudgetNotation {
  private static final String NUMBER = "(" + Numbers.UNSIGNED + ")";
  private static final Pattern ONE_IN = Pattern.compile("1 in " + NUMBER);
  private static final Pattern PER_DAY = Pattern.compile(NUMBER + " per day");
  private static final Pattern QUANTILE = Pattern.compile("quantile " + NUMBER);
  private static final Pattern DISCOVERY =
      Pattern.compile("fdr " + NUMBER + "(?: over ([0-9]{1,9}))?");
  private static final String EXPECTED =
      "\"1 in N\" with N above 1, \"N per day\" with N above 0, \"quantile Q\" with Q between 0"
          + " and 1, or \"fdr Q over N\" with Q between 0 and 1 and N from %d to %d"
              .formatted(
                  FalseDiscoveryControl.SMALLEST_WINDOW, FalseDiscoveryControl.LARGEST_WINDOW);

  private BudgetNotation() {}

  static String write(Budget budget) {
    if (budget instanceof Budget.OneIn oneIn) {
      return "1 in " + Numbers.write(oneIn.records());
    }
    if (budget instanceof Budget.Quantile quantile) {
      return "quantile " + Numbers.write(quantile.quantile());
    }
    if (budget instanceof Budget.FalseDiscovery discovery) {
      return "fdr %s over %d".formatted(Numbers.write(discovery.rate()), discovery.records());
    }
    return Numbers.write(((Budget.PerDay) budget).alerts()) + " per day";
  }

  static Optional<Budget> read(Value value) {
    Optional<String> text = value.text(EXPECTED);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Budget> budget = parse(text.get().strip().replaceAll(" +", " "));
      return budget.isPresent() ? budget : value.wrong(EXPECTED);
    } catch (IllegalArgumentException outOfRange) {
      return value.wrong(EXPECTED);
    }
  }

  private static Optional<Budget> parse(String text) {
    Matcher oneIn = ONE_IN.matcher(text);
    if (oneIn.matches()) {
      return Optional.of(new Budget.OneIn(Double.parseDouble(oneIn.group(1))));
    }
    Matcher perDay = PER_DAY.matcher(text);
    if (perDay.matches()) {
      return Optional.of(new Budget.PerDay(Double.parseDouble(perDay.group(1))));
    }
    Matcher discovery = DISCOVERY.matcher(text);
    if (discovery.matches()) {
      return Optional.of(discovery(discovery.group(1), discovery.group(2)));
    }
    Matcher quantile = QUANTILE.matcher(text);
    return quantile.matches()
        ? Optional.of(new Budget.Quantile(Double.parseDouble(quantile.group(1))))
        : Optional.empty();
  }

  private static Budget discovery(String rate, String records) {
    int window = records == null ? Defaults.DISCOVERY_WINDOW : Integer.parseInt(records);
    return new Budget.FalseDiscovery(Double.parseDouble(rate), window);
  }
}
