package quiesce.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Strategies of all that the language has: structs that are registered and structs that are
 * allocated, functions with their data, arrays, loops, locks, counts and flags, each made by chance
 * from a number. Most are wrong.
 */
final class RandomFile {
  private final RandomText out;
  private final RandomScheme scheme;
  private final RandomWork work;
  private final boolean several;
  private final boolean locked;

  private RandomFile(long seed) {
    this.out = new RandomText(seed);
    this.scheme = RandomScheme.of(out);
    this.several = out.chance(25);
    this.work = new RandomWork(out, several ? 0 : out.below(5));
    this.locked = out.chance(25);
  }

  /** The C code. */
  static String of(long seed) {
    String text = new RandomFile(seed).text();
    return seed % 5 == 4 && !text.contains("_trylock(") ? withReadersAndWriters(text) : text;
  }

  /** The same file, in which the provider writes under its locks, and the others read. */
  private static String withReadersAndWriters(String text) {
    String each =
        text.replace("DEFINE_SPINLOCK(", "DEFINE_RWLOCK(")
            .replace("DEFINE_MUTEX(", "DECLARE_RWSEM(");
    Matcher reader =
        Pattern.compile("(?m)^__(task|softirq|irq|nmi|pins_provider)\\b").matcher(each);
    int readers = reader.find() ? reader.start() : each.length();
    return under("write", each.substring(0, readers)) + under("read", each.substring(readers));
  }

  private static String under(String how, String text) {
    return text.replaceAll("\\bspin_(un)?lock", how + "_$1lock")
        .replace("mutex_lock(", "down_" + how + "(")
        .replace("mutex_unlock(", "up_" + how + "(");
  }

  private String text() {
    if (several) {
      out.line("/**\n * providers: 2\n */");
    }
    out.line(scheme.declarations() + RandomWork.DECLARATIONS);
    register();
    unregister();
    int readers = several || out.chance(70) ? 1 : 2;
    for (int i = 0; i < readers; i++) {
      reader(i);
    }
    return out.text();
  }

  /** Each function has a bool and a number; its caller may choose the first. */
  private void begin(String head, boolean given) {
    out.line(head);
    out.line("{");
    out.enter();
    if (!given) {
      out.line("bool hit = false;");
    }
    out.line("int n = 0;");
  }

  // ---- the provider

  private RandomWork.Where inProvider(String leave) {
    return new RandomWork.Where(true, true, leave, 1);
  }

  private void register() {
    begin("__register int add(" + scheme.parameter() + ")", false);
    if (scheme.isAllocated()) {
      out.line("struct %s *new;".formatted(scheme.struct()));
    }
    Section guard = guard();
    if (guard.begin().contains("flags")) {
      out.line("unsigned long flags;");
    }
    out.line("");
    if (out.chance(25)) {
      work.some(1, inProvider("return -1;"));
    }
    if (scheme.isAllocated()) {
      out.line("new = %s(16, GFP_KERNEL);".formatted(out.one("kmalloc", "kzalloc")));
      if (out.chance(85)) {
        out.line("if (!new)");
        out.line("\treturn -1;");
      }
    }
    List<String> fills = new ArrayList<>(scheme.fills());
    fills.removeIf(f -> out.chance(scheme.isAllocated() ? 8 : 50));
    boolean early = out.chance(12);
    if (!early) {
      fills.forEach(out::line);
    }
    guarded(guard, this::publish);
    if (early) {
      fills.forEach(out::line);
    }
    if (out.chance(40)) {
      work.some(2, inProvider(""));
    }
    if (out.has("goto drop;")) {
      out.line("return 0;");
      out.label("drop:");
      guard.end().lines().forEach(out::line);
      if (scheme.isAllocated() && out.chance(85)) {
        out.line("kfree(new);");
      }
      out.line("return -1;");
    } else {
      out.line("return 0;");
    }
    out.close();
    out.line("");
  }

  /** What the provider holds while it publishes, in one of its functions. */
  private Section guard() {
    Section none = new Section("", "", true);
    return locked
        ? List.of(
                new Section(
                    "spin_lock_irqsave(&lock, flags);",
                    "spin_unlock_irqrestore(&lock, flags);",
                    false),
                new Section("spin_lock(&lock);", "spin_unlock(&lock);", false),
                new Section("mutex_lock(&mutex);", "mutex_unlock(&mutex);", false))
            .get(out.below(3))
        : none;
  }

  private void guarded(Section guard, Runnable part) {
    guard.begin().lines().forEach(out::line);
    part.run();
    guard.end().lines().forEach(out::line);
  }

  private void publish() {
    if (scheme.isArray()) {
      out.line("for (n = 0; n < ARRAY_SIZE(%s); n++)".formatted(scheme.array()));
      out.line("\tif (!cmpxchg(&%s, NULL, new))".formatted(scheme.at("n")));
      out.line("\t\tbreak;");
      if (out.chance(80)) {
        out.line("if (n == ARRAY_SIZE(%s))".formatted(scheme.array()));
        out.line("\tgoto drop;");
      }
      return;
    }
    switch (out.below(5)) {
      case 0 -> out.line("WRITE_ONCE(gp, new);");
      case 1 -> {
        out.line("if (cmpxchg(&gp, %1$s, new) != %1$s)".formatted(scheme.nobody()));
        out.line("\tgoto drop;");
      }
      case 2 -> {
        out.line("hit = READ_ONCE(gp) != %s;".formatted(scheme.nobody()));
        out.line("if (hit)");
        out.line("\tgoto drop;");
        out.line("gp = new;");
      }
      default -> out.line("rcu_assign_pointer(gp, new);");
    }
  }

  private void unregister() {
    boolean named = !scheme.isAllocated() && (scheme.isArray() || out.chance(50));
    begin("__unregister void del(" + (named ? scheme.parameter() : "void") + ")", false);
    out.line(scheme.pointer() + "old;");
    Section guard = guard();
    if (guard.begin().contains("flags")) {
      out.line("unsigned long flags;");
    }
    out.line("");
    out.line(
        "old = %s;"
            .formatted(
                out.one("READ_ONCE(%s)", "rcu_dereference_protected(%s, true)")
                    .formatted(scheme.at("0"))));
    List<Runnable> parts = new ArrayList<>();
    parts.add(() -> guarded(guard, () -> clear(named)));
    if (out.chance(70)) {
      parts.add(() -> out.line(out.one("synchronize_rcu();", "synchronize_rcu_expedited();")));
    }
    if (scheme.isAllocated() && out.chance(85)) {
      parts.add(() -> out.line("kfree(old);"));
    }
    if (out.chance(40)) {
      parts.add(out.below(parts.size()), () -> work.some(2, inProvider("")));
    }
    if (out.chance(25)) {
      Collections.swap(parts, 0, parts.size() - 1);
    }
    parts.forEach(Runnable::run);
    out.close();
    out.line("");
  }

  private void clear(boolean named) {
    if (scheme.isArray()) {
      out.line("for (n = 0; n < ARRAY_SIZE(%s); n++)".formatted(scheme.array()));
      out.line("\tif (READ_ONCE(%s) == new)".formatted(scheme.at("n")));
      out.line("\t\tWRITE_ONCE(%s, NULL);".formatted(scheme.at("n")));
    } else if (named && out.chance(40)) {
      out.line("WARN_ON(cmpxchg(&gp, new, %s) != new);".formatted(scheme.nobody()));
    } else {
      out.line(
          out.one(
                  "WRITE_ONCE(gp, %s);",
                  "RCU_INIT_POINTER(gp, %s);", "gp = %s;", "old = xchg(&gp, %s);")
              .formatted(scheme.nobody()));
    }
  }

  // ---- readers

  /** How a reader protects what it finds. */
  private record Section(String begin, String end, boolean locks) {}

  private Section section(boolean task) {
    Section none = new Section("", "", true);
    Section rcu = new Section("rcu_read_lock();", "rcu_read_unlock();", true);
    Section lock = new Section("spin_lock(&lock);", "spin_unlock(&lock);", false);
    if (locked && out.chance(60)) {
      return lock;
    }
    if (!task) {
      return out.chance(75) ? none : out.chance(60) ? rcu : lock;
    }
    return switch (out.below(8)) {
      case 0 -> none;
      case 1 -> lock;
      case 2 -> new Section("preempt_disable();", "preempt_enable();", true);
      case 3 ->
          new Section(
              "unsigned long flags;\nlocal_irq_save(flags);", "local_irq_restore(flags);", true);
      default -> rcu;
    };
  }

  private void reader(int number) {
    String context = out.one("__task", "__task", "__task", "__irq", "__softirq", "__nmi", "__nmi");
    boolean task = context.equals("__task");
    boolean given = out.chance(25);
    begin("%s void use_%d(%s)".formatted(context, number, given ? "bool hit" : "void"), given);
    out.line(scheme.pointer() + "p;");
    if (!scheme.local().isEmpty()) {
      out.line(scheme.local());
    }
    Section section = section(task);
    boolean open = !section.begin().isEmpty();
    String leave = open ? "goto out%d;".formatted(number) : "return;";
    out.line("");
    if (out.chance(20)) {
      work.some(1, new RandomWork.Where(true, task, "return;", 1));
    }
    if (open) {
      section.begin().lines().forEach(out::line);
    }
    RandomWork.Where inside = new RandomWork.Where(section.locks(), task && !open, leave, 1);
    boolean early = open && out.chance(15);
    load();
    if (early) {
      section.end().lines().forEach(out::line);
    }
    if (out.chance(88)) {
      out.line(
          "if (%s)".formatted(scheme.nobody().equals("NULL") ? "!p" : "p == " + scheme.nobody()));
      out.line("\t" + (early ? "return;" : leave));
    }
    body(early || !open ? new RandomWork.Where(true, task, "return;", 1) : inside);
    if (out.has(leave) && open) {
      out.label("out%d:".formatted(number));
    }
    if (open && !early) {
      section.end().lines().forEach(out::line);
    }
    out.close();
    out.line("");
  }

  private void load() {
    String index = scheme.isArray() ? out.one("0", "1", "n & 1", "READ_ONCE(mode)") : "";
    String load =
        out.one(
            "rcu_dereference(%s)", "READ_ONCE(%s)", "smp_load_acquire(&%s)", "%s", "READ_ONCE(%s)");
    out.line("p = %s;".formatted(load.formatted(scheme.at(index))));
  }

  private void body(RandomWork.Where where) {
    if (out.chance(35)) {
      out.line(scheme.uses().get(0));
      again("0");
      return;
    }
    for (int i = several ? 1 : 1 + out.below(2); i > 0; i--) {
      if (out.chance(50)) {
        work.some(2, where);
      }
      if (out.chance(30)) {
        out.open("if (%s)".formatted(out.one(scheme.conditions().toArray(String[]::new))));
        use();
        out.close();
      } else {
        use();
      }
      if (out.chance(20)) {
        again(out.one("0", "1"));
      }
    }
  }

  /** Uses what may have been registered since. */
  private void again(String index) {
    out.line("p = READ_ONCE(%s);".formatted(scheme.at(index)));
    out.line("if (p)");
    out.line("\t" + scheme.uses().get(0));
  }

  private void use() {
    out.line(out.one(scheme.uses().toArray(String[]::new)));
  }
}
