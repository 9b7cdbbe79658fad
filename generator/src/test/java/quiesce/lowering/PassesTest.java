package quiesce.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import quiesce.source.Diagnostics;
import quiesce.source.Limit;
import quiesce.source.SourceFile;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.Graph;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** What each pass makes of a thread. */
class PassesTest {
  private static final SourceFile FILE = SourceFile.of("passes.c", "");
  private static final Origin ORIGIN = Origin.harness("passes");

  private static KernelThread thread(Step... steps) {
    Graph graph = new Graph(Limit.ofSteps(FILE));
    Graph.Mark start = graph.mark();
    for (Step s : steps) {
      graph.add(s, ORIGIN);
    }
    graph.jump(start);
    return new KernelThread(
        "passes",
        Context.TASK,
        false,
        ORIGIN,
        graph.nodes(),
        graph.entry(),
        new TreeMap<>(),
        List.of());
  }

  /** The steps of the thread after each pass, in the order of the passes. */
  private static Map<String, String> printed(KernelThread written, boolean compilerModel) {
    Map<String, String> all = new LinkedHashMap<>();
    new Passes(new Diagnostics(FILE), Limit.ofSteps(FILE), compilerModel, "")
        .apply(written, (name, thread) -> all.put(name, text(thread)));
    return all;
  }

  private static String text(KernelThread thread) {
    return thread.nodes().stream().map(PassesTest::text).collect(Collectors.joining());
  }

  private static String text(Node n) {
    return n.id()
        + " "
        + n.step().name()
        + (n.before().pinned() ? " pinned" : "")
        + n.next().stream().map(Object::toString).collect(Collectors.joining(" ", " -> ", "\n"));
  }

  private static final KernelThread WRITTEN =
      thread(
          new Section.Begin(),
          new Section.Enter(Region.PREEMPT_OFF),
          new Access.Load(Access.Load.Kind.PLAIN_LOAD, "a", new Location.Global("x")),
          new Access.Store(
              Access.Store.Kind.PLAIN_STORE, new Location.Global("y"), new Value.Number(1)),
          new Local.WarnOn(new Value.Local("a")),
          new Access.Load(Access.Load.Kind.READ_ONCE, "b", new Location.Global("z")),
          new Section.Leave(Region.PREEMPT_OFF),
          new Section.End());

  @Test
  void eachPassIsShownWithWhatItHasMadeOfTheThread() {
    Map<String, String> after = printed(WRITTEN, true);

    assertThat(after.keySet())
        .containsExactly(
            "unread parameters",
            "ways apart",
            "contexts",
            "unset locals",
            "repeated loads",
            "postponed stores",
            "last grace period");
    assertThat(after.get("contexts"))
        .isEqualTo(
            """
            0 Begin -> 1
            1 PreemptDisable -> 2
            2 PlainLoad pinned -> 3
            3 PlainStore pinned -> 4
            4 WarnOn pinned -> 5
            5 ReadOnce pinned -> 6
            6 PreemptEnable pinned -> 7
            7 End -> 0
            """);
    assertThat(after.get("unset locals")).isEqualTo(after.get("contexts"));
    assertThat(after.get("repeated loads"))
        .isEqualTo(
            """
            0 Begin -> 1
            1 PreemptDisable -> 2
            2 PlainLoad pinned -> 3
            3 PlainStore pinned -> 4
            4 Choice pinned -> 8 9
            5 ReadOnce pinned -> 6
            6 PreemptEnable pinned -> 7
            7 End -> 0
            8 WarnOn pinned -> 5
            9 Reload pinned -> 8
            """);
    assertThat(after.get("postponed stores"))
        .isEqualTo(
            """
            0 Begin -> 1
            1 PreemptDisable -> 2
            2 PlainLoad pinned -> 3
            3 Choice pinned -> 10 11
            4 Choice pinned -> 8 9
            5 ReadOnce pinned -> 6
            6 Settle pinned -> 12
            7 End -> 0
            8 WarnOn pinned -> 5
            9 Reload pinned -> 8
            10 PlainStore pinned -> 4
            11 PostponeStore pinned -> 4
            12 PreemptEnable pinned -> 7
            """);
    assertThat(after.get("last grace period")).isEqualTo(after.get("postponed stores"));
  }

  @Test
  void withoutTheCompilerModelTheStepsAreThoseThatWereWritten() {
    Map<String, String> after = printed(WRITTEN, false);

    assertThat(after.keySet())
        .containsExactly(
            "unread parameters", "ways apart", "contexts", "unset locals", "last grace period");
    assertThat(after.get("last grace period")).isEqualTo(after.get("contexts"));
  }
}
