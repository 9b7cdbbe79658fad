package quiesce.lkmm;

import java.util.List;
import quiesce.export.Inexpressible;
import quiesce.steps.Access;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.Local;
import quiesce.steps.Value;

/** What is done with the objects that pointers lead to, as far as a question is about it. */
final class Uses {
  static final int LIVE = 1;
  static final int TORN_DOWN = 2;

  private Uses() {}

  /**
   * Uses an object: its life is loaded through the pointer, so that the load depends on it. A
   * pointer that may be NULL is tested first, for the test's sake; nothing but that load is in the
   * branch.
   */
  static void of(Scribe s, Value pointer) {
    if (!s.asks(Question.NULL) && !s.asksLife()) {
      return;
    }
    List<Statement> load = s.asksLife() ? s.apart(() -> life(s, pointer)) : List.of();
    if (pointer instanceof Value.Null || !s.isNonNull(pointer)) {
      String register = s.registers().fresh("null", 0);
      s.add(
          new Statement.If(
              s.condition(new Value.NonNull(pointer)),
              load,
              List.of(Statement.line("%s = 1", register))));
      if (s.asks(Question.NULL)) {
        s.registers().faulty(register, 1);
      }
      s.registers().demands(register, 0);
    } else {
      load.forEach(s::add);
    }
  }

  private static void life(Scribe s, Value pointer) {
    String register = s.registers().fresh("life", LIVE);
    s.add("%s = READ_ONCE(*%s)", register, s.of(pointer));
    if (s.asks(Question.RAW)) {
      s.registers().faulty(register, 0);
    } else {
      s.registers().faulty(register, TORN_DOWN);
    }
    s.registers().demands(register, LIVE);
  }

  static void call(Scribe s, Access.CallSlot c) {
    if (c.stored()) {
      throw new Inexpressible("a slot that may be empty");
    }
    of(s, c.object());
    s.enters(c.object());
  }

  /** Whoever is inside of a callback until now uses its object until now. */
  static void returns(Scribe s) {
    Value object = s.leaves();
    if (s.asks(Question.TORN_DOWN)) {
      List<Statement> load = s.apart(() -> life(s, object));
      if (s.isNonNull(object)) {
        load.forEach(s::add);
      } else {
        s.add(new Statement.If(s.condition(new Value.NonNull(object)), load, List.of()));
      }
    } else if (s.asks(Question.LEFT_BEHIND) && !s.role().isProvider()) {
      looksForEnd(s, object);
    }
  }

  /** Asks whether the unregistration has returned, for each pointer that the thread still needs. */
  static void holds(Scribe s) {
    if (!s.asks(Question.LEFT_BEHIND)
        || s.role().isProvider()
        || s.here().step() instanceof Local) {
      return;
    }
    s.role().thread().locals().entrySet().stream()
        .filter(l -> l.getValue() == LocalKind.OBJECT)
        .map(l -> new Value.Local(l.getKey()))
        .filter(l -> s.role().lives().holds(s.here().id(), l.name()))
        .filter(l -> !calls(s, l))
        .forEach(l -> looksForEnd(s, l));
  }

  /** Whether it is asked when the callback returns, which is later. */
  private static boolean calls(Scribe s, Value.Local pointer) {
    return s.here().step() instanceof Access.CallSlot c && c.object().equals(pointer);
  }

  private static void looksForEnd(Scribe s, Value pointer) {
    for (int i = 0; i < s.cast().program().providers(); i++) {
      String register = s.registers().fresh("gone", 0);
      String object = s.object(i);
      s.add(
          Statement.when(
              "%s == %s".formatted(s.of(pointer), object),
              "%s = READ_ONCE(*%s)",
              register,
              s.mark("gone", i)));
      s.registers().faulty(register, 1);
    }
  }

  static void initialise(Scribe s) {
    if (s.asksLife()) {
      s.add("WRITE_ONCE(*%s, %d)", s.ownObject(), LIVE);
    }
  }

  /** The unregistration has returned: what is marked comes after all that was done for it. */
  static void tearDown(Scribe s) {
    if (s.asksLife()) {
      s.add("WRITE_ONCE(*%s, %d)", s.ownObject(), TORN_DOWN);
    } else if (s.asks(Question.LEFT_BEHIND)) {
      s.add("smp_store_release(%s, 1)", s.mark("gone", s.role().number()));
    }
  }
}
