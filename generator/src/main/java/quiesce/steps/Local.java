package quiesce.steps;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps that touch nothing shared. */
public sealed interface Local extends Step.Work {

  /**
   * {@code local = value}.
   *
   * @param once whether what is copied is not loaded again for the copy
   */
  record Assign(String local, Value value, boolean once) implements Local {
    public Assign(String local, Value value) {
      this(local, value, false);
    }

    @Override
    public Stream<String> reads() {
      return value.locals();
    }

    @Override
    public Optional<String> writes() {
      return Optional.of(local);
    }

    @Override
    public Stream<Computed> computes() {
      return Stream.of(Computed.of(local, value.locals()));
    }
  }

  /**
   * Continues at the first successor when the condition holds, at the second one otherwise.
   *
   * @param decided whether it is known here how it comes out, so that both successors are one
   */
  record Branch(Value condition, boolean decided) implements Local {
    public Branch(Value condition) {
      this(condition, false);
    }

    @Override
    public Stream<String> reads() {
      return condition.locals();
    }
  }

  /**
   * Continues at either successor: the first as the C says, or the second as the compiler chose
   * instead; or either, where what the C asks for has been left out.
   *
   * @param onlyIf what must hold for the second
   */
  record Choice(List<Value> onlyIf) implements Local {
    public Choice {
      onlyIf = List.copyOf(onlyIf);
    }

    @Override
    public Stream<String> reads() {
      return onlyIf.stream().flatMap(Value::locals);
    }
  }

  /** Notes whether the compiler may repeat a load: it may if all of these hold. */
  record MayReload(String flag, List<Value> onlyIf) implements Local {
    public MayReload {
      onlyIf = List.copyOf(onlyIf);
    }

    @Override
    public Stream<String> reads() {
      return onlyIf.stream().flatMap(Value::locals);
    }

    @Override
    public Optional<String> writes() {
      return Optional.of(flag);
    }
  }

  /** Puts off a plain store: the compiler may sink it to the next compiler barrier. */
  record PostponeStore(LateStore store, Value value) implements Local {
    @Override
    public Stream<String> reads() {
      return Stream.concat(value.locals(), store.original().locals());
    }

    /** What is kept until the store is made: its value, and the CPU or object of its place. */
    @Override
    public Stream<Computed> computes() {
      return Stream.of(
          Computed.of(store.value(), value.locals()),
          Computed.of(store.operand(), store.original().locals()));
    }
  }

  /**
   * Continues only when a store that may have been put off has been made; or, given an operand,
   * when the one that is pending is to another CPU's or object's place.
   */
  record Settle(LateStore store, Optional<Value> unless) implements Local {
    @Override
    public Stream<String> reads() {
      return unless.stream().flatMap(Value::locals);
    }
  }

  /** Makes ready to visit every CPU: the local holds those that are left. */
  record AllCpus(String left) implements Local {
    @Override
    public Optional<String> writes() {
      return Optional.of(left);
    }
  }

  /**
   * Takes one CPU from those left, and continues at the first successor; at the second if none is.
   */
  record NextCpu(String cpu, String left) implements Local {
    @Override
    public Stream<String> reads() {
      return Stream.of(left);
    }

    @Override
    public Optional<String> writes() {
      return Optional.of(cpu);
    }
  }

  record SmpProcessorId(String local) implements Local {
    @Override
    public Optional<String> writes() {
      return Optional.of(local);
    }
  }

  /** A parameter of a function that something outside of the file calls, with whatever value. */
  record AnyValue(String local, Access.Domain domain) implements Local {
    @Override
    public Optional<String> writes() {
      return Optional.of(local);
    }
  }

  /** A warning when the condition holds; the thread continues. */
  record WarnOn(Value condition) implements Local {
    @Override
    public Stream<String> reads() {
      return condition.locals();
    }
  }

  /** An oops when the condition holds. */
  record BugOn(Value condition) implements Local {
    @Override
    public Stream<String> reads() {
      return condition.locals();
    }
  }

  /** Data is handed to a callback that is called next: it must be of the same registration. */
  record HandOn(Value callback, Value data) implements Local {
    @Override
    public Stream<String> reads() {
      return Stream.concat(callback.locals(), data.locals());
    }
  }

  /** A call site is patched with a callback that is NULL: whoever comes there next oopses. */
  record NullCallback() implements Local {}

  /** Keeps accesses of memory in order; {@code barrier()} those of the compiler alone. */
  record Fence(Kind kind) implements Local {
    @Override
    public String name() {
      return Names.camel(kind.name());
    }

    /** Named after the kernel's functions. */
    public enum Kind {
      SMP_MB,
      SMP_RMB,
      SMP_WMB,
      BARRIER;

      /** The kernel's function, without its parentheses. */
      public String c() {
        return name().toLowerCase(Locale.ROOT);
      }

      public boolean is(Step s) {
        return s instanceof Fence f && f.kind() == this;
      }
    }
  }

  record CpuRelax() implements Local {}

  /** Where a step was that did nothing but move data. */
  record Nothing() implements Local {}

  /**
   * A statement begins here, or an operand that {@code &&} or {@code ||} may leave out. Nothing
   * happens; whether some run comes here says whether the line is ever run.
   *
   * @param mightSleep whether the thread may sleep here, though the strategy gains nothing by it
   */
  record Reached(boolean mightSleep) implements Local {
    public Reached() {
      this(false);
    }
  }

  /** A function of the strategy returns to its caller outside: whatever was put off is done. */
  record FunctionEnd() implements Local {}

  /**
   * A litmus test's process has run to its end.
   *
   * @param observed the locals that the test's condition looks at
   */
  record Halt(List<String> observed) implements Local {
    public Halt {
      observed = List.copyOf(observed);
    }

    @Override
    public Stream<String> reads() {
      return observed.stream();
    }
  }
}
