package quiesce.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Strategies with readers of all kinds, several of them, and providers that wait for these in all
 * ways, each made by chance from a number. Most are wrong.
 */
final class RandomReaders {
  private static final List<String> CONTEXTS =
      List.of("__nmi", "__irq", "__softirq", "__task", "__task", "__task __pins_provider");

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private boolean several;

  private RandomReaders(long seed) {
    random = new Random(seed);
  }

  /** The C code. */
  static String of(long seed) {
    return new RandomReaders(seed).strategy();
  }

  private boolean sometimes(int outOf) {
    return random.nextInt(outOf) == 0;
  }

  private String one(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private String strategy() {
    several = sometimes(5);
    if (several) {
      text.append("/**\n * providers: 2\n */\n");
    }
    text.append(
        """
        struct callbacks { bool (*f)(void); void (*g)(void); };
        struct callbacks *gp;
        struct callbacks *second;
        bool flag;
        DEFINE_PER_CPU(struct callbacks *, own);
        DEFINE_PER_CPU(bool, mark);
        DEFINE_SPINLOCK(spin);
        DEFINE_MUTEX(mutex);
        DEFINE_STATIC_SRCU(domain);
        """);
    provider();
    int readers = 1 + random.nextInt(2);
    for (int i = 0; i < readers; i++) {
      String context = CONTEXTS.get(random.nextInt(CONTEXTS.size()));
      // Tasks do not pin one of several providers.
      reader("read_" + i, several && context.endsWith("provider") ? "__task" : context);
    }
    return text.toString();
  }

  private void provider() {
    text.append("__register void reg(struct callbacks *cbs)\n{\n");
    List<String> register = new ArrayList<>(List.of("rcu_assign_pointer(gp, cbs);"));
    if (sometimes(3)) {
      register.add(random.nextInt(2), one("WRITE_ONCE(flag, true);", "WRITE_ONCE(second, cbs);"));
    }
    append(locked(register));
    text.append("}\n__unregister void unreg(struct callbacks *cbs)\n{\n");
    List<String> unregister =
        new ArrayList<>(
            List.of(
                one("rcu_assign_pointer(gp, NULL);", "WRITE_ONCE(gp, NULL);", "xchg(&gp, NULL);")));
    if (sometimes(3)) {
      unregister.add(
          random.nextInt(2), one("WRITE_ONCE(flag, false);", "WRITE_ONCE(second, NULL);"));
    }
    append(locked(unregister));
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(
          one("synchronize_rcu();\n", "synchronize_rcu();\n", "synchronize_srcu(&domain);\n"));
    }
    text.append("}\n");
  }

  private List<String> locked(List<String> body) {
    List<String> all = new ArrayList<>(body);
    if (sometimes(4)) {
      all.add(0, "mutex_lock(&mutex);");
      all.add("mutex_unlock(&mutex);");
    } else if (sometimes(5)) {
      all.add(0, "unsigned long held;\nspin_lock_irqsave(&spin, held);");
      all.add("spin_unlock_irqrestore(&spin, held);");
    }
    return all;
  }

  private void append(List<String> lines) {
    text.append("{\n");
    lines.forEach(l -> text.append(l).append('\n'));
    text.append("}\n");
  }

  private void reader(String name, String context) {
    boolean task = context.startsWith("__task");
    boolean pins = context.endsWith("provider");
    String parameters = pins ? "struct callbacks *cbs" : "void";
    text.append("%s void %s(%s)\n{\n".formatted(context, name, parameters));
    List<String> body = new ArrayList<>();
    if (pins && sometimes(2)) {
      body.add("this_cpu_write(own, cbs);");
      body.add("this_cpu_write(own, NULL);");
    } else {
      body.add(
          "struct callbacks *p = %s;"
              .formatted(
                  one(
                      "rcu_dereference(gp)",
                      "READ_ONCE(gp)",
                      "READ_ONCE(second)",
                      "this_cpu_read(own)")));
      body.add(
          one(
              "if (p)\n\tp->g();",
              "if (p && p->f())\n\tp->g();",
              "WARN_ON(p && !READ_ONCE(flag));",
              "if (p && READ_ONCE(flag))\n\tp->g();",
              "if (p) {\n\tthis_cpu_write(mark, true);\n\tp->g();\n\tthis_cpu_write(mark, false);\n}",
              "if (!READ_ONCE(flag))\n\tWRITE_ONCE(flag, true);"));
    }
    section(body, task, context.equals("__nmi"));
    text.append("}\n");
  }

  private void section(List<String> body, boolean task, boolean inNmi) {
    int kind = random.nextInt(task ? 7 : inNmi ? 3 : 4);
    List<String> all = new ArrayList<>(body);
    if (kind == 1) {
      all.add(0, "rcu_read_lock();");
      all.add("rcu_read_unlock();");
    } else if (kind == 2 && !inNmi) {
      all.add(0, "int idx = srcu_read_lock(&domain);");
      all.add("srcu_read_unlock(&domain, idx);");
    } else if (kind == 3) {
      all.add(0, "unsigned long state;\nspin_lock_irqsave(&spin, state);");
      all.add("spin_unlock_irqrestore(&spin, state);");
    } else if (kind == 4) {
      all.add(0, "preempt_disable();");
      all.add("preempt_enable();");
    } else if (kind == 5) {
      all.add(0, "mutex_lock(&mutex);");
      all.add("mutex_unlock(&mutex);");
    } else if (kind == 6) {
      all.add(0, "unsigned long state;\nlocal_irq_save(state);");
      all.add("local_irq_restore(state);");
    }
    append(all);
  }
}
