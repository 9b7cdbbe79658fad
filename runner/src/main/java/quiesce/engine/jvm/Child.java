package quiesce.engine.jvm;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A child process and its private directory, of which nothing is left after {@link #close}, nor
 * after this JVM has shut down. (After a SIGKILL of this JVM there is: nobody is left to do it.)
 */
final class Child implements AutoCloseable {
  /** This JVM is shutting down: nothing is started any more. */
  static final class ShuttingDown extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final PrivateDirectory directory;
  private final Thread hook = new Thread(this::end, "quiesce-tlc-shutdown");
  private Optional<Process> process = Optional.empty();
  private boolean ended;

  private Child(PrivateDirectory directory) {
    this.directory = directory;
  }

  /**
   * Takes the directory over.
   *
   * @throws ShuttingDown if this JVM is
   */
  static Child in(PrivateDirectory directory) throws ShuttingDown {
    Child child = new Child(directory);
    try {
      Runtime.getRuntime().addShutdownHook(child.hook);
    } catch (IllegalStateException e) {
      directory.remove();
      throw new ShuttingDown();
    }
    return child;
  }

  /**
   * Starts it.
   *
   * @throws ShuttingDown if this JVM is
   */
  synchronized Process start(ProcessBuilder builder) throws IOException, ShuttingDown {
    if (ended) {
      throw new ShuttingDown();
    }
    Process started = builder.start();
    process = Optional.of(started);
    return started;
  }

  /** Kills it and everything that it started, and waits until they are gone. */
  synchronized void kill() {
    process.ifPresent(
        parent -> {
          List<ProcessHandle> descendants = parent.descendants().toList();
          // Not parent.destroyForcibly(), which closes the streams: the end of what one that has
          // ended by itself wrote may still be unread.
          parent.toHandle().destroyForcibly();
          descendants.forEach(ProcessHandle::destroyForcibly);
          parent.onExit().join();
          descendants.forEach(descendant -> descendant.onExit().join());
        });
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Shutting down: the hook has run or runs, and what it does may be done twice.
    }
  }

  private synchronized void end() {
    ended = true;
    kill();
    directory.remove();
  }
}
