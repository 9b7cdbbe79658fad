package quiesce.lowering;

import java.util.Optional;
import quiesce.source.Expression;
import quiesce.steps.Value;

/**
 * Finds out what an address is that is a value: of a function, of the provider's object, of a
 * global struct, or of a local. The last two are known while the file is read, so that {@code
 * p->member} is a variable, and {@code *p} a local.
 */
final class Addresses {
  private final ThreadLowering in;

  Addresses(ThreadLowering in) {
    this.in = in;
  }

  Typed of(Expression.AddressOf a) {
    Optional<Typed> local = local(a.operand());
    if (local.isPresent()) {
      return Typed.address(
          local.get().kind() == Typed.Kind.STRUCT
              ? local.get().pointee().orElseThrow()
              : new Pointee.LocalVariable(local.get()));
    }
    if (a.operand() instanceof Expression.Name n && in.symbols.function(n.name()).isPresent()) {
      return new Typed(new Value.Function(n.name()), Typed.Kind.SLOT);
    }
    if (a.operand() instanceof Expression.Name n
        && in.symbols.initialiser().filter(i -> i.name().equals(n.name())).isPresent()) {
      return in.object(a.place());
    }
    return name(a.operand())
        .flatMap(in.symbols.structVariables()::find)
        .map(Typed::address)
        .orElseThrow(
            () ->
                new Refusal(
                    a.place(),
                    "an address as a value",
                    "use & where a primitive takes an address, and for locals and global structs"));
  }

  /** The global that an expression names, if it names one without a step. */
  Optional<String> name(Expression e) {
    if (e instanceof Expression.Name n && in.scope.lookup(n.name()).isEmpty()) {
      return Optional.of(n.name());
    } else if (e instanceof Expression.Part p && in.scope.lookup(p.variable()).isEmpty()) {
      return Optional.of(p.name());
    } else if (e instanceof Expression.Member m) {
      return in.expressions
          .evaluate(m.object())
          .pointee()
          .filter(Pointee.GlobalStruct.class::isInstance)
          .map(s -> ((Pointee.GlobalStruct) s).member(m.member()));
    }
    return Optional.empty();
  }

  /** The local that an expression names: by itself, by its address, or as a member of a struct. */
  Optional<Typed> local(Expression e) {
    if (e instanceof Expression.Name n) {
      return in.scope.lookup(n.name());
    } else if (e instanceof Expression.Part p) {
      return member(in.scope.lookup(p.variable()), p.member());
    } else if (e instanceof Expression.Member m && m.object() instanceof Expression.Name n) {
      return member(in.scope.lookup(n.name()), m.member());
    } else if (e instanceof Expression.Dereference d && d.operand() instanceof Expression.Name n) {
      return in.scope
          .lookup(n.name())
          .flatMap(Typed::pointee)
          .filter(Pointee.LocalVariable.class::isInstance)
          .map(v -> ((Pointee.LocalVariable) v).variable());
    }
    return Optional.empty();
  }

  private static Optional<Typed> member(Optional<Typed> struct, String name) {
    return struct
        .flatMap(Typed::pointee)
        .filter(Pointee.LocalStruct.class::isInstance)
        .flatMap(s -> Optional.ofNullable(((Pointee.LocalStruct) s).members().get(name)));
  }
}
