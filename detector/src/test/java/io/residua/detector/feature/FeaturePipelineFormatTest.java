package io.residua.detector.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeaturePipelineFormatTest {
  private static final EventLayout LAYOUT =
      new EventLayout(
          List.of(
              new EventField("x", FieldKind.NUMBER),
              new EventField("c", FieldKind.TEXT),
              new EventField("t", FieldKind.TIME)),
          Optional.empty(),
          Optional.empty());

  private static final String NUMBER = "'field':'x','kind':'number','typical':2,'min':1,'max':3";
  private static final String CATEGORY = "'field':'c','kind':'category','typical':'a'";
  private static final String TIME = "'field':'t','kind':'time'";

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void refusesWhatItDidNotWrite(String json, String message) {
    assertThatThrownBy(() -> FeaturePipelineFormat.read(json.replace('\'', '"'), LAYOUT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  static Stream<Arguments> refusesWhatItDidNotWrite() {
    String at = "features.json.fields[0]";
    String first = at + ".transforms[0]";
    String encoding = at + ".encodings[0]";
    return Stream.of(
        Arguments.of("", "features.json: expected an object, found nothing"),
        Arguments.of("[]", "features.json: expected an object, found a list"),
        Arguments.of(
            "{'version':1} x",
            "features.json: not valid JSON: Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
        Arguments.of(
            "{'version':1,'version':1}",
            "features.json: not valid JSON: Duplicate field 'version'"),
        Arguments.of("{}", "features.json: expected a member version, found none"),
        Arguments.of(
            "{'version':2}", "features.json: this program reads version 1, found version 2"),
        Arguments.of(
            "{'version':'1'}", "features.json.version: expected a whole number, found a text"),
        Arguments.of(
            "{'version':1.5}", "features.json.version: expected a whole number, found 1.5"),
        Arguments.of("{'version':1}", "features.json: expected a member fields, found none"),
        Arguments.of(
            "{'version':1,'fields':[]}", "features.json: expected 1 to 65536 features, found 0"),
        Arguments.of(
            "{'version':1,'fields':{}}", "features.json.fields: expected a list, found an object"),
        Arguments.of("{'version':1,'fields':[],'x':1}", "features.json: unknown members x"),
        Arguments.of(
            "{'version':1,'fields':[" + "{},".repeat(10_000) + "{}]}",
            "features.json.fields: expected at most 10000 elements, found 10001"),
        field(
            "'field':'x','kind':'word'",
            at + ": expected the kind number, category or time, found word"),
        field(
            "'field':'y','kind':'number','typical':0,'min':0,'max':0,'transforms':[]",
            at + ": the definition does not read field y as NUMBER"),
        field(
            "'field':'x','kind':'category','typical':'','encodings':[]",
            at + ": the definition does not read field x as TEXT"),
        field(
            "'field':'x','kind':'number','typical':4,'min':1,'max':3,'transforms':[]",
            at + ": expected finite min <= typical <= max, got 1.0, 4.0 and 3.0"),
        field(
            "'field':'x','kind':'number','typical':1e999,'min':1,'max':3,'transforms':[]",
            at + ".typical: expected a finite number, found Infinity"),
        field(
            NUMBER + ",'normal-low':2,'transforms':[]",
            at + ": expected a member normal-high, found none"),
        field(
            NUMBER + ",'normal-low':2,'normal-high':1,'transforms':[]",
            at + ": expected finite bounds, low at most high, got 2.0 and 1.0"),
        field(
            NUMBER + ",'normal-low':0,'normal-high':2,'transforms':[]",
            at + ": expected a normal range within 1.0 to 3.0, got 0.0 to 2.0"),
        field(NUMBER, at + ": expected a member transforms, found none"),
        field(NUMBER + ",'transforms':[1]", first + ": expected an object, found 1"),
        field(NUMBER + ",'transforms':[{'type':'zscore'}]", first + ": unknown transform zscore"),
        field(
            NUMBER + ",'transforms':[{'type':'log1p','base':2}]", first + ": unknown members base"),
        field(
            NUMBER + ",'transforms':[{'type':'standard','centre':0,'scale':0}]",
            first + ": expected a finite centre and a finite scale above 0, got 0.0 and 0.0"),
        field(
            NUMBER + ",'transforms':[{'type':'clip','low':1,'high':0}]",
            first + ": expected finite bounds, low at most high, got 1.0 and 0.0"),
        field(
            NUMBER
                + ",'transforms':[{'type':'quantile','tail-scale':1,'values':[0,0],'normals':[0,1]}]",
            first + ": knots must be finite and ascending; number 1 is 0.0"),
        field(
            NUMBER
                + ",'transforms':[{'type':'quantile','tail-scale':1,'values':[0],'normals':[0,1]}]",
            first + ": expected 1 to 1024 knots, got 1 values and 2 normals"),
        field(
            NUMBER
                + ",'transforms':[{'type':'quantile','tail-scale':-1,'values':[0],'normals':[0]}]",
            first + ": expected a finite tail scale above 0, got -1.0"),
        field(
            NUMBER
                + ",'transforms':[{'type':'quantile','tail-scale':1,'values':['0'],'normals':[0]}]",
            first + ".values[0]: expected a finite number, found a text"),
        field(CATEGORY + ",'encodings':[]", at + ": expected at least one encoding, found none"),
        field(
            CATEGORY + ",'encodings':[{'type':'one-hot','categories':[]}]",
            encoding + ": expected 1 to 100 categories, got 0"),
        field(
            CATEGORY + ",'encodings':[{'type':'one-hot','categories':['a','a']}]",
            encoding + ": category a stands twice"),
        field(
            CATEGORY + ",'encodings':[{'type':'one-hot','categories':[null]}]",
            encoding + ".categories[0]: expected a text, found null"),
        field(
            CATEGORY + ",'encodings':[{'type':'hash','examples':['a']}]",
            encoding + ": expected 2 to 4096 slots, got 1"),
        field(
            CATEGORY
                + ",'encodings':[{'type':'frequency','rows':1,'categories':[{'category':'a','rows':2}]}]",
            encoding + ": the categories' rows add up to more than 1"),
        field(
            CATEGORY
                + ",'encodings':[{'type':'frequency','rows':9223372036854775807,'categories':[{'category':'a','rows':9223372036854775807},{'category':'b','rows':9223372036854775807}]}]",
            encoding + ": the categories' rows add up to more than 9223372036854775807"),
        field(
            CATEGORY
                + ",'encodings':[{'type':'frequency','rows':1,'categories':[{'category':'a','rows':0}]}]",
            encoding + ".categories[0]: a category was seen in at least one row, got 0 for a"),
        field(
            CATEGORY
                + ",'encodings':[{'type':'frequency','rows':5,'categories':[{'category':'a','rows':1},{'category':'a','rows':1}]}]",
            encoding + ": a category stands twice"),
        field(
            TIME + ",'encodings':[{'type':'minute'}]",
            encoding + ": unknown encoding of a time minute"),
        field(
            TIME + ",'encodings':[{'type':'hour-of-day','typical-sine':2,'typical-cosine':0}]",
            encoding + ": expected a sine and a cosine from -1 to 1, got 2.0 and 0.0"),
        field(
            TIME
                + ",'encodings':[{'type':'holiday','typical':0,'days':['2026-02-30'],'names':['']}]",
            encoding + ": expected a date, found 2026-02-30"),
        field(
            TIME + ",'encodings':[{'type':'holiday','typical':0,'days':['2026-01-01'],'names':[]}]",
            encoding + ": expected as many names as different days, found 1 days and 0 names"),
        field(
            TIME
                + ",'encodings':[{'type':'holiday','typical':0,'days':['2026-01-01','2026-01-01'],'names':['','']}]",
            encoding + ": expected as many names as different days, found 2 days and 2 names"),
        field(
            TIME + ",'encodings':[{'type':'holiday','typical':0,'days':[],'names':[]}]",
            encoding + ": expected 1 to 2000 holidays, got 0"),
        field(
            TIME
                + ",'encodings':[{'type':'holiday','typical':2,'days':['2026-01-01'],'names':['']}]",
            encoding + ": expected a share from 0 to 1, got 2.0"),
        field(
            TIME
                + ",'encodings':[{'type':'holiday','typical':0,'days':['2026-01-01'],'names':['a  b']}]",
            encoding + ": a holiday's name has at most 60 characters on one line, got 4"));
  }

  @Test
  void refusesMoreFeaturesThanItWouldWrite() {
    String hash = "{'type':'hash','examples':[" + "null,".repeat(4095) + "null]}";
    String field = "{" + CATEGORY + ",'encodings':[" + hash + "]}";
    String json = "{'version':1,'fields':[" + (field + ",").repeat(16) + field + "]}";

    assertThatThrownBy(() -> FeaturePipelineFormat.read(json.replace('\'', '"'), LAYOUT))
        .hasMessage("features.json: expected 1 to 65536 features, found 69632");
  }

  @Test
  void writesAVersionAndOnlyAscii() {
    var definition = Tables.definition("field: 'ü', encode: one-hot");
    FeaturePipeline pipeline =
        Tables.fit(definition, Tables.texts(definition, "\uD800", "€", "\u0000"));

    assertThat(FeaturePipelineFormat.write(pipeline))
        .startsWith("{\"version\":1,")
        .contains("\\uD800", "\\u20AC", "\\u0000")
        .matches("\\p{ASCII}+");
  }

  private static Arguments field(String members, String message) {
    return Arguments.of("{'version':1,'fields':[{" + members + "}]}", message);
  }
}
