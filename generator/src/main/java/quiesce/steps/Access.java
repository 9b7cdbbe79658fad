package quiesce.steps;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Steps that touch something shared, once, and never wait. */
public sealed interface Access extends Step
    permits Access.Load,
        Access.Store,
        Access.Use,
        Access.Rmw,
        Access.Trylock,
        Access.IsLocked,
        Access.CallSlot,
        Access.ReturnAny,
        Access.ReturnFromSlot,
        Access.StaticCall,
        Access.StaticCallUpdate,
        Access.GracePeriodBegins,
        Access.Initialise,
        Access.TearDown,
        Access.Allocate,
        Access.Free,
        LateAccess {

  /** Reads a location into a local. */
  record Load(Kind kind, String local, Location location) implements Access {
    /** Named after the kernel's functions. */
    public enum Kind {
      PLAIN_LOAD(Marking.PLAIN),
      /** A plain load that the compiler repeats. */
      RELOAD(Marking.PLAIN),
      READ_ONCE(Marking.ONCE),
      RCU_DEREFERENCE(Marking.ONCE),
      RCU_ACCESS_POINTER(Marking.ONCE),
      LOAD_ACQUIRE(Marking.ACQUIRE),
      THIS_CPU_READ(Marking.ONCE);

      private final Marking marking;

      Kind(Marking marking) {
        this.marking = marking;
      }

      public Marking marking() {
        return marking;
      }

      /** What steps of this kind are called. */
      public String stepName() {
        return Names.camel(name());
      }

      public boolean is(Step s) {
        return s instanceof Load l && l.kind() == this;
      }
    }

    @Override
    public String name() {
      return kind.stepName();
    }

    @Override
    public Optional<Location> touches() {
      return Optional.of(location);
    }

    @Override
    public Stream<String> reads() {
      return location.locals();
    }

    @Override
    public Optional<String> writes() {
      return Optional.of(local);
    }
  }

  /**
   * Writes a value to a location.
   *
   * @param late the store that the compiler put off, if it is one that takes effect
   */
  record Store(Kind kind, Location location, Value value, Optional<LateStore> late)
      implements Access {
    public Store(Kind kind, Location location, Value value) {
      this(kind, location, value, Optional.empty());
    }

    public static Store of(LateStore late) {
      return new Store(
          Kind.LATE_PLAIN_STORE, late.location(), new Value.Local(late.value()), Optional.of(late));
    }

    /** Named after the kernel's functions. */
    public enum Kind {
      PLAIN_STORE(Marking.PLAIN),
      /** A plain store that the compiler put off, taking effect. */
      LATE_PLAIN_STORE(Marking.PLAIN),
      WRITE_ONCE(Marking.ONCE),
      RCU_ASSIGN_POINTER(Marking.RELEASE),
      STORE_RELEASE(Marking.RELEASE),
      THIS_CPU_WRITE(Marking.ONCE);

      private final Marking marking;

      Kind(Marking marking) {
        this.marking = marking;
      }

      public Marking marking() {
        return marking;
      }

      /** What steps of this kind are called. */
      public String stepName() {
        return Names.camel(name());
      }

      public boolean is(Step s) {
        return s instanceof Store w && w.kind() == this;
      }
    }

    @Override
    public String name() {
      return kind.stepName();
    }

    @Override
    public Optional<Location> touches() {
      return Optional.of(location);
    }

    @Override
    public Stream<String> reads() {
      return Stream.concat(location.locals(), value.locals());
    }
  }

  /** Uses an object whose member it is, without what the member holds. */
  record Use(Location.Member location) implements Access {
    @Override
    public Optional<Location> touches() {
      return Optional.of(location);
    }

    @Override
    public Stream<String> reads() {
      return location.locals();
    }
  }

  /** What the C says of a load or store, and what that orders. */
  enum Marking {
    /** Nothing: the compiler may repeat it or put it off. */
    PLAIN,
    ONCE,
    ACQUIRE,
    RELEASE;

    /** Whether a step is a load or store with this marking. */
    public boolean of(Step s) {
      return s instanceof Load l && l.kind().marking() == this
          || s instanceof Store w && w.kind().marking() == this;
    }
  }

  /**
   * Reads a location and writes it in one step, in the order that the primitive's name says.
   *
   * @param local that gets the value read, if any does
   */
  record Rmw(Optional<String> local, Location location, Operation operation, Order order)
      implements Access {
    @Override
    public String name() {
      return operation.getClass().getSimpleName();
    }

    @Override
    public Optional<Location> touches() {
      return Optional.of(location);
    }

    @Override
    public Stream<String> reads() {
      return Stream.concat(location.locals(), operation.operands().flatMap(Value::locals));
    }

    @Override
    public Optional<String> writes() {
      return local;
    }
  }

  /**
   * {@code local = spin_trylock(&lock)}: 1 when the lock was free and is taken, 0 otherwise.
   *
   * @param member that it is, where each object has one
   */
  record Trylock(LockKind kind, String local, String lock, Optional<Location.Member> member)
      implements Access, Step.OfLock {
    public Trylock(LockKind kind, String local, String lock) {
      this(kind, local, lock, Optional.empty());
    }

    @Override
    public Stream<String> reads() {
      return member.stream().flatMap(Location::locals);
    }

    @Override
    public String name() {
      return Names.camel(kind.trylock());
    }

    @Override
    public Optional<String> writes() {
      return Optional.of(local);
    }
  }

  /**
   * {@code local = spin_is_locked(&lock)}, a relaxed load.
   *
   * @param member that it is, where each object has one
   */
  record IsLocked(LockKind kind, String local, String lock, Optional<Location.Member> member)
      implements Access, Step.OfLock {
    public IsLocked(LockKind kind, String local, String lock) {
      this(kind, local, lock, Optional.empty());
    }

    @Override
    public Stream<String> reads() {
      return member.stream().flatMap(Location::locals);
    }

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
   * @param slot where the C has the pointer to it
   */
  record CallSlot(Value object, String slot, Where where) implements Access {
    /** Where the function is found. */
    public enum Where {
      /** In a slot that the provider has filled, and nobody changes. */
      FILLED,
      /** In a slot that is a variable of the specification, because it may be empty. */
      STORED,
      /** The object is the function. */
      ITSELF
    }

    public boolean stored() {
      return where == Where.STORED;
    }

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

  /**
   * Takes memory for an object, or finds that there is none.
   *
   * @param call the kernel's function
   * @param local that gets the object, or NULL
   * @param contents what its members hold from the start; one that is not there must be stored to
   *     before it is read
   * @param sleeps whether it may wait for memory
   */
  record Allocate(String call, String local, Map<String, Value> contents, boolean sleeps)
      implements Access {
    public Allocate {
      contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
    }

    @Override
    public Optional<String> writes() {
      return Optional.of(local);
    }
  }

  /** Gives the memory of an object back: nobody may use it from here on. NULL is no object. */
  record Free(Value object) implements Access {
    @Override
    public Stream<String> reads() {
      return object.locals();
    }
  }

  /** What a callback without a body may return. */
  enum Domain {
    NOTHING,
    BOOLEAN,
    NUMBER,
    /** A number that is not below 0. */
    UNSIGNED;

    /** Those of some numbers that are in it. */
    public Stream<Integer> of(SortedSet<Integer> numbers) {
      return (this == UNSIGNED ? numbers.tailSet(0) : numbers).stream();
    }
  }
}
