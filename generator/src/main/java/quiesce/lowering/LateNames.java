package quiesce.lowering;

import java.util.Optional;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Type;

/**
 * Which struct an address is of, by which the kernel keeps when a function runs: a global, or the
 * member that each object has.
 */
final class LateNames {
  private final StructVariables variables;
  private final Embedding embedding;

  LateNames(StructVariables variables, Embedding embedding) {
    this.variables = variables;
    this.embedding = embedding;
  }

  /** The global that an address is of: the only one of its struct, where a pointer leads there. */
  Optional<String> global(Expression address, String struct, Item.Function in) {
    if (!(address instanceof Expression.AddressOf a)) {
      return Optional.empty();
    }
    Optional<String> name = Optional.empty();
    if (a.operand() instanceof Expression.Name n) {
      name = Optional.of(n.name());
    } else if (a.operand() instanceof Expression.Part p) {
      name = Optional.of(p.name());
    } else if (a.operand() instanceof Expression.Member m) {
      name = member(m, in);
    }
    return name.filter(
        n -> variables.find(n).filter(s -> s.type().name().equals(struct)).isPresent());
  }

  /** {@code pointer->member}, where the pointer is declared in the function. */
  private Optional<String> member(Expression.Member m, Item.Function in) {
    return m.object() instanceof Expression.Name n
        ? leadsTo(n, in).flatMap(variables::only).map(s -> s.member(m.member()))
        : Optional.empty();
  }

  /** The struct that a local or a parameter leads to. */
  private static Optional<Type.Struct> leadsTo(Expression.Name n, Item.Function in) {
    return TreeWalk.declared(n.name(), in)
        .filter(t -> t instanceof Type.Pointer p && p.target() instanceof Type.Struct)
        .map(t -> (Type.Struct) ((Type.Pointer) t).target());
  }

  /** The member that each object has, if there is one of this struct alone. */
  Optional<String> ofObjects(String struct) {
    return embedding.of(struct).map(i -> i.outer() + "." + i.member());
  }

  /** The address of the hrtimer of which a place is the function. */
  Optional<Expression> timer(Expression target, Item.Function in) {
    return LateStructs.timer(target).filter(t -> isHrtimer(t, in));
  }

  private boolean isHrtimer(Expression address, Item.Function in) {
    String struct = LateStructs.HRTIMER;
    if (address instanceof Expression.Name n) {
      return leadsTo(n, in).filter(t -> t.name().equals(struct)).isPresent();
    }
    return global(address, struct, in).isPresent()
        || address instanceof Expression.AddressOf a
            && a.operand() instanceof Expression.Member m
            && m.object() instanceof Expression.Name n
            && embedding
                .of(struct)
                .filter(i -> i.member().equals(m.member()))
                .flatMap(i -> leadsTo(n, in).filter(t -> t.name().equals(i.outer())))
                .isPresent();
  }

  /** The hrtimer that an address is of. */
  Optional<String> hrtimer(Expression address, Item.Function in) {
    Optional<String> only =
        Optional.of(address)
            .filter(Expression.Name.class::isInstance)
            .flatMap(p -> variables.only(new Type.Struct(LateStructs.HRTIMER)))
            .map(Pointee.GlobalStruct::name);
    return global(address, LateStructs.HRTIMER, in)
        .or(() -> only)
        .or(() -> ofObjects(LateStructs.HRTIMER));
  }
}
