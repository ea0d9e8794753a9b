package io.residua.detector.calibration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** State as bytes that begin with the version of their form. */
public final class StateBytes {
  private StateBytes() {}

  /** Writes what comes after the version. */
  public interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads what {@link Writer} wrote. */
  public interface Reader {
    void read(Input in) throws IOException;
  }

  public static byte[] write(byte version, Writer content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(version);
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("expected an array in memory to take all", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param what the state is of, for messages
   * @throws IllegalArgumentException when the bytes are of another version, too short, too long or
   *     hold something out of range
   */
  public static void read(String what, byte version, byte[] state, Reader reader) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      byte found = in.readByte();
      if (found != version) {
        throw new IllegalArgumentException(
            "expected the state of %s in version %d, found version %d"
                .formatted(what, version, found));
      }
      reader.read(new Input(what, in));
      if (in.available() > 0) {
        throw new IllegalArgumentException(
            "the state of %s has %d bytes too many".formatted(what, in.available()));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the state of %s ends too early, after %d bytes".formatted(what, state.length), e);
    }
  }

  /** Values that are checked as they are read. */
  public record Input(String what, DataInputStream from) {
    /** A whole number within bounds. */
    public int integer(int least, int most) throws IOException {
      int value = from.readInt();
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            "expected %d to %d in the state of %s, found %d".formatted(least, most, what, value));
      }
      return value;
    }

    /** Any whole number. */
    public long whole() throws IOException {
      return from.readLong();
    }

    /** A number within bounds; NaN is none. */
    public double number(double least, double most) throws IOException {
      double value = from.readDouble();
      if (!(value >= least && value <= most)) {
        throw new IllegalArgumentException(
            "expected %s to %s in the state of %s, found %s".formatted(least, most, what, value));
      }
      return value;
    }

    /** Bytes behind their length. */
    public byte[] block(int most) throws IOException {
      byte[] block = new byte[integer(0, most)];
      from.readFully(block);
      return block;
    }
  }
}
