package quiesce.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quiesce.diagram.Picture;
import quiesce.diagram.Plot;
import quiesce.diagram.PlotPicture;
import quiesce.module.Count;
import quiesce.report.Mark;

/** A sweep as a drawing: states over CPUs, a curve for each model and number of registrations. */
public final class SweepPlot {
  private final Sweep sweep;

  private SweepPlot(Sweep sweep) {
    this.sweep = sweep;
  }

  public static Picture of(Sweep sweep) {
    return new SweepPlot(sweep).picture();
  }

  private Picture picture() {
    List<Plot> plots = new ArrayList<>();
    sweep
        .byStrategy()
        .forEach(
            (strategy, results) ->
                sweep
                    .grid()
                    .compilers()
                    .forEach(
                        compiler ->
                            plots.add(
                                plot(
                                    strategy,
                                    compiler,
                                    results.stream()
                                        .filter(r -> r.point().compiler() == compiler)
                                        .toList()))));
    return PlotPicture.of("States over CPUs", plots, remarks());
  }

  private List<String> remarks() {
    Stream<String> missing =
        sweep.results().stream().anyMatch(r -> r.states().isEmpty())
            ? Stream.of("no mark: not all states were explored")
            : Stream.of();
    Stream<String> share =
        sweep.shard().whole()
            ? Stream.of()
            : Stream.of("shard %d/%d alone".formatted(sweep.shard().index(), sweep.shard().of()));
    return Stream.of(missing, share, sweep.remarks().stream(), Stream.of(sweep.engine()))
        .flatMap(words -> words)
        .toList();
  }

  private Plot plot(String strategy, boolean compiler, List<Result> results) {
    List<Plot.Curve> curves = new ArrayList<>();
    List<String> memories = sweep.grid().memories();
    for (String memory : memories) {
      for (Count registrations : sweep.grid().registrations()) {
        List<Plot.Spot> spots =
            results.stream()
                .filter(r -> r.point().memory().equals(memory))
                .filter(r -> r.point().registrations().equals(registrations))
                .filter(r -> r.states().isPresent())
                .map(this::spot)
                .toList();
        String name = memory + ", " + registrations + " reg";
        curves.add(new Plot.Curve(name, memories.indexOf(memory), spots));
      }
    }
    return new Plot(
        strategy + ": states" + (compiler ? "" : ", compiler off"),
        "CPUs",
        sweep.grid().cpus().stream().map(Count::toString).toList(),
        curves.stream().filter(c -> !c.spots().isEmpty()).toList());
  }

  private Plot.Spot spot(Result r) {
    boolean any = r.point().cpus().any() || r.point().registrations().any();
    return new Plot.Spot(
        sweep.grid().cpus().indexOf(r.point().cpus()),
        r.states().getAsLong(),
        r.has(Mark.VIOLATED),
        any != r.anyNumber());
  }
}
