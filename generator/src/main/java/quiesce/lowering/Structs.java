package quiesce.lowering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import quiesce.primitives.Dialect;
import quiesce.primitives.Primitive;
import quiesce.primitives.Primitives;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Statement;
import quiesce.source.Type;

/**
 * The members of the structs, each by a name of its own, and which of them a {@code p->m} is. What
 * a pointer leads to is found from the types that names are declared with, before any step is made.
 */
final class Structs {
  /**
   * A member of a struct.
   *
   * @param struct the outermost that it is always in
   * @param written as it is called in the struct that it was looked for in
   * @param name by which it is known among the members of all structs
   */
  record Member(Place place, String struct, String written, String name, Type type) {
    boolean isSlot() {
      return type instanceof Type.FunctionPointer;
    }
  }

  private final Map<String, Map<String, Member>> members = new LinkedHashMap<>();
  private final Map<Expression, Member> named = new IdentityHashMap<>();
  private final Map<Expression, Refusal> refused = new IdentityHashMap<>();
  private final Map<Expression, String> pointers = new IdentityHashMap<>();
  private final Map<Expression, List<Expression.Assign>> copies = new IdentityHashMap<>();
  private final Map<Expression, Refusal> refusedCopies = new IdentityHashMap<>();
  private final Function<String, Optional<Type>> globals;
  private final Map<String, Item.Function> functions;
  private final Embedding embedding;

  /** The members of each struct as it is written. */
  private final Map<String, List<Item.Member>> written = new HashMap<>();

  /**
   * @param hasSlots whether a member of this struct that is a pointer to a function belongs to the
   *     object; in other structs it is a pointer as others are
   * @param globals the types of variables
   */
  Structs(
      List<Item.Struct> structs,
      Embedding embedding,
      Predicate<String> hasSlots,
      Function<String, Optional<Type>> globals,
      Map<String, Item.Function> functions) {
    this.globals = globals;
    this.functions = functions;
    this.embedding = embedding;
    structs.forEach(s -> written.put(s.name(), s.members()));
    Map<String, List<Item.Member>> flat = new LinkedHashMap<>();
    structs.forEach(s -> flat.put(s.name(), flat(s, flat)));
    Map<String, Integer> times = new HashMap<>();
    flat.forEach(
        (struct, all) ->
            all.stream()
                .filter(m -> known(struct, m.name()).isEmpty())
                .forEach(m -> times.merge(name(m), 1, Integer::sum)));
    Set<String> taken = new HashSet<>();
    flat.forEach(
        (struct, all) -> {
          Map<String, Member> byName = new LinkedHashMap<>();
          members.put(struct, byName);
          String outermost = embedding.outermost(struct);
          for (Item.Member m : all) {
            Optional<Member> known = known(struct, m.name());
            String name = known.map(Member::name).orElseGet(() -> name(m, struct, times, taken));
            Type type = hasSlots.test(outermost) ? m.type() : m.type().outsideOfStruct();
            byName.put(m.name(), new Member(m.place(), outermost, m.name(), name, type));
          }
        });
    functions.values().forEach(this::resolve);
  }

  /** The members of a struct, and of those in it, which are defined before it. */
  private static List<Item.Member> flat(Item.Struct s, Map<String, List<Item.Member>> before) {
    List<Item.Member> all = new ArrayList<>();
    for (Item.Member m : s.members()) {
      if (m.type() instanceof Type.Struct inner) {
        before
            .get(inner.name())
            .forEach(i -> all.add(new Item.Member(m.place(), i.type(), m.name() + "." + i.name())));
      } else {
        all.add(m);
      }
    }
    return all;
  }

  /** The member of a struct that is always in this one, where that is what the name means. */
  private Optional<Member> known(String struct, String written) {
    int dot = written.indexOf('.');
    return Optional.of(dot)
        .filter(at -> at > 0)
        .flatMap(at -> embedding.inner(struct, written.substring(0, at)))
        .map(inner -> members.getOrDefault(inner, Map.of()).get(written.substring(dot + 1)));
  }

  private static String name(
      Item.Member m, String struct, Map<String, Integer> times, Set<String> taken) {
    String wish = times.getOrDefault(name(m), 1) == 1 ? name(m) : name(m) + "_of_" + struct;
    String name = wish;
    for (int i = 2; !taken.add(name); i++) {
      name = wish + "_" + i;
    }
    return name;
  }

  private static String name(Item.Member m) {
    return m.name().replace('.', '_');
  }

  /** Finds out which member each {@code p->m} of a function is. */
  private void resolve(Item.Function f) {
    Map<String, Optional<Type>> locals = new HashMap<>();
    f.parameters().forEach(p -> locals.put(p.name(), Optional.of(p.type())));
    f.body()
        .ifPresent(
            body -> {
              new TreeWalk(s -> declares(s, locals), e -> {}).visit(body);
              StructCopies found = new StructCopies(e -> type(e, locals), this::of);
              new TreeWalk(
                      s -> {
                        if (s instanceof Statement.Declaration d && d.initialiser().isPresent()) {
                          Expression value = d.initialiser().get();
                          copied(value, () -> found.initial(d.name(), value), locals);
                        }
                      },
                      e -> {
                        if (e instanceof Expression.Member m) {
                          resolve(m, locals);
                        }
                        copied(e, () -> found.of(e), locals);
                      })
                  .visit(body);
            });
  }

  /** Takes note of the assignments of members that an expression consists of. */
  private void copied(
      Expression e, Supplier<List<Expression.Assign>> found, Map<String, Optional<Type>> locals) {
    try {
      List<Expression.Assign> assignments = found.get();
      if (!assignments.isEmpty()) {
        copies.put(e, assignments);
        assignments.stream()
            .flatMap(TreeWalk::all)
            .filter(Expression.Member.class::isInstance)
            .forEach(m -> resolve((Expression.Member) m, locals));
      }
    } catch (Refusal r) {
      refusedCopies.put(e, r);
    }
  }

  /**
   * The assignments of members that an expression consists of, if it copies a struct: {@code *a =
   * *b}, {@code memcpy(a, b, sizeof(*a))}, what a local struct is initialised with, {@code
   * memset(a, 0, sizeof(*a))}.
   */
  Optional<List<Expression.Assign>> copies(Expression e) {
    if (refusedCopies.containsKey(e)) {
      throw refusedCopies.get(e);
    }
    return Optional.ofNullable(copies.get(e));
  }

  private static void declares(Statement s, Map<String, Optional<Type>> locals) {
    if (s instanceof Statement.Declaration d) {
      locals.merge(d.name(), Optional.of(d.type()), (a, b) -> a.equals(b) ? a : Optional.empty());
    }
  }

  private void resolve(Expression.Member m, Map<String, Optional<Type>> locals) {
    try {
      named.put(m, resolved(m, locals));
    } catch (Refusal r) {
      refused.put(m, r);
    }
  }

  private Member resolved(Expression.Member m, Map<String, Optional<Type>> locals) {
    Optional<Type> pointer = type(m.object(), locals);
    if (pointer.isPresent()
        && pointer.get() instanceof Type.Pointer p
        && p.target() instanceof Type.Opaque o) {
      throw undefined(o, m.place());
    }
    if (pointer.isPresent()
        && pointer.get() instanceof Type.Pointer p
        && p.target() instanceof Type.Struct s) {
      pointers.put(m, s.name());
      refuseKept(s.name(), m);
      return member(s.name(), m.member(), m.place());
    }
    if (members.size() == 1) {
      return member(members.keySet().iterator().next(), m.member(), m.place());
    }
    throw new Refusal(
        m.place(),
        "it is not known which struct this points to",
        "put the pointer into a local of its type first: struct name *p = ...;");
  }

  /** Whether a struct has a member of this name that is another struct. */
  boolean has(String struct, String member, String inner) {
    return written.getOrDefault(struct, List.of()).stream()
        .anyMatch(m -> m.name().equals(member) && m.type().equals(new Type.Struct(inner)));
  }

  /** What the kernel keeps of a timer or the like is not the file's to read or to write. */
  private void refuseKept(String struct, Expression.Member m) {
    String inner = struct;
    for (String name : m.member().split("\\.")) {
      if (LateStructs.isKept(inner)) {
        throw new Refusal(
            m.place(),
            "what the kernel keeps in a struct %s is read or written".formatted(inner),
            "leave that to its functions; set the members one by one where a struct with one in it is filled or"
                + " copied");
      }
      Optional<Type> type =
          written.getOrDefault(inner, List.of()).stream()
              .filter(i -> i.name().equals(name))
              .map(Item.Member::type)
              .findFirst();
      inner = type.orElse(null) instanceof Type.Struct s ? s.name() : "";
    }
  }

  static Refusal undefined(Type.Opaque struct, Place place) {
    return new Refusal(
        place,
        "struct " + struct.name() + " is not defined",
        "define it: struct " + struct.name() + " { ... };");
  }

  /** The struct that the pointer of {@code p->m} leads to, where its type says it. */
  Optional<String> pointedTo(Expression.Member m) {
    return Optional.ofNullable(pointers.get(m));
  }

  /** The member of a struct; refuses one that the struct does not have. */
  Member member(String struct, String name, Place place) {
    Map<String, Member> all = members.getOrDefault(struct, Map.of());
    return Optional.ofNullable(all.get(name))
        .orElseThrow(
            () ->
                new Refusal(
                    place,
                    "struct " + struct + " has no member " + name,
                    all.isEmpty()
                        ? "define it: struct " + struct + " { ... };"
                        : "name one of: " + String.join(", ", all.keySet())));
  }

  /** The member that an expression names; empty if that is refused. */
  Optional<Member> find(Expression.Member m) {
    return Optional.ofNullable(named.get(m));
  }

  /** The member that an expression names. */
  Member of(Expression.Member m) {
    return find(m).orElseThrow(() -> refused.get(m));
  }

  /** The members of a struct. */
  Collection<Member> of(Type.Struct struct) {
    return members.getOrDefault(struct.name(), Map.of()).values();
  }

  /** The struct of the kernel's that a member is, if that is what is in lists. */
  Optional<String> list(Type.Struct struct, String written) {
    return of(struct).stream()
        .filter(m -> m.written().equals(written + ".next") && StructVariables.isLink(m.type()))
        .map(m -> ((Type.Pointer) m.type()).struct())
        .findFirst();
  }

  /** The members of all structs, each once. */
  List<Member> all() {
    return members.entrySet().stream()
        .filter(s -> embedding.of(s.getKey()).isEmpty())
        .flatMap(s -> s.getValue().values().stream())
        .toList();
  }

  Embedding embedding() {
    return embedding;
  }

  /** What an expression in a function is, as far as it is declared. */
  Optional<Type> typeIn(Item.Function f, Expression e) {
    Map<String, Optional<Type>> locals = new HashMap<>();
    f.parameters().forEach(p -> locals.put(p.name(), Optional.of(p.type())));
    f.body().ifPresent(body -> new TreeWalk(s -> declares(s, locals), x -> {}).visit(body));
    return type(e, locals);
  }

  private Optional<Type> type(Expression e, Map<String, Optional<Type>> locals) {
    if (e instanceof Expression.Name n) {
      return locals.containsKey(n.name()) ? locals.get(n.name()) : globals.apply(n.name());
    } else if (e instanceof Expression.Part p) {
      return globals.apply(p.name());
    } else if (e instanceof Expression.Member m) {
      return type(m.object(), locals)
          .filter(t -> t instanceof Type.Pointer)
          .map(t -> members.getOrDefault(((Type.Pointer) t).struct(), Map.of()).get(m.member()))
          .map(Member::type);
    } else if (e instanceof Expression.Container c) {
      return Optional.of(new Type.Pointer(new Type.Struct(c.struct())));
    } else if (e instanceof Expression.Index x) {
      return type(x.array(), locals);
    } else if (e instanceof Expression.Dereference d) {
      return pointedTo(d, locals);
    } else if (e instanceof Expression.AddressOf a) {
      return type(a.operand(), locals).map(t -> t instanceof Type.Struct ? new Type.Pointer(t) : t);
    } else if (e instanceof Expression.Cast c) {
      return type(c.operand(), locals);
    } else if (e instanceof Expression.Converted c) {
      return Optional.of(new Type.Int(c.unsigned()));
    } else if (e instanceof Expression.Assign a) {
      return type(a.target(), locals);
    } else if (e instanceof Expression.Conditional c) {
      return c.arms().flatMap(arm -> type(arm, locals).stream()).findFirst();
    } else if (e instanceof Expression.Call c) {
      return result(c, locals);
    }
    return Optional.empty();
  }

  private Optional<Type> pointedTo(Expression.Dereference d, Map<String, Optional<Type>> locals) {
    if (d.operand() instanceof Expression.Call c
        && Places.isPerCpu(c)
        && !c.arguments().isEmpty()
        && c.arguments().get(0) instanceof Expression.AddressOf variable) {
      return type(variable.operand(), locals);
    }
    return type(d.operand(), locals)
        .filter(Type.Pointer.class::isInstance)
        .map(p -> ((Type.Pointer) p).target());
  }

  private Optional<Type> result(Expression.Call c, Map<String, Optional<Type>> locals) {
    boolean ofFirst =
        Primitives.find(c.name(), Dialect.STRATEGY)
            .map(Primitive::meaning)
            .filter(
                p ->
                    p instanceof Primitive.Hint
                        || p instanceof Primitive.Steps s
                            && s.result().filter(Primitive.Result::isOfPlace).isPresent())
            .isPresent();
    if ((ofFirst || Places.isPerCpu(c)) && !c.arguments().isEmpty()) {
      return type(c.arguments().get(0), locals);
    }
    return Optional.ofNullable(functions.get(c.name())).map(Item.Function::result);
  }
}
