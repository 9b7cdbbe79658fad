package quiesce.steps;

import java.util.Optional;
import java.util.stream.Stream;

/** Steps that touch something shared, once, and never wait. */
public sealed interface Access extends Step {

  /** Reads a location into a local. */
  sealed interface Load extends Access {
    String local();

    Location location();

    @Override
    default Optional<Location> touches() {
      return Optional.of(location());
    }

    @Override
    default Stream<String> reads() {
      return location().locals();
    }

    @Override
    default Optional<String> writes() {
      return Optional.of(local());
    }
  }

  record PlainLoad(String local, Location location) implements Load {}

  /** A plain load that the compiler repeats. */
  record Reload(String local, Location location) implements Load {}

  record ReadOnce(String local, Location location) implements Load {}

  record RcuDereference(String local, Location location) implements Load {}

  record RcuAccessPointer(String local, Location location) implements Load {}

  record LoadAcquire(String local, Location location) implements Load {}

  record ThisCpuRead(String local, Location location) implements Load {}

  /** Writes a value to a location. */
  sealed interface Store extends Access {
    Location location();

    Value value();

    @Override
    default Optional<Location> touches() {
      return Optional.of(location());
    }

    @Override
    default Stream<String> reads() {
      return Stream.concat(location().locals(), value().locals());
    }
  }

  record PlainStore(Location location, Value value) implements Store {}

  /** A plain store that the compiler put off, taking effect. */
  record LatePlainStore(LateStore store) implements Store {
    @Override
    public Location location() {
      return store.location();
    }

    @Override
    public Value value() {
      return new Value.Local(store.value());
    }
  }

  record WriteOnce(Location location, Value value) implements Store {}

  record RcuAssignPointer(Location location, Value value) implements Store {}

  record StoreRelease(Location location, Value value) implements Store {}

  record ThisCpuWrite(Location location, Value value) implements Store {}

  /** Reads a location and writes it in one step, in the order that the primitive's name says. */
  sealed interface Rmw extends Access {
    /** The local that gets the value read, if any does. */
    Optional<String> local();

    Location location();

    Order order();

    /** What the step reads of its own thread, beside the location's locals. */
    Stream<Value> operands();

    @Override
    default Optional<Location> touches() {
      return Optional.of(location());
    }

    @Override
    default Stream<String> reads() {
      return Stream.concat(location().locals(), operands().flatMap(Value::locals));
    }

    @Override
    default Optional<String> writes() {
      return local();
    }
  }

  /** {@code local = xchg(&location, value)}. */
  record Xchg(Optional<String> local, Location location, Value value, Order order) implements Rmw {
    @Override
    public Stream<Value> operands() {
      return Stream.of(value);
    }
  }

  /**
   * {@code local = cmpxchg(&location, expected, value)}: the local gets what was there. Where that
   * is not what was expected, nothing is written and nothing ordered.
   */
  record Cmpxchg(
      Optional<String> local, Location location, Value expected, Value value, Order order)
      implements Rmw {
    @Override
    public Stream<Value> operands() {
      return Stream.of(expected, value);
    }
  }

  /**
   * {@code local = atomic_fetch_add(operand, &location)} and its like; the local gets the old
   * value.
   */
  record AtomicFetch(
      Optional<String> local,
      Location location,
      Value.Operator operator,
      Value operand,
      Order order)
      implements Rmw {
    @Override
    public Stream<Value> operands() {
      return Stream.of(operand);
    }
  }

  /**
   * {@code atomic_fetch_add_unless(&location, addend, unless)}: the local gets the old value; where
   * that is the excepted one, nothing is written and nothing ordered.
   */
  record AtomicAddUnless(
      Optional<String> local, Location location, Value addend, Value unless, Order order)
      implements Rmw {
    @Override
    public Stream<Value> operands() {
      return Stream.of(addend, unless);
    }
  }

  /** {@code local = spin_trylock(&lock)}: 1 when the lock was free and is taken, 0 otherwise. */
  record Trylock(LockKind kind, String local, String lock) implements Access, OfLock {
    @Override
    public String name() {
      return Names.camel(kind.trylock());
    }

    @Override
    public Optional<String> writes() {
      return Optional.of(local);
    }
  }

  /** {@code local = spin_is_locked(&lock)}, a relaxed load. */
  record IsLocked(LockKind kind, String local, String lock) implements Access, OfLock {
    @Override
    public String name() {
      return Names.camel(kind.isLocked());
    }

    @Override
    public Optional<String> writes() {
      return Optional.of(local);
    }
  }

  /** What an atomic operation orders; RELAXED without a local is one that returns nothing. */
  enum Order {
    RELAXED,
    ACQUIRE,
    RELEASE,
    FULL
  }

  /**
   * Reads a slot from an object and enters the callback.
   *
   * @param stored whether the slot is a variable of the specification, because it may be empty
   */
  record CallSlot(Value object, String slot, boolean stored) implements Access {
    @Override
    public Stream<String> reads() {
      return object.locals();
    }
  }

  /** Leaves a callback without a body, which returns any value of its type. */
  record ReturnAny(String slot, Optional<String> local, Domain domain) implements Access {
    @Override
    public Optional<String> writes() {
      return local;
    }
  }

  /** Leaves a callback that has a body. */
  record ReturnFromSlot(String slot) implements Access {}

  /**
   * The patched call at one site: enters its target. Continues at the first successor inside a
   * registered callback, at the second one in the default function, or after it where the site
   * returns 0 or does nothing.
   */
  record StaticCall(Site site, String slot) implements Access {}

  /** Patches one site. The value is an object, whose slot the site then enters, or NULL. */
  record StaticCallUpdate(Site site, Value target) implements Access {
    @Override
    public Stream<String> reads() {
      return target.locals();
    }
  }

  /**
   * Takes the set of the read-side sections in progress.
   *
   * @param domain of SRCU; empty for RCU
   */
  record GracePeriodBegins(String domain) implements Access {
    @Override
    public String name() {
      return domain.isEmpty() ? "SynchronizeRcuBegin" : "SynchronizeSrcuBegin";
    }
  }

  /** The provider initialises its next object. */
  record Initialise() implements Access {}

  /** The provider's object and the module's text are freed. */
  record TearDown() implements Access {}

  /** What a callback without a body may return. */
  enum Domain {
    NOTHING,
    BOOLEAN,
    NUMBER
  }
}
