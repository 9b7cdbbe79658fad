package quiesce.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import quiesce.sweep.Grid;
import quiesce.sweep.Point;
import quiesce.verdict.Subject;

/**
 * The points of the strategies that can be read.
 *
 * @param batch with the files that are refused
 * @param read each strategy on each machine, with any numbers
 */
record SweepPoints(Grid grid, Batch batch, Map<Machine, Subject> read) {
  /** What the numbers of a point leave open. */
  record Machine(String strategy, String memory, boolean compiler) {}

  /**
   * @param batches what there is with the compiler's freedoms and without; the file of each is read
   *     as often
   */
  static SweepPoints of(Grid grid, Function<Boolean, Batch> batches) {
    Map<Machine, Subject> read = new LinkedHashMap<>();
    List<Batch> all = grid.compilers().stream().map(batches).toList();
    for (Batch batch : all) {
      for (Subject s : batch.subjects()) {
        read.put(new Machine(s.name(), s.memory(), s.options().compiler()), s);
      }
    }
    return new SweepPoints(grid, all.get(0), read);
  }

  List<Point> all() {
    return grid.points(batch.subjects().stream().map(Subject::name).distinct().toList());
  }

  /**
   * What is checked at a point.
   *
   * @param exact whether its numbers are explored as they are
   */
  Subject subject(Point point, boolean exact) {
    return read.get(new Machine(point.strategy(), point.memory(), point.compiler()))
        .with(point.cpus(), point.registrations(), exact, point.title());
  }
}
