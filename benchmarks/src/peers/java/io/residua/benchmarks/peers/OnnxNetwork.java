package io.residua.benchmarks.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.residua.detector.network.Network;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * A network of ours in ONNX Runtime, as an expert would run it: one thread, a fixed shape, all
 * optimisations, input and output in native memory that is there before. What it takes to copy
 * records there and back is not counted.
 */
final class OnnxNetwork implements AutoCloseable {
  private final OrtSession session;
  private final FloatBuffer input;
  private final FloatBuffer output;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  OnnxNetwork(Network network, int batch) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(OnnxModel.of(network, batch), options);
    }
    long[] shape = {batch, network.width()};
    input = floats(batch * network.width());
    output = floats(batch * network.width());
    inputs = Map.of(OnnxModel.INPUT, OnnxTensor.createTensor(environment, input, shape));
    outputs = Map.of(OnnxModel.OUTPUT, OnnxTensor.createTensor(environment, output, shape));
  }

  void setInput(float[] values) {
    input.put(0, values);
  }

  void run() throws OrtException {
    session.run(inputs, outputs).close();
  }

  float[] output() {
    float[] values = new float[output.capacity()];
    output.get(0, values);
    return values;
  }

  @Override
  public void close() throws OrtException {
    inputs.values().forEach(OnnxTensor::close);
    outputs.values().forEach(OnnxTensor::close);
    session.close();
  }

  private static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
