package io.residua.detector.feature;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Writes one field's encoder. */
final class EncoderWriter {
  private EncoderWriter() {}

  static void write(FieldEncoder encoder, ObjectNode json) {
    json.put("field", encoder.field());
    if (encoder instanceof NumberEncoder number) {
      write(number, json);
    } else if (encoder instanceof CategoryEncoder category) {
      json.put("kind", "category").put("typical", category.typical());
      ArrayNode encodings = json.putArray("encodings");
      category.encodings().forEach(encoding -> write(encoding, encodings.addObject()));
    } else {
      json.put("kind", "time");
      ArrayNode encodings = json.putArray("encodings");
      ((TimeEncoder) encoder).parts().forEach(part -> write(part, encodings.addObject()));
    }
  }

  private static void write(NumberEncoder encoder, ObjectNode json) {
    json.put("kind", "number")
        .put("typical", encoder.range().typical())
        .put("min", encoder.range().min())
        .put("max", encoder.range().max());
    encoder
        .range()
        .normal()
        .ifPresent(it -> json.put("normal-low", it.low()).put("normal-high", it.high()));
    ArrayNode transforms = json.putArray("transforms");
    encoder.transforms().forEach(transform -> write(transform, transforms.addObject()));
  }

  private static void write(NumberTransform transform, ObjectNode json) {
    if (transform instanceof Linear linear) {
      json.put("type", linear.kind().name().toLowerCase(Locale.ROOT))
          .put("centre", linear.centre())
          .put("scale", linear.scale());
    } else if (transform instanceof Clip clip) {
      json.put("type", "clip").put("low", clip.low()).put("high", clip.high());
    } else if (transform instanceof NormalQuantiles quantiles) {
      json.put("type", "quantile").put("tail-scale", quantiles.tailScale());
      write(quantiles.values(), json.putArray("values"));
      write(quantiles.normals(), json.putArray("normals"));
    } else {
      json.put("type", "log1p");
    }
  }

  private static void write(double[] numbers, ArrayNode json) {
    for (double number : numbers) {
      json.add(number);
    }
  }

  private static void write(CategoryEncoding encoding, ObjectNode json) {
    if (encoding instanceof OneHot oneHot) {
      json.put("type", "one-hot");
      oneHot.categories().forEach(json.putArray("categories")::add);
    } else if (encoding instanceof HashSlots hash) {
      json.put("type", "hash");
      hash.examples().forEach(json.putArray("examples")::add);
    } else {
      Frequency frequency = (Frequency) encoding;
      json.put("type", "frequency").put("rows", frequency.rows());
      ArrayNode counts = json.putArray("categories");
      for (CategoryCount count : frequency.counts()) {
        counts.addObject().put("category", count.category()).put("rows", count.rows());
      }
    }
  }

  private static void write(TimePart part, ObjectNode json) {
    if (part instanceof HolidayFlag holiday) {
      json.put("type", "holiday").put("typical", holiday.typical());
      ArrayNode days = json.putArray("days");
      ArrayNode names = json.putArray("names");
      holiday
          .calendar()
          .days()
          .forEach(
              (day, name) -> {
                days.add(day.toString());
                names.add(name);
              });
      return;
    }
    CyclicTime cycle = (CyclicTime) part;
    json.put("type", cycle.unit().id())
        .put("typical-sine", cycle.typicalSine())
        .put("typical-cosine", cycle.typicalCosine());
  }
}
