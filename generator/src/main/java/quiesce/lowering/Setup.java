package quiesce.lowering;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.primitives.Dialect;
import quiesce.primitives.Primitive;
import quiesce.primitives.Primitives;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Statement;

/**
 * What runs once, before anybody registers, and works: it maps registers of a device and requests
 * its interrupts. No thread does it, so it must not touch anything that a thread could depend on.
 */
final class Setup {
  private static final Set<String> CALLS =
      Set.of(
          "ioremap",
          "ioremap_wc",
          "devm_ioremap",
          "devm_ioremap_resource",
          "devm_platform_ioremap_resource");

  private Setup() {}

  /** Refuses a function that does anything else. */
  static void check(Item.Function f, Symbols symbols) {
    Set<String> locals =
        f.body().stream()
            .flatMap(Statement::all)
            .filter(Statement.Declaration.class::isInstance)
            .map(d -> ((Statement.Declaration) d).name())
            .collect(Collectors.toSet());
    TreeWalk.all(Expression.class, f)
        .filter(e -> !isHarmless(e, locals, symbols))
        .findFirst()
        .ifPresent(
            e -> {
              throw new Refusal(
                  e.place(),
                  f.name() + "() runs before the providers come, and does more than it may",
                  "let it request interrupts, allocate workqueues and map registers alone; initialise variables where they are"
                      + " defined");
            });
  }

  private static boolean isHarmless(Expression e, Set<String> locals, Symbols symbols) {
    if (e instanceof Expression.Call c) {
      return CALLS.contains(c.name())
          || Workqueues.isAllocation(c.name())
          || Interrupts.isRequest(c)
          || LateStructs.setUp(c.name()).isPresent()
          || prints(c);
    }
    return e.changes().stream().allMatch(target -> isOwn(target, locals, symbols));
  }

  private static boolean prints(Expression.Call c) {
    return Primitives.find(c.name(), Dialect.STRATEGY)
        .filter(
            p -> p.meaning() instanceof Primitive.Prints || p.meaning() instanceof Primitive.Hint)
        .isPresent();
  }

  private static boolean isOwn(Expression target, Set<String> locals, Symbols symbols) {
    if (target instanceof Expression.Name n && locals.contains(n.name())) {
      return true;
    }
    Stream<String> name =
        target instanceof Expression.Name n
            ? Stream.of(n.name())
            : target instanceof Expression.Part p ? Stream.of(p.name()) : Stream.empty();
    return name.flatMap(n -> symbols.variable(n).stream())
        .anyMatch(
            v -> Typed.Kind.of(v.type()) == Typed.Kind.DATA || Workqueues.isPointer(v.type()));
  }
}
