package quiesce.bench;

import java.util.List;

/** Measures figures that belong together. */
interface Measurement {
  /** For {@code --only}. */
  String name();

  List<Figure> measure(Bench bench);
}
