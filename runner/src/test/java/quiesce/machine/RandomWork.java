package quiesce.machine;

/**
 * Statements that have nothing to do with what is registered: on a mode, a state, flags, a count
 * and a lock.
 */
final class RandomWork {
  static final String DECLARATIONS =
      """
      enum state { IDLE, BUSY = 2, GONE };

      static enum state state;
      static int mode;
      static bool on;
      static atomic_t users = ATOMIC_INIT(0);
      static DEFINE_SPINLOCK(lock);
      static DEFINE_MUTEX(mutex);

      """;

  private final RandomText out;

  /** Whether the number of users counts, or else is a set of flags: no count is set. */
  private final boolean counts;

  /** How many statements there may still be: a file has few states. */
  private int left;

  private int loops;

  /**
   * @param most statements
   */
  RandomWork(RandomText out, int most) {
    this.out = out;
    this.counts = out.chance(50);
    this.left = most;
  }

  /**
   * Where a statement is.
   *
   * @param locks whether it may take a lock, none being held
   * @param sleeps whether it may sleep
   * @param leave how to leave early; empty where something has to be undone first
   * @param depth how many more statements may be around others
   */
  record Where(boolean locks, boolean sleeps, String leave, int depth) {
    Where inside() {
      return new Where(locks, sleeps, leave, depth - 1);
    }

    Where undone() {
      return new Where(locks, sleeps, "", depth - 1);
    }

    Where locked() {
      return new Where(false, false, "", depth - 1);
    }
  }

  /** As many statements, or fewer. */
  void some(int most, Where where) {
    for (int i = out.below(most + 1); i > 0 && left > 0; i--) {
      statement(where);
    }
  }

  private void statement(Where where) {
    left--;
    if (where.depth() > 0 && out.chance(55)) {
      around(where);
    } else if (!where.leave().isEmpty() && out.chance(12)) {
      out.line("if (" + condition() + ")");
      out.line("\t" + where.leave());
    } else {
      out.line(simple());
    }
  }

  private String simple() {
    return switch (out.below(11)) {
      case 0 -> out.one("WRITE_ONCE(mode, %s);", "mode = %s;").formatted(number());
      case 1 -> out.one("WRITE_ONCE(on, %s);", "on = %s;").formatted(truth());
      case 2 ->
          out.one(
              "WRITE_ONCE(state, BUSY);",
              "cmpxchg(&state, IDLE, BUSY);",
              "hit = cmpxchg(&state, BUSY, GONE) == BUSY;",
              "n = xchg(&state, IDLE);",
              "state = hit ? GONE : IDLE;");
      case 3, 8, 9 -> "WARN_ON(" + (out.chance(30) ? warning() : condition()) + ");";
      case 4 -> flags();
      case 5 -> "n = " + number() + ";";
      case 6 -> "hit = " + truth() + ";";
      case 7 -> out.one("n |= 2;", "n &= 3;", "n ^= 1;", "n++;", "n -= n & 1;", "n = ~n & 3;");
      default -> out.one("smp_mb();", "cpu_relax();", "BUG_ON(n && READ_ONCE(on));", "barrier();");
    };
  }

  private String flags() {
    return counts
        ? out.one("hit = atomic_read(&users) > 0;", "n = atomic_read(&users) & 1;")
        : out.one(
            "atomic_or(2, &users);",
            "atomic_andnot(2, &users);",
            "n = atomic_xchg(&users, 1);",
            "hit = atomic_cmpxchg(&users, 0, 1) == 0;",
            "n = atomic_fetch_and(2, &users);",
            "atomic_set(&users, 0);");
  }

  private String warning() {
    return out.one(
        "n > 2",
        "n < 0",
        "!!n == hit && n > 1",
        "READ_ONCE(state) == GONE",
        "READ_ONCE(mode) > 2",
        "on && mode == 1",
        counts ? "atomic_read(&users) < 0" : "atomic_read(&users) > 2");
  }

  String number() {
    return out.one(
        "1",
        "2",
        "IDLE",
        "n & 1",
        "(READ_ONCE(mode) + 1) & 3",
        "READ_ONCE(mode)",
        "hit ? 1 : 2",
        "!!READ_ONCE(mode)",
        "READ_ONCE(on) ? n & 3 : 0",
        "mode ^ 1",
        "READ_ONCE(state)");
  }

  String truth() {
    return out.one(
        "true", "false", "true", "false", "!hit", "!READ_ONCE(on)", "n == 1", "!!READ_ONCE(mode)");
  }

  String condition() {
    return out.one(
        "READ_ONCE(on)",
        "!on",
        "hit",
        "READ_ONCE(mode) == 1",
        "mode & 1",
        "n > 1",
        "READ_ONCE(state) != GONE",
        "state == BUSY",
        "hit || READ_ONCE(on)",
        "n && !READ_ONCE(on)",
        "READ_ONCE(on) && mode == 2",
        "atomic_read(&users) > 1");
  }

  private void around(Where where) {
    switch (out.below(8)) {
      case 0, 1 -> {
        out.open("if (" + condition() + ")");
        statement(where.inside());
        if (out.chance(40)) {
          out.label("} else {");
          statement(where.inside());
        }
        out.close();
      }
      case 2 -> choice(where);
      case 3 -> rounds(where);
      case 4 -> counted(where);
      case 5, 6 -> locked(where);
      default -> waiting(where);
    }
  }

  private void choice(Where where) {
    out.open("switch (" + out.one("READ_ONCE(state)", "mode", "n & 3") + ")");
    out.label("case IDLE:");
    statement(where.inside());
    out.line(out.one("break;", "fallthrough;"));
    out.label("case BUSY:");
    statement(where.inside());
    out.line("break;");
    out.label("default:");
    out.line(simple());
    out.close();
  }

  private void rounds(Where where) {
    String i = "i" + loops++;
    boolean written = out.chance(50);
    out.line("int " + i + ";");
    out.open("for (%s = 0; %s < 2; %s++)".formatted(i, i, i));
    out.line("if (" + condition() + ")");
    out.line("\t" + out.one("continue;", "break;"));
    if (written) {
      out.line("n = %s;".formatted(i));
    }
    statement(where.inside());
    out.close();
  }

  private void counted(Where where) {
    if (!counts) {
      out.line(flags());
      return;
    }
    String begin =
        out.one(
            "atomic_inc(&users);",
            "n = atomic_inc_return(&users);",
            "if (atomic_inc_not_zero(&users))",
            "if (atomic_add_unless(&users, 1, 2))");
    boolean may = begin.startsWith("if");
    if (may) {
      out.open(begin);
    } else {
      out.line(begin);
    }
    statement(where.undone());
    out.line(out.one("atomic_dec(&users);", "hit = atomic_dec_and_test(&users);"));
    if (may) {
      out.close();
    }
  }

  private void locked(Where where) {
    if (!where.locks()) {
      out.line(simple());
    } else if (where.sleeps() && out.chance(50)) {
      out.line("mutex_lock(&mutex);");
      statement(where.locked());
      out.line("mutex_unlock(&mutex);");
    } else if (out.chance(30)) {
      out.open("if (spin_trylock(&lock))");
      statement(where.locked());
      out.line("spin_unlock(&lock);");
      out.close();
    } else {
      out.line("spin_lock(&lock);");
      statement(where.locked());
      out.line("spin_unlock(&lock);");
    }
  }

  private void waiting(Where where) {
    if (out.chance(50)) {
      out.line(simple());
    } else {
      out.line("while (" + out.one("READ_ONCE(on)", "READ_ONCE(mode) == 1") + ")");
      out.line("\tcpu_relax();");
    }
  }
}
