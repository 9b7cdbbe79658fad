package quiesce.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import quiesce.engine.tlc.TlcListener;

/** Keeps what TLC says until it is known whether it is worth hearing. */
final class Recording implements TlcListener {
  private final List<Consumer<TlcListener>> said = new ArrayList<>();

  @Override
  public synchronized void line(Stream stream, String line) {
    said.add(recorder -> recorder.line(stream, line));
  }

  @Override
  public synchronized void ended(int exit, List<String> stateSpace) {
    said.add(recorder -> recorder.ended(exit, stateSpace));
  }

  /** Says it to somebody else. */
  synchronized void replay(TlcListener recorder) {
    said.forEach(saying -> saying.accept(recorder));
  }
}
