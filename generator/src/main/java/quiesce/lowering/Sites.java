package quiesce.lowering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Statement;
import quiesce.steps.Site;

/**
 * The call sites of the static calls. A site is a place in the text: inlined twice it is still
 * patched once, as an out-of-line function is.
 */
final class Sites {
  private final Map<Place, Site> sites = new LinkedHashMap<>();

  Sites(Symbols symbols, Diagnostics problems) {
    Map<String, List<Expression.Call>> calls = new LinkedHashMap<>();
    Map<String, List<Expression>> updates = new LinkedHashMap<>();
    for (Item.Function f : symbols.functions()) {
      f.body()
          .ifPresent(
              b ->
                  collect(
                      b,
                      (key, call) -> calls.computeIfAbsent(key, k -> new ArrayList<>()).add(call),
                      (key, to) -> updates.computeIfAbsent(key, k -> new ArrayList<>()).add(to)));
    }
    for (Item.StaticCall key : symbols.staticCalls()) {
      List<Expression.Call> here = calls.getOrDefault(key.name(), List.of());
      for (int i = 0; i < here.size(); i++) {
        String name = here.size() == 1 ? key.name() : key.name() + "_" + (i + 1);
        Expression.Call call = here.get(i);
        // Should the updates be refused, the calls are still examined.
        sites.put(call.place(), new Site(key.name(), name, Site.Empty.RETURN_0));
        Refusal.noted(
            problems,
            () ->
                sites.put(
                    call.place(),
                    new Site(
                        key.name(),
                        name,
                        empty(key, call, updates.getOrDefault(key.name(), List.of())))));
      }
    }
  }

  private static Site.Empty empty(
      Item.StaticCall key, Expression.Call call, List<Expression> updates) {
    boolean cond =
        call.callee() instanceof Expression.Name n && n.name().equals("static_call_cond");
    Site.Empty whenNull = cond ? Site.Empty.NOTHING : Site.Empty.OOPS;
    Site.Empty initial =
        key.function().isEmpty()
            ? Site.Empty.RETURN_0
            : key.function().get().equals("NULL") ? whenNull : Site.Empty.FUNCTION;
    for (Expression to : updates) {
      Site.Empty here =
          to instanceof Expression.Null
              ? whenNull
              : isReturn0(to)
                  ? Site.Empty.RETURN_0
                  : to instanceof Expression.Name ? Site.Empty.FUNCTION : initial;
      if (here != initial) {
        throw new Refusal(
            to.place(),
            "this puts something else into static call "
                + key.name()
                + " than what it was defined with",
            initial == Site.Empty.RETURN_0
                ? "put (void *)&__static_call_return0 back"
                : "put " + key.function().orElse("NULL") + " back");
      }
    }
    return initial;
  }

  static boolean isReturn0(Expression e) {
    Expression target = e instanceof Expression.AddressOf a ? a.operand() : e;
    return target instanceof Expression.Name n && n.name().equals("__static_call_return0");
  }

  List<Site> all() {
    return List.copyOf(sites.values());
  }

  List<Site> of(String key) {
    return sites.values().stream().filter(s -> s.key().equals(key)).toList();
  }

  /** The site at this {@code static_call(key)}. */
  Site at(Expression.Call call) {
    return sites.get(call.place());
  }

  private static void collect(
      Statement body,
      BiConsumer<String, Expression.Call> calls,
      BiConsumer<String, Expression> updates) {
    new TreeWalk(
            s -> {},
            e -> {
              if (e instanceof Expression.Call c
                  && c.callee() instanceof Expression.Name n
                  && !c.arguments().isEmpty()
                  && c.arguments().get(0) instanceof Expression.Name key) {
                switch (n.name()) {
                  case "static_call", "static_call_cond" -> calls.accept(key.name(), c);
                  case "static_call_update" -> {
                    if (c.arguments().size() == 2) {
                      updates.accept(key.name(), c.arguments().get(1));
                    }
                  }
                  default -> {}
                }
              }
            })
        .visit(body);
  }
}
