package quiesce.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Small litmus tests by chance: two to four processes, two or three variables, and at the end
 * everything is observed. The same seed gives the same test.
 */
public final class RandomTests {
  private static final int MOST_ACCESSES = 7;
  private static final List<String> VARIABLES = List.of("x", "y", "z");

  private final Random random;
  private final String name;
  private final int variables;

  /** What orders in this test: a few of the means at a time, so that they meet. */
  private final List<Means> means;

  private final List<String> lines = new ArrayList<>();
  private int left = MOST_ACCESSES;
  private int fences = 4;
  private int registers;
  private int value;

  private enum Means {
    FENCES,
    ACQUIRE_RELEASE,
    RCU,
    SRCU,
    ATOMICS,
    LOCKS,
    BRANCHES,
    DATA
  }

  private RandomTests(long seed) {
    // The low seeds of Random are alike.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.name = "random-" + seed;
    this.variables = 2 + random.nextInt(2);
    List<Means> all = new ArrayList<>(List.of(Means.values()));
    Collections.shuffle(all, random);
    this.means = all.subList(0, 2 + random.nextInt(3));
  }

  /** The text of a test. */
  public static String of(long seed) {
    return new RandomTests(seed).text();
  }

  private boolean uses(Means m, int oneIn) {
    return means.contains(m) && random.nextInt(oneIn) == 0;
  }

  private String text() {
    int processes = 2 + random.nextInt(3);
    List<String> bodies = new ArrayList<>();
    List<String> observed = new ArrayList<>();
    for (int p = 0; p < processes; p++) {
      lines.clear();
      registers = 0;
      process(p, processes);
      bodies.add(String.join("\n", lines));
      int mine = p;
      IntStream.rangeClosed(1, registers).forEach(r -> observed.add(mine + ":r" + r));
    }
    observed.addAll(VARIABLES.subList(0, variables));
    StringBuilder text = new StringBuilder("C " + name + "\n\n{}\n\n");
    String parameters =
        VARIABLES.subList(0, variables).stream()
                .map(v -> "int *" + v)
                .collect(Collectors.joining(", "))
            + (means.contains(Means.LOCKS) ? ", spinlock_t *l" : "")
            + (means.contains(Means.SRCU) ? ", struct srcu_struct *s" : "");
    for (int p = 0; p < processes; p++) {
      text.append("P%d(%s)\n{\n%s\n}\n\n".formatted(p, parameters, bodies.get(p)));
    }
    return text.append("locations [")
        .append(String.join("; ", observed))
        .append("]\nexists (x=0)\n")
        .toString();
  }

  private void line(int depth, String text) {
    lines.add("\t".repeat(depth) + text);
  }

  /** A read-side section or a critical section, around these accesses. */
  private record Stretch(String begin, String end, int from, int to) {}

  /** Accesses, with what orders them in between or around. */
  private void process(int number, int processes) {
    int accesses = Math.max(1, Math.min(1 + random.nextInt(3), left - (processes - number - 1)));
    List<Stretch> stretches = new ArrayList<>();
    if (uses(Means.RCU, 2)) {
      stretches.add(stretch("rcu_read_lock();", "rcu_read_unlock();", accesses));
    } else if (uses(Means.SRCU, 2)) {
      stretches.add(stretch("i1 = srcu_read_lock(s);", "srcu_read_unlock(s, i1);", accesses));
      if (random.nextInt(3) == 0) {
        stretches.add(stretch("i2 = srcu_down_read(s);", "srcu_up_read(s, i2);", accesses));
      }
    } else if (uses(Means.LOCKS, 2)) {
      stretches.add(stretch("spin_lock(l);", "spin_unlock(l);", accesses));
    }
    for (int i = 0; i < accesses; i++) {
      int here = i;
      stretches.stream().filter(s -> s.from() == here).forEach(s -> line(1, s.begin()));
      access(1);
      stretches.stream().filter(s -> s.to() == here).forEach(s -> line(1, s.end()));
      if (i < accesses - 1) {
        between(stretches.stream().anyMatch(s -> s.from() <= here && here < s.to()));
      }
    }
  }

  private Stretch stretch(String begin, String end, int accesses) {
    int from = random.nextInt(accesses);
    return new Stretch(begin, end, from, from + random.nextInt(accesses - from));
  }

  private void between(boolean inside) {
    if (fences == 0) {
      return;
    }
    int before = lines.size();
    if (!inside && uses(Means.RCU, 2)) {
      line(1, "synchronize_rcu();");
    } else if (!inside && uses(Means.SRCU, 2)) {
      line(1, "synchronize_srcu(s);");
    } else if (uses(Means.FENCES, 2)) {
      line(1, List.of("smp_mb();", "smp_rmb();", "smp_wmb();").get(random.nextInt(3)));
    }
    fences -= lines.size() - before;
  }

  private String variable() {
    return VARIABLES.get(random.nextInt(variables));
  }

  private String number() {
    if (means.contains(Means.DATA) && registers > 0 && random.nextInt(2) == 0) {
      return "r%d + %d".formatted(1 + random.nextInt(registers), 1 + random.nextInt(2));
    }
    value++;
    return Integer.toString(value);
  }

  private void access(int depth) {
    left--;
    if (depth == 1 && registers > 0 && left > 0 && uses(Means.BRANCHES, 2)) {
      String equals = random.nextBoolean() ? "==" : "!=";
      line(depth, "if (r%d %s 0) {".formatted(1 + random.nextInt(registers), equals));
      access(2);
      line(depth, "}");
      return;
    }
    String v = variable();
    boolean load = random.nextBoolean();
    if (uses(Means.ATOMICS, 3)) {
      line(depth, atomic(v));
    } else if (load) {
      String function = uses(Means.ACQUIRE_RELEASE, 2) ? "smp_load_acquire(%s)" : "READ_ONCE(*%s)";
      line(depth, "%s = %s;".formatted(register(), function.formatted(v)));
    } else {
      String function =
          uses(Means.ACQUIRE_RELEASE, 2) ? "smp_store_release(%s, %s);" : "WRITE_ONCE(*%s, %s);";
      line(depth, function.formatted(v, number()));
    }
  }

  private String atomic(String v) {
    String order = List.of("", "_relaxed", "_acquire", "_release").get(random.nextInt(4));
    return switch (random.nextInt(4)) {
      case 0 -> "atomic_inc(%s);".formatted(v);
      case 1 -> "%s = xchg%s(%s, %s);".formatted(register(), order, v, number());
      case 2 -> "%s = cmpxchg%s(%s, 0, %s);".formatted(register(), order, v, number());
      default -> "%s = atomic_fetch_add%s(1, %s);".formatted(register(), order, v);
    };
  }

  private String register() {
    registers++;
    return "r" + registers;
  }
}
