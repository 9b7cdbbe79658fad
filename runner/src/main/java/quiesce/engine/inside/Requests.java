package quiesce.engine.inside;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What a shared JVM is asked: TLC's arguments, their number in front. When the stream ends, whoever
 * asked is gone, and the JVM ends at once, in the middle of a check too.
 */
public final class Requests {
  static final String THREAD = "requests";

  private final BlockingQueue<String[]> waiting = new LinkedBlockingQueue<>();

  private Requests() {}

  /** Writes one request. */
  public static void write(DataOutputStream to, List<String> arguments) throws IOException {
    to.writeInt(arguments.size());
    for (String argument : arguments) {
      to.writeUTF(argument);
    }
    to.flush();
  }

  static Requests of(InputStream from) {
    Requests requests = new Requests();
    Thread reader = new Thread(() -> requests.read(new DataInputStream(from)), THREAD);
    reader.setDaemon(true);
    reader.start();
    return requests;
  }

  /** Waits for the next one. */
  String[] next() throws InterruptedException {
    return waiting.take();
  }

  private void read(DataInputStream from) {
    try {
      while (true) {
        String[] arguments = new String[from.readInt()];
        for (int i = 0; i < arguments.length; i++) {
          arguments[i] = from.readUTF();
        }
        waiting.add(arguments);
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }
}
