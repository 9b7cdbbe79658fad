package quiesce.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the key {@code q}. On a terminal it counts without Enter, as long as quiesce is in the
 * foreground: who reads from the terminal in the background is stopped.
 */
final class Keys implements AutoCloseable {
  private static final int QUIT = 'q';
  private static final int PAUSE_MILLIS = 100;
  private static final Path STATUS = Path.of("/proc/self/stat");
  private static final int GROUP = 2;
  private static final int FOREGROUND_GROUP = 5;

  private final InputStream in;
  private final boolean terminal;
  private final Runnable quit;
  private final Thread waiting = new Thread(this::await, "keys");
  private final Thread hook = new Thread(this::restore, "keys-restore");

  private Keys(Console console, Runnable quit) {
    this.in = console.in();
    this.terminal = console.terminal();
    this.quit = quit;
  }

  /**
   * @param quit called when the key was pressed, from another thread
   */
  static Keys of(Console console, Runnable quit) {
    Keys keys = new Keys(console, quit);
    if (keys.terminal && foreground()) {
      stty("-icanon");
      Runtime.getRuntime().addShutdownHook(keys.hook);
    }
    keys.waiting.setDaemon(true);
    keys.waiting.start();
    return keys;
  }

  private void await() {
    try {
      // Nothing is read before it is there: reading could not be ended.
      while (true) {
        if (in.available() == 0) {
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } else if (in.read() == QUIT) {
          quit.run();
          return;
        }
      }
    } catch (IOException | InterruptedException e) {
      // Then there are no keys.
    }
  }

  /** Where the system does not tell, it is taken for the usual. */
  private static boolean foreground() {
    try {
      // The name of the program is in brackets and may hold anything.
      String[] fields = Files.readString(STATUS).replaceFirst("^.*\\) ", "").split(" ");
      return fields[GROUP].equals(fields[FOREGROUND_GROUP]);
    } catch (IOException e) {
      return true;
    }
  }

  private static void stty(String mode) {
    try {
      new ProcessBuilder("stty", mode)
          .redirectInput(ProcessBuilder.Redirect.INHERIT)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(1, TimeUnit.SECONDS);
    } catch (IOException e) {
      // Without stty, q needs Enter.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void restore() {
    if (foreground()) {
      stty("icanon");
    }
  }

  @Override
  public void close() {
    waiting.interrupt();
    try {
      if (Runtime.getRuntime().removeShutdownHook(hook)) {
        restore();
      }
    } catch (IllegalStateException e) {
      // It is just running.
    }
  }
}
