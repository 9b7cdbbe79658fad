package quiesce.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Strategies in which a provider visits the CPUs one by one, to write what their handlers read or
 * to wait for these, each made by chance from a number. Most are wrong.
 */
final class RandomVisits {
  private static final List<String> REGISTERING =
      List.of(
          "for_each_possible_cpu(cpu)\n\tper_cpu(own, cpu) = cbs;",
          "for_each_possible_cpu(cpu)\n\tWRITE_ONCE(per_cpu(own, cpu), cbs);",
          "for_each_possible_cpu(cpu) {\n\tif (!READ_ONCE(per_cpu(busy, cpu)))\n\t\tWRITE_ONCE(per_cpu(own, cpu), cbs);\n}",
          "for_each_possible_cpu(cpu)\n\tWRITE_ONCE(per_cpu(busy, cpu), false);",
          "WRITE_ONCE(flag, false);",
          "rcu_assign_pointer(gp, cbs);");

  private static final List<String> UNREGISTERING =
      List.of(
          "for_each_possible_cpu(cpu)\n\tWRITE_ONCE(per_cpu(own, cpu), NULL);",
          "for_each_possible_cpu(cpu) {\n\tif (READ_ONCE(per_cpu(own, cpu)))\n\t\tWRITE_ONCE(per_cpu(own, cpu), NULL);\n}",
          "for_each_possible_cpu(cpu)\n\twhile (READ_ONCE(per_cpu(busy, cpu)))\n\t\tcpu_relax();",
          "for_each_possible_cpu(cpu) {\n\tWRITE_ONCE(per_cpu(own, cpu), NULL);\n\tWRITE_ONCE(flag, true);\n}",
          "for_each_possible_cpu(cpu) {\n\tif (READ_ONCE(per_cpu(busy, cpu)))\n\t\tWRITE_ONCE(flag, true);\n}",
          "for_each_possible_cpu(cpu)\n\tWRITE_ONCE(per_cpu(busy, cpu), true);",
          "rcu_assign_pointer(gp, NULL);",
          "synchronize_rcu();",
          "synchronize_rcu();");

  private static final List<String> USES =
      List.of(
          "if (p)\n\tp->g();",
          "if (p && p->f())\n\tp->g();",
          "WARN_ON(p && READ_ONCE(flag));",
          "if (p && !READ_ONCE(flag))\n\tp->g();",
          "if (p && this_cpu_read(busy))\n\tp->g();");

  private final Random random;

  private RandomVisits(long seed) {
    random = new Random(seed);
  }

  /** The C code. */
  static String of(long seed) {
    return new RandomVisits(seed).strategy();
  }

  private String strategy() {
    StringBuilder text =
        new StringBuilder(
            """
            struct callbacks { bool (*f)(void); void (*g)(void); };
            struct callbacks *gp;
            bool flag;
            DEFINE_PER_CPU(struct callbacks *, own);
            DEFINE_PER_CPU(bool, busy);
            DEFINE_SPINLOCK(spin);
            """);
    text.append(function("__register void reg(struct callbacks *cbs)", REGISTERING, 1));
    text.append(function("__unregister void unreg(struct callbacks *cbs)", UNREGISTERING, 2));
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      text.append(reader(i));
    }
    return text.toString();
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String function(String head, List<String> deeds, int least) {
    List<String> lines = new ArrayList<>(List.of("int cpu;"));
    for (int i = least + random.nextInt(2); i > 0; i--) {
      lines.add(one(deeds));
    }
    return "%s%n{%n%s%n}%n".formatted(head, String.join("\n", lines));
  }

  private String reader(int number) {
    String context = one(List.of("__nmi", "__irq", "__softirq", "__task"));
    List<String> lines = new ArrayList<>();
    lines.add(
        "struct callbacks *p = %s;"
            .formatted(one(List.of("this_cpu_read(own)", "this_cpu_read(own)", "READ_ONCE(gp)"))));
    lines.add(one(USES));
    if (random.nextInt(3) > 0) {
      lines.add(random.nextInt(2), "this_cpu_write(busy, true);");
      lines.add("this_cpu_write(busy, false);");
    }
    if (context.equals("__task") && random.nextBoolean()) {
      lines.add(0, "preempt_disable();");
      lines.add("preempt_enable();");
    } else if (context.equals("__irq") && random.nextInt(4) == 0) {
      lines.add(0, "spin_lock(&spin);");
      lines.add("spin_unlock(&spin);");
    }
    return "%s void read_%d(void)%n{%n%s%n}%n".formatted(context, number, String.join("\n", lines));
  }
}
