package io.residua.benchmarks.cards;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.data.ReadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the payments: training up to 30 June 2018, test in July.
 *
 * @param file its rows are in the order of time
 */
record CardsData(Path file) {
  static final String FILE_NAME = "transactions_500_customers.csv.gz";
  static final String CUSTOMER = "CUSTOMER_ID";
  static final String TIME = "TX_DATETIME";
  static final String AMOUNT = "TX_AMOUNT";
  static final String SCENARIO = "TX_FRAUD_SCENARIO";
  private static final String FRAUD = "TX_FRAUD";
  private static final String TRAINING = TIME + " < TIMESTAMP '2018-07-01'";
  private static final String UP_TO_JULY = TIME + " < TIMESTAMP '2018-08-01'";
  private static final String JULY = UP_TO_JULY + " AND NOT " + TRAINING;

  static CardsData in(Path folder) throws CardsException {
    Path file = folder.resolve(FILE_NAME);
    if (!Files.isRegularFile(file)) {
      throw new CardsException("expected %s in %s, found none".formatted(FILE_NAME, folder));
    }
    return new CardsData(file);
  }

  /** Rows to train on; labels are not read. */
  DataTable training(DetectorDefinition definition) throws DataException, CardsException {
    return read(TRAINING, EventLayouts.of(definition), Optional.empty());
  }

  /** July as the detector reads it, without labels. */
  DataTable july(DetectorDefinition definition) throws DataException, CardsException {
    return read(JULY, EventLayouts.of(definition), Optional.empty());
  }

  /** All rows up to the end of July: the card, the time, the amount. */
  DataTable amounts() throws DataException, CardsException {
    return read(UP_TO_JULY, layout(AMOUNT), Optional.empty());
  }

  /** July with what the frauds are: labels and, as the only field, their scenarios. */
  DataTable frauds() throws DataException, CardsException {
    return read(JULY, layout(SCENARIO), Optional.of(FRAUD));
  }

  private static EventLayout layout(String number) {
    return new EventLayout(
        List.of(new EventField(number, FieldKind.NUMBER)),
        Optional.of(CUSTOMER),
        Optional.of(TIME));
  }

  private DataTable read(String rows, EventLayout layout, Optional<String> label)
      throws DataException, CardsException {
    try (DataReader reader = DataReader.open(DataSelection.ofFile(file).where(rows))) {
      DataTable table = reader.table(layout, ReadOptions.defaults(0).withLabel(label));
      if (table.events().rows() < table.rowsInData()) {
        throw new CardsException(
            "%s: expected to read all of %,d rows, could read %,d"
                .formatted(FILE_NAME, table.rowsInData(), table.events().rows()));
      }
      for (int row = 1; row < table.events().rows(); row++) {
        if (table.events().time(row) < table.events().time(row - 1)) {
          throw new CardsException(
              "%s: expected rows in the order of %s, found one that is older than the one before"
                  .formatted(FILE_NAME, TIME));
        }
      }
      return table;
    }
  }
}
