package quiesce.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what TLC says until it is known whether it is worth hearing. */
public final class Recording implements Recorder {
  private final List<Consumer<Recorder>> said = new ArrayList<>();

  @Override
  public synchronized void line(Stream stream, String line) {
    said.add(recorder -> recorder.line(stream, line));
  }

  @Override
  public synchronized void ended(int exit, List<String> stateSpace) {
    said.add(recorder -> recorder.ended(exit, stateSpace));
  }

  /** Says it to somebody else. */
  public synchronized void replay(Recorder recorder) {
    said.forEach(saying -> saying.accept(recorder));
  }
}
