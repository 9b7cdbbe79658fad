package quiesce.lowering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import quiesce.primitives.Fence;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.Limit;
import quiesce.source.Place;
import quiesce.source.SourceFile;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.Deferred;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Origin;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** What the lowering of statements, expressions and calls share while they build one thread. */
final class ThreadLowering {
  final SourceFile file;
  final Symbols symbols;
  final Slots slots;
  final Sites sites;
  final Diagnostics problems;
  final Limit steps;
  final Graph graph;
  final Scope scope = new Scope();
  final Statements statements;
  final Loops loops = new Loops(this);
  final Switches switches = new Switches(this);
  final Expressions expressions;
  final Assignments assignments = new Assignments(this);
  final Places places = new Places(this);
  final Addresses addresses = new Addresses(this);
  final LockNames locks = new LockNames(this);
  final ChosenElements chosen = new ChosenElements(this);
  final LocalStructs localStructs = new LocalStructs(this);
  final StructValues structValues = new StructValues(this);
  final StructsOfFile structsOfFile = new StructsOfFile(this);
  final Bits bits = new Bits(this);
  final WakeUps.OfThread wakeUps;
  final Calls calls;
  final Deque<String> functions = new ArrayDeque<>();

  final OwnedFunctions ownedFunctions = new OwnedFunctions();
  final PastTheEnd pastTheEnd = new PastTheEnd(scope);
  private final Context context;

  /** The place of the file that calls the function of the kernel which is being lowered. */
  Optional<Place> ofKernel = Optional.empty();

  /** Of the last call that may end in two ways. */
  Optional<Outcome> outcome = Optional.empty();

  private final Optional<Typed> object;

  /** What is set up that runs later, by the nodes. */
  final Map<Integer, Deferred> setups = new TreeMap<>();

  /** The full barriers that are one in certain places only, by their nodes. */
  final Map<Integer, Fence> fences = new TreeMap<>();

  /**
   * @param object what the thread registers, if it is a provider
   */
  ThreadLowering(
      SourceFile file,
      Symbols symbols,
      Slots slots,
      Sites sites,
      Diagnostics problems,
      Limit steps,
      WakeUps.OfThread wakeUps,
      Context context,
      Optional<Typed> object) {
    this.file = file;
    this.context = context;
    this.wakeUps = wakeUps;
    this.object = object;
    this.steps = steps;
    this.graph = new Graph(steps);
    this.symbols = symbols;
    this.slots = slots;
    this.sites = sites;
    this.problems = problems;
    this.statements = new Statements(this);
    this.expressions = new Expressions(this);
    this.calls = new Calls(this);
  }

  /** Where a step is that something does which the file has, or the kernel for it. */
  Origin origin(Place inside) {
    List<String> callers =
        new ArrayList<>(functions.stream().filter(f -> !symbols.isOfKernel(f)).toList());
    if (callers.isEmpty()) {
      callers.add(functions.getLast());
    }
    Collections.reverse(callers);
    String function = callers.remove(callers.size() - 1);
    Place place = ofKernel.orElse(inside);
    return new Origin(function, callers, place, file.line(place.line()).trim());
  }

  /**
   * Lowers a function that something outside of the file calls.
   *
   * @param object what it is given where it takes the callbacks
   * @param handle what registering has returned, if that is a pointer
   */
  void call(Item.Function f, Typed object, Optional<Typed> handle, Optional<String> result) {
    call(f, object, handle, Optional.empty(), result);
  }

  /**
   * @param data what it is given beside that, where that is not the same in each call
   */
  void call(
      Item.Function f,
      Typed object,
      Optional<Typed> handle,
      Optional<Typed> data,
      Optional<String> result) {
    functions.push(f.name());
    List<Typed> arguments = Parameters.given(f, object, handle, data, this);
    functions.pop();
    statements.inline(f, arguments, result, f.place());
  }

  /** The object that a provider registers, by its name. */
  Typed object(Place place) {
    return object.orElseThrow(
        () ->
            new Refusal(
                place,
                "the provider's object, in a thread that is not the provider's",
                "compare with NULL, or with what was loaded before"));
  }

  /** Notes that the thread has come to a place, without joining the ways that a call may end. */
  void reached(Place place) {
    if (ofKernel.isPresent()) {
      return;
    }
    Optional<Outcome> ways = outcome.filter(o -> o.isOpen(graph.open()));
    if (ways.isEmpty()) {
      emit(new Local.Reached(), place);
      return;
    }
    Outcome o = ways.get();
    outcome =
        Optional.of(
            new Outcome(o.local(), o.error(), after(o.failed(), place), after(o.worked(), place)));
    graph.reopen(outcome.get().edges());
  }

  private List<Graph.Edge> after(List<Graph.Edge> way, Place place) {
    graph.reopen(way);
    emit(new Local.Reached(), place);
    return graph.take();
  }

  /** Two ways, of which the thread takes any: nothing in the file decides. */
  Exits either(String name, Place place) {
    String local = scope.fresh(name, Typed.Kind.BOOL);
    emit(new Local.AnyValue(local, Access.Domain.BOOLEAN), place);
    return expressions.branch(new Value.Local(local), place);
  }

  /** Ways on which a local gets a number: what they lead to is what follows. */
  List<Graph.Edge> assigned(List<Graph.Edge> open, String local, int number, Place place) {
    graph.reopen(open);
    emit(new Local.Assign(local, new Value.Number(number)), place);
    return graph.take();
  }

  /** By which wait queues know the thread. */
  String waiter() {
    return context == Context.PROVIDER ? WaitQueues.PROVIDER : functions.peekLast();
  }

  boolean isIn(Context other) {
    return context == other;
  }

  /** Whether the thread is on one CPU from its beginning to its end. */
  boolean keepsCpu() {
    return context.isHandler();
  }

  int emit(Step step, Place place) {
    return graph.add(step, origin(place));
  }

  int emit(Step step, Place place, int exits) {
    return graph.add(step, origin(place), exits);
  }

  /** Lowers something with the locals that it needs for itself. */
  <T> T withTemporaries(Supplier<T> part) {
    scope.enterExpression();
    try {
      return part.get();
    } finally {
      scope.leave();
    }
  }
}
