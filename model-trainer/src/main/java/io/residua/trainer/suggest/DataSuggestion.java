package io.residua.trainer.suggest;

import io.residua.detector.feature.UnusableDataException;
import io.residua.detector.suggest.DefinitionSuggester;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;

/** Suggests a definition for data that lies in a file. */
public final class DataSuggestion {
  private DataSuggestion() {}

  /**
   * A commented definition in YAML.
   *
   * @param detector the detector's name
   * @param topic the topic that it will read
   * @throws DataException when the data cannot be read
   * @throws UnusableDataException when no column can be a feature
   */
  public static String suggest(DataSelection data, String detector, String topic)
      throws DataException, UnusableDataException {
    try (DataReader reader = DataReader.open(data)) {
      return DefinitionSuggester.suggest(detector, topic, reader.profiles());
    }
  }
}
