package quiesce.lowering;

import java.util.Optional;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.LockKind;
import quiesce.steps.Section;
import quiesce.steps.Value;

/**
 * References to the module that has registered (kernel/module/main.c): its exit function is not
 * called while somebody has one, and then nobody gets one any more.
 */
final class ModuleCalls {
  private static final String GET = "try_module_get";
  private static final String PUT = "module_put";
  private static final String MORE = "__module_get";
  private static final String STRUCT = "module";

  private final ThreadLowering in;

  ModuleCalls(ThreadLowering in) {
    this.in = in;
  }

  static boolean isOne(String name) {
    return name.equals(GET) || name.equals(PUT) || name.equals(MORE);
  }

  /** Whether anything of the file takes references. */
  static boolean areIn(Symbols symbols) {
    return symbols.ownFunctions().stream()
        .flatMap(f -> TreeWalk.all(Expression.Call.class, f))
        .anyMatch(c -> c.name().equals(GET));
  }

  Typed lower(Expression.Call c, Want want) {
    Expression module = Calls.argument(c, 0, 1);
    if (module.bare() instanceof Expression.Text) {
      return ofThisFile(c);
    } else if (c.name().equals(MORE)) {
      throw new Refusal(
          c.place(),
          MORE + "() asks for no more than one reference that is held already",
          "take the first one by " + GET + "(p->owner), and test it");
    }
    return c.name().equals(GET) ? get(owner(module), c.place(), want) : put(module, c.place());
  }

  /**
   * {@code THIS_MODULE}. What others register with does not go here, so that there is nothing to
   * count. What registers itself may be going while somebody is in it, who comes too late to ask.
   */
  private Typed ofThisFile(Expression.Call c) {
    if (in.symbols.isModule() || in.symbols.initialiser().isPresent()) {
      throw new Refusal(
          c.place(),
          c.name()
              + "(THIS_MODULE) is run by the module that may be going: it is too late for a reference",
          "let the caller hold one: set .owner = THIS_MODULE where the callers are in this file, else write"
              + " __pins_provider before the task");
    }
    return c.name().equals(GET) ? new Typed(new Value.Truth(true), Typed.Kind.BOOL) : Typed.NOTHING;
  }

  private Typed get(Expression.Member owner, Place place, Want want) {
    // It is used as the object is that has the pointer to it.
    in.expressions.evaluate(owner);
    if (!isCounted(owner.member())) {
      return new Typed(new Value.Truth(true), Typed.Kind.BOOL);
    }
    String local = want.localFor(Typed.Kind.INT, "got", in.scope);
    in.emit(new Access.Trylock(LockKind.MODULE, local, LockKind.OF_MODULE), place);
    return new Typed(new Value.Local(local), Typed.Kind.INT);
  }

  private Typed put(Expression module, Place place) {
    boolean counted = true;
    if (module.bare() instanceof Expression.Member) {
      counted = isCounted(owner(module).member());
    } else if (in.symbols.initialiser().isPresent()) {
      throw new Refusal(
          module.place(),
          "it is not known whose module this is",
          "write it as a member of what is registered: module_put(p->owner)");
    }
    in.expressions.evaluate(module).as(Typed.Kind.DATA, module.place());
    if (counted) {
      in.emit(new Section.Unlock(LockKind.MODULE, LockKind.OF_MODULE), place);
    }
    return Typed.NOTHING;
  }

  /** The member of what is registered that leads to the module. */
  private Expression.Member owner(Expression module) {
    if (module.bare() instanceof Expression.Member m && isOwner(m)) {
      boolean set =
          in.symbols.functions().stream()
              .flatMap(Assignments::members)
              .anyMatch(m.member()::equals);
      if (set) {
        throw new Refusal(
            m.place(),
            m.member() + " is set in this file, so that it may be NULL before",
            "leave that out: what is registered comes with its owner");
      }
      return m;
    }
    throw new Refusal(
        module.place(),
        "not the module of what is registered, read where it is used",
        "write "
            + GET
            + "(p->owner), with a member struct module *owner; of the struct that is registered");
  }

  private boolean isOwner(Expression.Member m) {
    Structs members = in.symbols.members();
    Optional<String> struct = members.pointedTo(m).map(members.embedding()::outermost);
    return struct.isPresent()
        && struct.equals(in.symbols.registered())
        && members.of(m).type() instanceof Type.Pointer p
        && p.target() instanceof Type.Opaque o
        && o.name().equals(STRUCT);
  }

  /**
   * Whether the object has an owner: without, no reference is counted, and each attempt succeeds.
   */
  private boolean isCounted(String member) {
    Optional<Item.ObjectInitialiser> object = in.symbols.initialiser();
    return object.isEmpty()
        || Optional.ofNullable(object.get().members().get(member))
            .filter(e -> !(e instanceof Expression.Null))
            .isPresent();
  }
}
