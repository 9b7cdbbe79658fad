package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.Item.Role;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Context;

/** Who registers, who unregisters, who reads. */
final class Roles {
  private static final Map<Role, Context> CONTEXTS =
      Map.of(
          Role.NMI, Context.NMI,
          Role.IRQ, Context.IRQ,
          Role.SOFTIRQ, Context.SOFTIRQ,
          Role.TASK, Context.TASK);

  private static final Place TOP = new Place(1, 1);

  private final Symbols symbols;
  private final Diagnostics problems;
  private Optional<Item.Function> register = Optional.empty();
  private Optional<Item.Function> unregister = Optional.empty();
  private final List<Item.Function> readers = new ArrayList<>();
  private final Set<Item.Function> guessed = new HashSet<>();

  Roles(Symbols symbols, Diagnostics problems) {
    this.symbols = symbols;
    this.problems = problems;
    symbols.functions().forEach(this::assign);
    if (register.isEmpty()) {
      missing(Role.REGISTER, "write __register void register_callbacks(struct NAME *cbs) { ... }");
    }
    if (unregister.isEmpty() && register.isPresent() && !permanent()) {
      missing(
          Role.UNREGISTER,
          "write __unregister void unregister_callbacks(struct NAME *cbs) { ... }, or mark the"
              + " registering one __register __permanent if nobody ever unregisters");
    }
    if (unregister.isPresent() && permanent()) {
      problems.report(
          unregister.get().place(),
          "a registration that is __permanent has no unregister",
          "remove __permanent from " + register.get().name() + ", or this function");
    }
    if (readers.isEmpty()) {
      problems.report(
          TOP,
          "no function is a reader",
          "mark the functions that use the callbacks __nmi, __irq, __softirq or __task");
    }
  }

  /** Reports that nobody has a role, where the function is that may be meant to have it. */
  private void missing(Role role, String help) {
    Optional<Item.Function> meant = RoleGuess.whoIs(role, withoutRole());
    meant.ifPresent(guessed::add);
    problems.report(
        meant.map(Item.Function::place).orElse(TOP),
        "no function has the role " + role.attribute(),
        meant
            .map(f -> "is it this one? write %s before it".formatted(role.attribute()))
            .orElse(help));
  }

  private Stream<Item.Function> withoutRole() {
    Set<String> named = symbols.named();
    return symbols.ownFunctions().stream()
        .filter(f -> f.roles().isEmpty() && f.body().isPresent() && !named.contains(f.name()));
  }

  private void assign(Item.Function f) {
    Set<Role> roles = f.roles();
    long main = roles.stream().filter(r -> r != Role.PERMANENT && r != Role.PINS_PROVIDER).count();
    if (main > 1) {
      problems.report(
          f.place(), f.name() + "() has more than one role", "give it one; share code by a helper");
      return;
    }
    if (roles.contains(Role.PERMANENT) && !roles.contains(Role.REGISTER)) {
      problems.report(
          f.place(), "__permanent without __register", "it belongs to the registering one");
    }
    if (roles.contains(Role.PINS_PROVIDER) && !roles.contains(Role.TASK)) {
      problems.report(
          f.place(), "__pins_provider without __task", "only a task can pin its provider");
    }
    if (main == 1 && f.body().isEmpty()) {
      problems.report(f.place(), f.name() + "() has a role but no body", "write its body");
      return;
    }
    if (roles.contains(Role.REGISTER)) {
      register = only(f, register, "__register");
      parameters(f, true);
    } else if (roles.contains(Role.UNREGISTER)) {
      unregister = only(f, unregister, "__unregister");
      parameters(f, true);
    } else if (main == 1) {
      readers.add(f);
      parameters(f, roles.contains(Role.PINS_PROVIDER));
    }
  }

  private Optional<Item.Function> only(
      Item.Function f, Optional<Item.Function> before, String role) {
    before.ifPresent(
        b ->
            problems.report(
                f.place(),
                "a second " + role + " function, besides " + b.name() + "()",
                "keep one; let it call the others"));
    return before.isPresent() ? before : Optional.of(f);
  }

  private void parameters(Item.Function f, boolean object) {
    boolean objectIsLeft = object;
    for (Item.Parameter p : f.parameters()) {
      if (object
          && symbols.registersNothing()
          && p.type() instanceof Type.Pointer pointer
          && pointer.target() instanceof Type.Opaque struct) {
        Refusal.noted(
            problems,
            () -> {
              throw Structs.undefined(struct, p.place());
            });
      }
      boolean isObject = objectIsLeft && symbols.isRegistered(p.type());
      objectIsLeft &= !isObject;
      boolean isKnown =
          isHandle(f, p)
              || Parameters.isAnyValue(p)
              || Parameters.isData(p)
              || symbols.onlyVariable(p.type()).isPresent()
              || symbols.deferrals().of(f.name()).filter(l -> l.isGiven(p)).isPresent();
      if (!isObject && !isKnown) {
        problems.report(
            p.place(), f.name() + "() is called by nobody who could pass this", help(object));
      }
    }
  }

  /** Whether it is what registering has returned, which unregistering is given. */
  private boolean isHandle(Item.Function f, Item.Parameter p) {
    return f.roles().contains(Role.UNREGISTER)
        && symbols.handle().filter(p.type()::equals).isPresent();
  }

  private String help(boolean object) {
    return object
        ? "take the callbacks object, once: "
            + symbols
                .registered()
                .map(s -> "struct " + s + " *cbs")
                .orElse("a pointer to a function")
            + "; beside it integers, bools, void *, the only global struct of its kind"
        : "take integers and bools, which may have any value, void *, and a pointer to a struct of which"
            + " there is one global alone; or none: (void)";
  }

  /** Whether it was reported as one that may be meant to have a role. */
  boolean isMeant(Item.Function f) {
    return guessed.contains(f);
  }

  Optional<Item.Function> register() {
    return register;
  }

  Optional<Item.Function> unregister() {
    return unregister;
  }

  List<Item.Function> readers() {
    return readers;
  }

  /** Whether there is somebody to register, and to unregister unless it is for good. */
  boolean complete() {
    return register.isPresent() && (permanent() || unregister.isPresent());
  }

  boolean permanent() {
    return register.filter(f -> f.roles().contains(Role.PERMANENT)).isPresent();
  }

  static Context context(Item.Function reader) {
    return reader.roles().stream()
        .filter(CONTEXTS::containsKey)
        .map(CONTEXTS::get)
        .findFirst()
        .orElseThrow();
  }

  static boolean pins(Item.Function reader) {
    return reader.roles().contains(Role.PINS_PROVIDER);
  }
}
