package quiesce.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Strategies in which a provider and its readers take locks, each made by chance from a number. */
final class RandomLocks {
  private static final List<String> SPINLOCKS = List.of("first", "second");

  private final Random random;
  private final boolean interrupt;

  private RandomLocks(long seed) {
    random = new Random(seed);
    interrupt = random.nextInt(3) == 0;
  }

  /** The C code. */
  static String of(long seed) {
    return new RandomLocks(seed).strategy();
  }

  private String strategy() {
    String text =
        """
        struct callbacks { void (*f)(void); };
        struct callbacks *gp;
        bool flag;
        DEFINE_SPINLOCK(first);
        DEFINE_SPINLOCK(second);
        DEFINE_MUTEX(mutex);
        """;
    text += function("__register void reg(struct callbacks *cbs)", stores("cbs"), true);
    text += function("__unregister void unreg(struct callbacks *cbs)", stores("NULL"), true);
    text += function("__task void read(void)", loads("p"), true);
    return interrupt ? text + function("__irq void strike(void)", loads("q"), false) : text;
  }

  private List<String> stores(String object) {
    List<String> all = new ArrayList<>(List.of("WRITE_ONCE(gp, " + object + ");"));
    if (random.nextBoolean()) {
      all.add(random.nextInt(all.size() + 1), "WRITE_ONCE(flag, " + random.nextBoolean() + ");");
    }
    return all;
  }

  private List<String> loads(String local) {
    List<String> all = new ArrayList<>();
    all.add("struct callbacks *" + local + " = READ_ONCE(gp);");
    switch (random.nextInt(4)) {
      case 0 -> all.add("if (" + local + ")\n\t" + local + "->f();");
      case 1 -> all.add("WARN_ON(" + local + " && READ_ONCE(flag));");
      case 2 -> all.add("while (READ_ONCE(flag))\n\tcpu_relax();");
      default -> all.add("WARN_ON(!" + local + " && READ_ONCE(flag));");
    }
    return all;
  }

  private String function(String head, List<String> body, boolean maySleep) {
    StringBuilder text = new StringBuilder(head + "\n{\n");
    int sections = 1 + random.nextInt(2);
    for (int i = 0; i < sections; i++) {
      // Declarations of two sections have scopes of their own.
      text.append("{\n").append(section(body, maySleep)).append("}\n");
    }
    return text.append("}\n").toString();
  }

  private String section(List<String> body, boolean maySleep) {
    String inside = String.join("\n", body) + "\n";
    String lock = SPINLOCKS.get(random.nextInt(SPINLOCKS.size()));
    return switch (random.nextInt(maySleep ? 5 : 3)) {
      case 0 -> inside;
      case 1 ->
          "unsigned long flags;\nspin_lock_irqsave(&%1$s, flags);\n%2$sspin_unlock_irqrestore(&%1$s, flags);\n"
              .formatted(lock, inside);
      case 2 -> "spin_lock(&%1$s);\n%2$sspin_unlock(&%1$s);\n".formatted(lock, inside);
      default -> "mutex_lock(&mutex);\n" + inside + "mutex_unlock(&mutex);\n";
    };
  }
}
