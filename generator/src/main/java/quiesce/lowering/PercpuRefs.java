package quiesce.lowering;

import java.util.List;
import quiesce.source.Expression;

/**
 * The function that {@code percpu_ref_init()} names, which is called as the last reference is
 * dropped. A file has one: which references it is for needs no pointer then.
 */
final class PercpuRefs {
  static final String RELEASE = "percpu_ref_release";

  private static final String SETUP = "percpu_ref_setup";

  private PercpuRefs() {}

  /** Calls it, as the kernel's C asks for. */
  static Typed release(ThreadLowering in, Expression.Call c) {
    List<String> named =
        in.symbols.functions().stream()
            .flatMap(f -> TreeWalk.all(Expression.Call.class, f))
            .filter(call -> call.name().equals(SETUP) && call.arguments().size() > 1)
            .flatMap(call -> Kthreads.function(call.arguments().get(1)).stream())
            .filter(name -> in.symbols.function(name).filter(f -> f.body().isPresent()).isPresent())
            .distinct()
            .toList();
    if (named.size() != 1) {
      throw new Refusal(
          c.place(),
          named.isEmpty()
              ? "it is not known which function releases what a struct percpu_ref counts"
              : "several functions release what a struct percpu_ref counts: "
                  + String.join("(), ", named)
                  + "()",
          "name one function of this file in percpu_ref_init(), and let it call what differs");
    }
    Expression.Name function = new Expression.Name(c.place(), named.get(0));
    return in.calls.own(
        function, new Expression.Call(c.place(), function, c.arguments()), Want.NOTHING);
  }
}
