package quiesce.lowering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import quiesce.primitives.Dialect;
import quiesce.primitives.Primitives;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Type;
import quiesce.steps.Program;
import quiesce.steps.Value;

/**
 * What the members of the callbacks struct hold.
 *
 * <p>A slot that is only ever called, and that the provider fills before it registers, needs no
 * variable. One that the strategy assigns, tests, or leaves empty is a variable of the
 * specification, and so is data.
 */
final class Slots {
  private final Symbols symbols;
  private final NamedFunctions named;
  private final Set<String> used = new HashSet<>();
  private final Set<String> variable = new HashSet<>();
  private final Set<String> assigned = new HashSet<>();

  /** The members that get a value whatever they had before. */
  private final Set<String> filled = new HashSet<>();

  private final Map<String, String> functions = new HashMap<>();
  private final Map<String, String> keySlots = new LinkedHashMap<>();

  /** The structs that the file changes by their names. */
  private final Set<String> changed = new HashSet<>();

  /** Pointers that the provider sets out of sight, and that the file compares with NULL. */
  private final Set<String> tested = new HashSet<>();

  /** Members that are called, assigned or patched in directly: uses that read no value. */
  private final Set<Expression> special = Collections.newSetFromMap(new IdentityHashMap<>());

  Slots(Symbols symbols, Diagnostics problems) {
    this.symbols = symbols;
    this.named = new NamedFunctions(symbols);
    symbols
        .initialiser()
        .ifPresent(
            i ->
                i.members().forEach((m, v) -> Refusal.noted(problems, () -> initialised(i, m, v))));
    for (Item.Function f : symbols.functions()) {
      NullTests.of(f)
          .flatMap(m -> symbols.members().find(m).stream())
          .forEach(m -> tested.add(m.name()));
      f.body()
          .ifPresent(
              b -> new TreeWalk(s -> {}, e -> Refusal.noted(problems, () -> uses(e, f))).visit(b));
    }
    refusePointersOutOfSight(problems);
    for (Structs.Member m : symbols.members().all()) {
      boolean isLock = m.type() instanceof Type.Lock;
      if (used.contains(m.name())
          && (!isLock || mayBeUninitialised(m.name()))
          && (!m.isSlot()
              || !isRegistered(m)
              || symbols.initialiser().isPresent() && !functions.containsKey(m.name()))) {
        variable.add(m.name());
      }
    }
  }

  /** Whether it is a member of what is registered, so that the provider initialises it. */
  private boolean isRegistered(Structs.Member m) {
    return symbols.registered().filter(m.struct()::equals).isPresent();
  }

  private void initialised(Item.ObjectInitialiser object, String written, Expression value) {
    Structs.Member member = symbols.members().member(object.struct(), written, value.place());
    if (value instanceof Expression.Name n) {
      fill(member.name(), n);
    } else if (value instanceof Expression.AddressOf a
        && a.operand() instanceof Expression.Name n) {
      fill(member.name(), n);
    } else {
      Initial.of(value, member.type(), written);
    }
  }

  private static boolean isFunction(Expression initial) {
    return initial instanceof Expression.Name || initial instanceof Expression.AddressOf;
  }

  private void fill(String member, Expression.Name function) {
    if (symbols.function(function.name()).isEmpty()) {
      throw new Refusal(
          function.place(),
          function.name() + " is not a function of this file",
          "define it, or declare it by a prototype: it then returns any value of its type");
    }
    String before = functions.putIfAbsent(member, function.name());
    if (before != null && !before.equals(function.name())) {
      throw new Refusal(
          function.place(),
          "the slot " + member + " is given a second function, besides " + before,
          "give each slot one function; let that one choose");
    }
  }

  /**
   * @param changes whether what was there before matters: then somebody else has put it there
   */
  private void assigns(Expression target, Expression value, Item.Function in, boolean changes) {
    variable(target).ifPresent(changed::add);
    if (target instanceof Expression.Member m) {
      special.add(m);
      symbols.members().find(m).ifPresent(member -> assigns(member, value, in));
      // A node that is handed over is zeroed: hlist_unhashed() may ask before anybody adds it.
      boolean zeroed = m.member().equals("pprev") && symbols.isOfKernel(in.name());
      if (!changes && !zeroed) {
        symbols.members().find(m).ifPresent(member -> filled.add(member.name()));
      }
    }
  }

  /** The struct by itself that something is assigned to, or to a member of. */
  private static Optional<String> variable(Expression target) {
    if (target instanceof Expression.Part p) {
      return Optional.of(p.variable());
    }
    return target instanceof Expression.Name n ? Optional.of(n.name()) : Optional.empty();
  }

  /** A struct as a whole: of an object, every member of it is assigned. */
  private void assigns(Expression target, Expression.Braced value, Item.Function in) {
    variable(target).ifPresent(changed::add);
    if (target instanceof Expression.Dereference && value.struct().isPresent()) {
      for (Structs.Member m : symbols.members().of(new Type.Struct(value.struct().get()))) {
        filled.add(m.name());
        Expression given = value.members().get(m.written());
        assigns(m, given == null ? new Expression.Null(value.place()) : given, in);
      }
    }
  }

  private void assigns(Structs.Member member, Expression value, Item.Function in) {
    assigned.add(member.name());
    variable.add(member.name());
    used.add(member.name());
    Optional<Expression.Name> function = named.of(value, in);
    if (function.isPresent()) {
      fill(member.name(), function.get());
    } else if (!(value instanceof Expression.Null) && member.isSlot()) {
      throw new Refusal(
          value.place(),
          "the slot " + member.name() + " is given a function that is not named here",
          "name the function: what it does decides whether the strategy is safe");
    }
  }

  private void uses(Expression.Member m, boolean asValue) {
    symbols
        .members()
        .find(m)
        .ifPresent(
            member -> {
              used.add(member.name());
              if (asValue && !(member.type() instanceof Type.Lock)) {
                variable.add(member.name());
              }
            });
  }

  /** A pointer that the provider sets out of sight could point to anything. */
  private void refusePointersOutOfSight(Diagnostics problems) {
    symbols
        .members()
        .all()
        .forEach(
            m -> {
              if (Typed.Kind.of(m.type()) == Typed.Kind.OBJECT
                  && isRegistered(m)
                  && !isOutOfSight(m)
                  && used.contains(m.name())
                  && !assigned.contains(m.name())
                  && symbols.initialiser().isEmpty()) {
                problems.report(
                    m.place(),
                    "nothing here says what the pointer " + m.name() + " points to",
                    "assign it, or write the object that the provider initialises: struct "
                        + m.struct()
                        + " name = { ... };");
              }
            });
  }

  private void uses(Expression e, Item.Function in) {
    Optional<List<Expression.Assign>> copies = symbols.members().copies(e);
    if (copies.isPresent()) {
      copies.get().stream().flatMap(TreeWalk::all).forEach(part -> uses(part, in));
    } else if (e instanceof Expression.Call c) {
      call(c, in);
    } else if (e instanceof Expression.Assign a && a.value() instanceof Expression.Braced b) {
      assigns(a.target(), b, in);
    } else if (e instanceof Expression.Assign a) {
      assigns(a.target(), a.value(), in, false);
    } else if (e instanceof Expression.Update u) {
      assigns(u.target(), u.value(), in, true);
    } else if (e instanceof Expression.Member m && !special.contains(m)) {
      uses(m, true);
    }
  }

  private void call(Expression.Call c, Item.Function in) {
    if (c.callee() instanceof Expression.Member m) {
      special.add(m);
      uses(m, false);
    }
    ObjectLocks.initialised(c)
        .flatMap(m -> symbols.members().find(m).stream())
        .forEach(
            m -> {
              assigned.add(m.name());
              filled.add(m.name());
            });
    if (!(c.callee() instanceof Expression.Name callee) || c.arguments().size() < 2) {
      return;
    }
    Expression first = c.arguments().get(0);
    Expression last = c.arguments().get(c.arguments().size() - 1);
    Optional<Expression> stored =
        Primitives.find(callee.name(), Dialect.STRATEGY).flatMap(p -> p.stored(c.arguments()));
    if (stored.isPresent()) {
      assigns(
          first instanceof Expression.AddressOf a ? a.operand() : first, stored.get(), in, false);
    } else if (callee.name().equals("static_call_update")
        && first instanceof Expression.Name key
        && last instanceof Expression.Member m) {
      special.add(m);
      uses(m, false);
      symbols.members().find(m).ifPresent(member -> patchedIn(key.name(), member.name(), m));
    }
  }

  private void patchedIn(String key, String member, Expression.Member m) {
    String before = keySlots.putIfAbsent(key, member);
    if (before != null && !before.equals(member)) {
      throw new Refusal(
          m.place(),
          "static call " + key + " is given a second member, besides " + before,
          "use one static call for each member");
    }
  }

  /** Whether it is a pointer that the provider sets out of sight, to more of what it owns. */
  boolean isOutOfSight(Structs.Member m) {
    return symbols.members().embedding().isOutOfSight(m.struct(), m.written());
  }

  /** Whether the provider may leave such a pointer NULL. */
  boolean mayBeNull(Structs.Member m) {
    return tested.contains(m.name());
  }

  /** Whether nobody but the file can have initialised it. */
  boolean mayBeUninitialised(String member) {
    return filled.contains(member)
        || symbols.members().all().stream()
            .anyMatch(m -> m.name().equals(member) && !isRegistered(m));
  }

  /** Whether the file stores to it. */
  boolean assigned(String member) {
    return assigned.contains(member);
  }

  /** What a slot of a struct of the file always holds; empty if that may change. */
  Optional<Value> constant(Pointee.GlobalStruct of, Structs.Member slot) {
    return Optional.of(of.member(slot.written()))
        .filter(v -> !assigned.contains(slot.name()) && !changed.contains(of.name()))
        .flatMap(symbols::variable)
        .map(v -> symbols.initial().of(v));
  }

  boolean stored(String member) {
    return variable.contains(member);
  }

  /** The function that fills a slot, where the strategy names one. */
  Optional<Item.Function> function(String slot) {
    return Optional.ofNullable(functions.get(slot)).flatMap(symbols::function);
  }

  /** Whether some slot or static call holds this function. */
  boolean holds(String function) {
    return functions.containsValue(function)
        || symbols.function(function).isPresent() && keyFunctions().contains(function);
  }

  private Set<String> keyFunctions() {
    Set<String> all = new HashSet<>();
    symbols.staticCalls().forEach(s -> s.function().ifPresent(all::add));
    return all;
  }

  /** The slot that a static call's target is taken from. */
  Optional<String> slotOf(String key) {
    return Optional.ofNullable(keySlots.get(key));
  }

  /** The members that the specification needs a variable for. */
  List<Program.Member> variables(SortedSet<Integer> numbers) {
    List<Program.Member> all = new ArrayList<>();
    for (Structs.Member m : symbols.members().all()) {
      String name = m.name();
      if (!variable.contains(name)) {
        continue;
      }
      Type type = m.type();
      Optional<Value> initial = Optional.empty();
      List<Value> choices = List.of();
      if (isRegistered(m) && symbols.initialiser().isPresent()) {
        initial = Optional.of(initial(m));
      } else if (isRegistered(m) && !filled.contains(name)) {
        choices = isOutOfSight(m) ? ofPointer(m) : anyOf(type, numbers);
      }
      all.add(
          new Program.Member(
              m.struct(),
              name,
              m.isSlot() || isOutOfSight(m),
              initial,
              choices,
              StructVariables.isLink(type),
              spell(type, m.written())));
    }
    return all;
  }

  private Value initial(Structs.Member m) {
    Optional<Expression> given = symbols.initialiser().map(i -> i.members().get(m.written()));
    if (given.filter(Slots::isFunction).isPresent()) {
      return new Value.Function(functions.get(m.name()));
    }
    return given
        .map(v -> Initial.of(v, m.type(), m.written()))
        .orElseGet(() -> Initial.zero(m.type()));
  }

  private List<Value> ofPointer(Structs.Member m) {
    Value set = new Value.Function("set");
    return mayBeNull(m) ? List.of(new Value.Null(), set) : List.of(set);
  }

  private List<Value> anyOf(Type type, SortedSet<Integer> numbers) {
    if (type instanceof Type.Bool) {
      return List.of(new Value.Truth(false), new Value.Truth(true));
    } else if (type instanceof Type.Lock) {
      return List.of(Initial.zero(type));
    } else if (type.isNumber()) {
      return Parameters.domain(type).of(numbers).map(n -> (Value) new Value.Number(n)).toList();
    } else if (type instanceof Type.FunctionPointer) {
      // A slot that the code tests is one that a provider may leave empty.
      return List.of(new Value.Null(), new Value.Function("set"));
    }
    return List.of(new Value.Null());
  }

  static String spell(Type type, String name) {
    if (type instanceof Type.Bool) {
      return "bool " + name;
    } else if (type instanceof Type.Int) {
      return "int " + name;
    } else if (type instanceof Type.Numbered t) {
      return "struct " + t.struct() + " *" + name;
    } else if (type instanceof Type.Kernel k) {
      return k.name() + " " + name;
    } else if (type instanceof Type.Lock l) {
      return l.type().c() + " " + name + ", 0 once it is initialised";
    } else if (type instanceof Type.Pointer p && p.target() instanceof Type.Struct s) {
      return "struct " + s.name() + " *" + name;
    } else if (type instanceof Type.Pointer p && p.target() instanceof Type.Function f) {
      return spell(f.result(), "").trim() + " (*" + name + ")()";
    } else if (type instanceof Type.FunctionPointer f) {
      return spell(f.result(), "").trim() + " (*" + name + ")()";
    } else if (type instanceof Type.Pointer p) {
      return spell(p.target(), "") + "*" + name;
    }
    return "void " + name;
  }
}
