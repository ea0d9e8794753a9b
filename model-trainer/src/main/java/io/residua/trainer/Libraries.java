package io.residua.trainer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Versions of the libraries that take part in a training, as the build knows them. */
final class Libraries {
  private Libraries() {}

  static Map<String, String> versions() {
    Properties properties = new Properties();
    try (InputStream in = Libraries.class.getResourceAsStream("libraries.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> versions = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> versions.put(name, properties.getProperty(name)));
    versions.put("java", System.getProperty("java.version"));
    return versions;
  }
}
