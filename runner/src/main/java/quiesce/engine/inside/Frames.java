package quiesce.engine.inside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a shared JVM says: lines with what they are in front. A line without that is the JVM's own,
 * of a lack of memory for example.
 */
public final class Frames {
  /** Begins every line; nothing that the JVM itself says does. */
  public static final char MARK = '\u0001';

  /** After the mark: a line that TLC wrote to its standard output. */
  public static final char OUTPUT = 'o';

  /** After the mark: a line that TLC wrote to its standard error. */
  public static final char ERRORS = 'e';

  /** After the mark: the check is over; its exit code, and whether the JVM can do another. */
  public static final char END = 'x';

  /** The JVM can do another check. */
  public static final String AGAIN = "again";

  /** It cannot. */
  public static final String SPENT = "spent";

  private final OutputStream to;
  private final List<Lines> streams = new ArrayList<>();

  Frames(OutputStream to) {
    this.to = to;
  }

  void end(int exit, boolean again) {
    streams.forEach(Lines::finish);
    write(END, (exit + " " + (again ? AGAIN : SPENT)).getBytes(StandardCharsets.UTF_8));
  }

  /** A stream whose lines become frames. */
  PrintStream stream(char kind) {
    Lines lines = new Lines(kind);
    streams.add(lines);
    return new PrintStream(lines, false, StandardCharsets.UTF_8);
  }

  private synchronized void write(char kind, byte[] line) {
    byte[] frame = new byte[line.length + 3];
    frame[0] = MARK;
    frame[1] = (byte) kind;
    System.arraycopy(line, 0, frame, 2, line.length);
    frame[frame.length - 1] = '\n';
    try {
      to.write(frame);
    } catch (IOException e) {
      // Nobody listens.
      Runtime.getRuntime().halt(0);
    }
  }

  private final class Lines extends OutputStream {
    private final char kind;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(char kind) {
      this.kind = kind;
    }

    @Override
    public synchronized void write(int b) {
      if (b == '\n') {
        Frames.this.write(kind, line.toByteArray());
        line.reset();
      } else {
        line.write(b);
      }
    }

    /** The last line of a check need not be ended. */
    synchronized void finish() {
      if (line.size() > 0) {
        write('\n');
      }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        write(bytes[i]);
      }
    }
  }
}
