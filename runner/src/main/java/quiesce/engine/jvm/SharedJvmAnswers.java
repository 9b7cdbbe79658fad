package quiesce.engine.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import quiesce.engine.inside.Frames;
import quiesce.engine.tlc.TlcListener;

/** Understands what a shared JVM says of one job. */
final class SharedJvmAnswers {
  /**
   * The job is done.
   *
   * @param exit the exit code that TLC's process would have had
   * @param again whether it can do another
   */
  record End(int exit, boolean again) {}

  private SharedJvmAnswers() {}

  /**
   * Listens until the job is done.
   *
   * @return nothing if the JVM has died before
   */
  static Optional<End> hear(BufferedReader answers, Transcript transcript) throws IOException {
    Transcript.LineConsumer output = transcript.lines(TlcListener.Stream.OUTPUT);
    Transcript.LineConsumer errors = transcript.lines(TlcListener.Stream.ERRORS);
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.length() < 2 || line.charAt(0) != Frames.MARK) {
        // The JVM itself.
        errors.accept(line);
      } else {
        String said = line.substring(2);
        switch (line.charAt(1)) {
          case Frames.OUTPUT -> output.accept(said);
          case Frames.ERRORS -> errors.accept(said);
          case Frames.END -> {
            return Optional.of(end(said));
          }
          default -> throw new IOException("a shared JVM said " + line);
        }
      }
      if (!answers.ready()) {
        transcript.flush();
      }
    }
    return Optional.empty();
  }

  private static End end(String said) {
    int space = said.indexOf(' ');
    return new End(
        Integer.parseInt(said.substring(0, space)), said.substring(space + 1).equals(Frames.AGAIN));
  }
}
