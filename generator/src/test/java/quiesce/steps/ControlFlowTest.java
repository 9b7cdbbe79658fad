package quiesce.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Control flow on small random graphs, beside definitions that enumerate paths. */
class ControlFlowTest {
  private static final int TRIES = 500;

  /** Up to six nodes with up to two exits each, some of which lead nowhere. */
  private static ControlFlow random(long seed) {
    Random random = new Random(seed);
    int size = 1 + random.nextInt(6);
    List<List<Integer>> next = new ArrayList<>();
    for (int id = 0; id < size; id++) {
      next.add(random.ints(random.nextInt(3), -1, size).boxed().toList());
    }
    return ControlFlow.of(size, id -> next.get(id).stream());
  }

  private static List<Integer> all(ControlFlow flow) {
    return IntStream.range(0, flow.size()).boxed().toList();
  }

  private static IntPredicate some(ControlFlow flow, long seed) {
    Random random = new Random(~seed);
    Set<Integer> chosen =
        all(flow).stream().filter(id -> random.nextInt(3) == 0).collect(Collectors.toSet());
    return chosen::contains;
  }

  /** All paths of at least one edge that pass no node twice, but perhaps end where they begin. */
  private static List<List<Integer>> paths(ControlFlow flow, int from) {
    List<List<Integer>> found = new ArrayList<>();
    extend(flow, List.of(from), found);
    return found;
  }

  private static void extend(ControlFlow flow, List<Integer> path, List<List<Integer>> found) {
    for (int there : flow.next(path.get(path.size() - 1))) {
      List<Integer> longer = new ArrayList<>(path);
      longer.add(there);
      if (!path.contains(there)) {
        found.add(longer);
        extend(flow, longer, found);
      } else if (there == path.get(0)) {
        found.add(longer);
      }
    }
  }

  private static int last(List<Integer> path) {
    return path.get(path.size() - 1);
  }

  @Property(tries = TRIES)
  void whatIsAfterANodeAreTheEndsOfItsPaths(@ForAll long seed) {
    ControlFlow flow = random(seed);
    IntPredicate stops = some(flow, seed);
    for (int from : all(flow)) {
      Set<Integer> ends =
          paths(flow, from).stream()
              .filter(p -> p.subList(1, p.size() - 1).stream().noneMatch(stops::test))
              .map(ControlFlowTest::last)
              .collect(Collectors.toSet());

      assertThat(flow.after(from, id -> !stops.test(id))).isEqualTo(ends);
      assertThat(flow.cutBefore(stops).after(from))
          .isEqualTo(ends.stream().filter(id -> !stops.test(id)).collect(Collectors.toSet()));
      assertThat(flow.from(from)).isEqualTo(with(flow.after(from), from));
    }
  }

  private static Set<Integer> with(Set<Integer> some, int one) {
    Set<Integer> all = new HashSet<>(some);
    all.add(one);
    return all;
  }

  @Property(tries = TRIES)
  void whatLeadsToANodeIsAfterItInTheReversedFlow(@ForAll long seed) {
    ControlFlow flow = random(seed);
    ControlFlow reversed = flow.reversed();
    for (int one : all(flow)) {
      for (int other : all(flow)) {
        assertThat(reversed.after(other).contains(one)).isEqualTo(flow.after(one).contains(other));
      }
    }
  }

  @Property(tries = TRIES)
  void whatIsOnACycleLeadsToItself(@ForAll long seed) {
    ControlFlow flow = random(seed);

    assertThat(flow.cycles().stream())
        .containsExactlyElementsOf(
            all(flow).stream().filter(id -> flow.after(id).contains(id)).toList());
  }

  @Property(tries = TRIES)
  void withoutANodeThatDominatesNoPathIsLeft(@ForAll long seed) {
    ControlFlow flow = random(seed);
    Set<Integer> roots = new TreeSet<>(List.of(0, flow.size() / 2));
    BiPredicate<Integer, Integer> dominates = flow.dominators(roots);
    for (int one : all(flow)) {
      ControlFlow rest = flow.cutBefore(id -> id == one);
      Set<Integer> left =
          roots.stream()
              .filter(root -> root != one)
              .flatMap(root -> rest.from(root).stream())
              .collect(Collectors.toSet());
      for (int node : all(flow)) {
        assertThat(dominates.test(one, node)).isEqualTo(!left.contains(node));
      }
    }
  }

  @Property(tries = TRIES)
  void eachNodeComesAfterThoseThatLeadToItUnlessALoopCloses(@ForAll long seed) {
    ControlFlow flow = random(seed);
    List<Integer> order = flow.ordered(List.of(0));

    assertThat(order).containsExactlyInAnyOrderElementsOf(flow.from(0));
    for (int id : order) {
      assertThat(flow.next(id))
          .allMatch(
              there -> order.indexOf(id) < order.indexOf(there) || flow.from(there).contains(id));
    }
  }

  /** A node says something, takes it back, or neither, as its number and the seed say. */
  private static Boolean after(int node, boolean before, long seed) {
    return switch (Math.floorMod(seed >> 2 * node, 3)) {
      case 0 -> true;
      case 1 -> false;
      default -> before;
    };
  }

  @Property(tries = TRIES)
  void aDataFlowIsWhatAllPathsSay(@ForAll long seed) {
    ControlFlow flow = random(seed);
    // A path that says otherwise need pass no node more than twice.
    List<Set<Boolean>> said = new ArrayList<>();
    all(flow).forEach(id -> said.add(new HashSet<>()));
    follow(flow, 0, false, seed, 2 * flow.size(), said);

    assertThat(
            flow.<Boolean>solve(
                List.of(0), false, (id, b) -> after(id, b, seed), Boolean::logicalAnd))
        .isEqualTo(said.stream().map(s -> s.stream().reduce(Boolean::logicalAnd)).toList());
    assertThat(
            flow.<Boolean>solve(
                List.of(0), false, (id, b) -> after(id, b, seed), Boolean::logicalOr))
        .isEqualTo(said.stream().map(s -> s.stream().reduce(Boolean::logicalOr)).toList());
  }

  private static void follow(
      ControlFlow flow, int id, boolean before, long seed, int left, List<Set<Boolean>> said) {
    said.get(id).add(before);
    if (left > 0) {
      flow.next(id)
          .forEach(there -> follow(flow, there, after(id, before, seed), seed, left - 1, said));
    }
  }

  /** Many branches, one after the other, of which one side is longer than the other. */
  private static ControlFlow branches(int count) {
    return ControlFlow.of(
        4 * count + 1,
        id ->
            id == 4 * count
                ? Stream.of()
                : switch (id % 4) {
                  case 0 -> Stream.of(id + 1, id + 3);
                  case 1, 2, 3 -> Stream.of(id % 4 == 1 ? id + 1 : id / 4 * 4 + 4);
                  default -> Stream.of();
                });
  }

  @Example
  void withoutLoopsEachNodeIsComeToOnce() {
    ControlFlow flow = branches(2500);
    List<Integer> visited = new ArrayList<>();

    List<Optional<Set<Integer>>> known =
        flow.solve(
            List.of(0),
            Set.of(),
            (id, before) -> {
              visited.add(id);
              return Set.of(id);
            },
            (a, b) -> Stream.concat(a.stream(), b.stream()).collect(Collectors.toSet()));

    assertThat(visited).doesNotHaveDuplicates().hasSize(flow.size());
    assertThat(known.get(flow.size() - 1)).contains(Set.of(flow.size() - 2, flow.size() - 3));
  }

  @Example
  void largeGraphsNeedNoDeepStack() {
    ControlFlow flow = branches(25_000);

    assertThat(flow.from(0)).hasSize(flow.size());
    assertThat(flow.cycles().isEmpty()).isTrue();
  }
}
