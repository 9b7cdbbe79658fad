package quiesce.lowering;

import java.util.Optional;
import quiesce.primitives.Operands.Operand;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.LockType;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.Location;
import quiesce.steps.LockKind;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** Finds out which lock is meant: one of the file, by its name, or one that each object has. */
final class LockNames {
  private final ThreadLowering in;

  LockNames(ThreadLowering in) {
    this.in = in;
  }

  /** The lock that an argument is the address of; refuses one of another type. */
  Operand.Lock named(Expression e, LockType type) {
    Expression at = Places.pointee(e);
    if (at instanceof Expression.Member m) {
      Typed pointer = in.places.pointer(m);
      return pointer.pointee().orElse(null) instanceof Pointee.GlobalStruct s
          ? ofFile(name(s, m), e, type)
          : ofObject(m, pointer, type, e.place());
    }
    return in.addresses
        .name(at)
        .map(name -> ofFile(name, e, type))
        .orElseThrow(() -> noLock(e.place(), type));
  }

  private Operand.Lock ofFile(String name, Expression e, LockType type) {
    return in.symbols
        .lock(name)
        .filter(l -> l.type() == type)
        .map(Item.Lock::name)
        .map(Operand.Lock::new)
        .orElseThrow(() -> noLock(e.place(), type));
  }

  private static Refusal noLock(Place place, LockType type) {
    return new Refusal(
        place,
        "not a " + type.label() + " of this file",
        "define it by " + type.definition() + "(name); and pass its address");
  }

  private Operand.Lock ofObject(Expression.Member m, Typed pointer, LockType type, Place place) {
    Structs.Member member = in.symbols.members().of(m);
    if (!member.type().equals(new Type.Lock(type))) {
      throw noLock(place, type);
    } else if (!ObjectLocks.isOne(member.type())) {
      throw new Refusal(
          place,
          "a " + type.label() + " that each object has",
          "give each object a spinlock or a mutex; or define one for all, by "
              + type.definition()
              + "(name);");
    }
    Value object = in.expressions.followed(pointer, m.object().place());
    return new Operand.Lock(
        ObjectLocks.name(member, in.symbols.members()),
        Optional.of(new Location.Member(member.name(), object)));
  }

  /** The lock of an element has a name of its own, so that it must be known which one it is. */
  private static String name(Pointee.GlobalStruct s, Expression.Member m) {
    String name = s.member(m.member());
    if (s.which() instanceof Pointee.Which.Only) {
      return name;
    } else if (s.which() instanceof Pointee.Which.Element of
        && of.index() instanceof Value.Number index) {
      return StructVariables.element(name, index.value());
    }
    throw new Refusal(
        m.place(),
        "it is not known as the file is read which element the lock is of",
        "name the element by a constant, or in a loop from a constant to a constant; or define one lock for all"
            + " of them, at the top level");
  }

  /**
   * Makes a step of a call that may be about a lock. Who takes the lock of an object finds it
   * initialised; who releases a mutex still uses it when others have it already
   * (Documentation/locking/mutex-design.rst).
   *
   * @return the node of the step
   */
  int emit(Step step, Optional<Operand.Lock> lock, Place place) {
    Optional<Location.Member> member = lock.flatMap(Operand.Lock::member);
    boolean looks = LockKind.takes(step) || step instanceof Access.IsLocked;
    member
        .filter(m -> looks && in.slots.mayBeUninitialised(m.name()))
        .ifPresent(
            m ->
                in.emit(
                    new Access.Load(
                        Access.Load.Kind.READ_ONCE, in.scope.unused("lock", Typed.Kind.INT), m),
                    place));
    int node = in.emit(step, place);
    member
        .filter(m -> step instanceof Section.Unlock u && u.kind().sleeps())
        .ifPresent(m -> in.emit(new Access.Use(m), place));
    return node;
  }
}
