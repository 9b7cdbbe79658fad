package quiesce.specs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A small strategy that makes sense to the parser, with names from a pool; it need not be right.
 */
public final class RandomStrategy {
  private final Random random;
  private final List<String> pool;
  private final Set<String> used = new HashSet<>();

  private final String struct;
  private final String slot;
  private final String other;
  private final String flag;
  private final String number;
  private final String pointer;
  private final String bool;
  private final String perCpu;
  private final String lock;
  private final String object;
  private final String held;
  private final String local;
  private final String helper;
  private final String register;
  private final String unregister;
  private final String reader;

  public RandomStrategy(long seed, List<String> pool) {
    this.random = new Random(seed);
    this.pool = pool;
    struct = name();
    slot = name();
    other = name();
    flag = name();
    number = name();
    pointer = name();
    bool = name();
    perCpu = name();
    lock = name();
    object = name();
    held = name();
    local = name();
    helper = name();
    register = name();
    unregister = name();
    reader = name();
  }

  /** Each name once: C would not have it otherwise. */
  private String name() {
    String name;
    do {
      name = pool.get(random.nextInt(pool.size()));
      if (random.nextInt(6) == 0) {
        name = name.toUpperCase(java.util.Locale.ROOT);
      }
    } while (!used.add(name));
    return name;
  }

  private String one(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private String some(int most, String... texts) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      lines.add("\t" + one(texts) + "\n");
    }
    return String.join("", lines);
  }

  public String text() {
    boolean permanent = random.nextInt(5) == 0;
    boolean fails = permanent ? random.nextBoolean() : random.nextInt(4) == 0;
    String fill =
        some(
            2,
            object + "->" + flag + " = true;",
            "WRITE_ONCE(" + object + "->" + flag + ", true);",
            object + "->" + number + " = 1;",
            "WRITE_ONCE(" + bool + ", true);",
            bool + " = true;");
    String publish =
        "\t"
            + one(
                    "WRITE_ONCE(%s, %s);",
                    "rcu_assign_pointer(%s, %s);", "smp_store_release(&%s, %s);")
                .formatted(pointer, object)
            + "\n";
    String returns =
        fails
            ? one(
                "\tif (READ_ONCE(" + bool + "))\n\t\treturn -1;\n\treturn 0;\n",
                "\treturn -1;\n",
                "\treturn 0;\n")
            : "";
    StringBuilder out = new StringBuilder();
    out.append(
        "struct %s {\n\tbool (*%s)(void);\n\tint (*%s)(void);\n".formatted(struct, slot, other));
    out.append("\tbool %s;\n\tint %s;\n};\n".formatted(flag, number));
    out.append("struct %s *%s;\nbool %s;\n".formatted(struct, pointer, bool));
    out.append("DEFINE_PER_CPU(bool, %s);\nDEFINE_SPINLOCK(%s);\n\n".formatted(perCpu, lock));
    out.append(
        "__register %s%s %s(struct %s *%s)\n{\n"
            .formatted(
                permanent ? "__permanent " : "", fails ? "int" : "void", register, struct, object));
    out.append(random.nextBoolean() ? fill + publish : publish + fill)
        .append(returns)
        .append("}\n\n");
    if (!permanent) {
      out.append("__unregister void %s(struct %s *%s)\n{\n".formatted(unregister, struct, object));
      out.append(
          "\t"
              + one("WRITE_ONCE(%s, NULL);\n", "rcu_assign_pointer(%s, NULL);\n")
                  .formatted(pointer));
      out.append(some(1, "synchronize_rcu();", "smp_mb();")).append("}\n\n");
    }
    out.append("static bool %s(struct %s *%s)\n{\n".formatted(helper, struct, held));
    out.append("\treturn %s && %s->%s();\n}\n\n".formatted(held, held, slot));
    out.append(one("__nmi", "__irq", "__softirq", "__task"));
    out.append(" void %s(void)\n{\n".formatted(reader));
    out.append(
        "\tstruct %s *%s = %s(%s);\n"
            .formatted(struct, held, one("READ_ONCE", "rcu_dereference"), pointer));
    out.append("\tbool %s = false;\n\n\tif (%s) {\n".formatted(local, held));
    out.append(
        some(
            2,
            local + " = " + held + "->" + flag + ";",
            local + " = !READ_ONCE(" + held + "->" + flag + ");",
            local + " = READ_ONCE(" + held + "->" + number + ") == 1;",
            "if (" + held + "->" + number + " != 0 || " + local + ")\n\t\t" + local + " = true;",
            local + " = " + helper + "(" + held + ");",
            local + " = " + held + "->" + other + "() == 1;",
            local + " = " + held + " == READ_ONCE(" + pointer + ");",
            "WARN_ON(" + held + "->" + flag + ");",
            "this_cpu_write(" + perCpu + ", " + local + ");",
            local + " = this_cpu_read(" + perCpu + ") == " + local + ";"));
    out.append("\t}\n");
    out.append(
        some(
            1,
            "WARN_ON(" + local + " == READ_ONCE(" + bool + "));",
            "spin_lock(&" + lock + ");\n\tspin_unlock(&" + lock + ");"));
    out.append("\tif (" + local + ")\n\t\t" + helper + "(" + held + ");\n}\n");
    return out.toString();
  }
}
