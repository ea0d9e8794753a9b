package io.residua.detector.definition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Budgets as a definition spells them. */
final class BudgetNotation {
  private static final String NUMBER = "(" + Numbers.UNSIGNED + ")";
  private static final Pattern ONE_IN = Pattern.compile("1 in " + NUMBER);
  private static final Pattern PER_DAY = Pattern.compile(NUMBER + " per day");
  private static final Pattern QUANTILE = Pattern.compile("quantile " + NUMBER);
  private static final String EXPECTED =
      "\"1 in N\" with N above 1, \"N per day\" with N above 0, or \"quantile Q\" with Q between 0"
          + " and 1";

  private BudgetNotation() {}

  static String write(Budget budget) {
    if (budget instanceof Budget.OneIn oneIn) {
      return "1 in " + Numbers.write(oneIn.records());
    }
    if (budget instanceof Budget.Quantile quantile) {
      return "quantile " + Numbers.write(quantile.quantile());
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
    Matcher quantile = QUANTILE.matcher(text);
    return quantile.matches()
        ? Optional.of(new Budget.Quantile(Double.parseDouble(quantile.group(1))))
        : Optional.empty();
  }
}
