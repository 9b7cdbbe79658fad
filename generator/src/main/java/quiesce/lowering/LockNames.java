package quiesce.lowering;

import java.util.Optional;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.LockType;
import quiesce.steps.Value;

/** Finds out which lock is meant, by the name that it has among the locks of the file. */
final class LockNames {
  private final ThreadLowering in;

  LockNames(ThreadLowering in) {
    this.in = in;
  }

  /** The lock that an argument is the address of; refuses one of another type. */
  String named(Expression e, LockType type) {
    Optional<Item.Lock> lock =
        name(Places.pointee(e)).flatMap(in.symbols::lock).filter(l -> l.type() == type);
    if (lock.isPresent()) {
      return lock.get().name();
    }
    throw new Refusal(
        e.place(),
        "not a " + type.label() + " of this file",
        "define it by " + type.definition() + "(name); and pass its address");
  }

  /** The lock of an element has a name of its own, so that it must be known which one it is. */
  private Optional<String> name(Expression e) {
    if (!(e instanceof Expression.Member m)
        || !(in.places.pointer(m).pointee().orElse(null) instanceof Pointee.GlobalStruct s)) {
      return e instanceof Expression.Member ? Optional.empty() : in.addresses.name(e);
    }
    String name = s.member(m.member());
    if (s.which() instanceof Pointee.Which.Only) {
      return Optional.of(name);
    } else if (s.which() instanceof Pointee.Which.Element of
        && of.index() instanceof Value.Number index) {
      return Optional.of(StructVariables.element(name, index.value()));
    }
    throw new Refusal(
        e.place(),
        "it is not known as the file is read which element the lock is of",
        "name the element by a constant, or in a loop from a constant to a constant; or define one lock for all"
            + " of them, at the top level");
  }
}
