package io.residua.schema.wire;

import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;

/**
 * Avro's model of our generated classes. From 1.12.2 on Avro makes an instance only of classes that
 * the whole JVM was told to trust; this model finds our own by itself, and no others, so that no
 * global setting is needed. Our schemas name no other classes.
 */
final class OwnRecords extends SpecificData {
  private static final String PACKAGE = "io.residua.schema";

  OwnRecords() {
    addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
  }

  @Override
  @SuppressWarnings("rawtypes") // as inherited
  public Class getClass(Schema schema) {
    boolean named = schema.getType() == Schema.Type.RECORD || schema.getType() == Schema.Type.ENUM;
    if (!named || !PACKAGE.equals(schema.getNamespace())) {
      return super.getClass(schema);
    }
    try {
      return Class.forName(schema.getFullName(), true, OwnRecords.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
