package quiesce.machine;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is registered, and how it is kept until a reader uses it.
 *
 * @param declarations of types and variables
 * @param parameter of the functions that register and unregister
 * @param pointer the type of what readers find
 * @param place where they find it
 * @param struct what has to be allocated for one registration; empty if nothing has
 * @param local that readers need
 * @param fills the statements that make {@code new} ready
 * @param uses what readers do with {@code p}
 * @param conditions on {@code p}
 * @param nobody what is found where nobody is registered
 */
record RandomScheme(
    String declarations,
    String parameter,
    String pointer,
    String place,
    String struct,
    String local,
    List<String> fills,
    List<String> uses,
    List<String> conditions,
    String nobody) {

  static RandomScheme of(RandomText choice) {
    return switch (choice.below(7)) {
      case 0 -> callbacks("gp", "static struct callbacks __rcu *gp;\n");
      case 1 -> callbacks("slots[%s]", "static struct callbacks *slots[2];\n");
      case 2 -> function();
      case 3 -> pair();
      case 4 -> stub();
      case 5 -> boxes();
      default -> entry();
    };
  }

  private static final String CALLBACKS =
      """
      struct callbacks {
      	bool (*f)(void);
      	void (*g)(void);
      	int level;
      	bool on;
      };

      """;

  private static RandomScheme callbacks(String place, String variable) {
    return new RandomScheme(
        CALLBACKS + variable,
        "struct callbacks *new",
        "struct callbacks *",
        place,
        "",
        "void (*fn)(void);",
        List.of("new->level = 2;", "WRITE_ONCE(new->on, true);"),
        List.of(
            "p->g();",
            "p->g();",
            "hit = p->f();",
            "if (p->f())\n\tp->g();",
            "n = READ_ONCE(p->level);",
            "hit = p->on;",
            "WARN_ON(p->level == 1 && p->on);",
            "if (p->g)\n\tp->g();",
            "fn = READ_ONCE(p->g);\nif (fn)\n\tfn();"),
        List.of("p->f()", "p->on", "READ_ONCE(p->level) == 2", "p->level > 1"),
        "NULL");
  }

  /** Structs in an array, and flags beside them. */
  private static RandomScheme boxes() {
    RandomScheme like =
        callbacks(
            "boxes[%s].cbs",
            """
            struct box {
            	struct callbacks *cbs;
            	unsigned long flags;
            };

            static struct box boxes[2] = { [1] = { .flags = 1 } };
            """);
    return new RandomScheme(
        like.declarations,
        like.parameter,
        like.pointer,
        like.place,
        like.struct,
        like.local + "\n\tstruct box *box;",
        like.fills,
        Stream.concat(
                like.uses.stream(),
                Stream.of(
                    "box = &boxes[1];\nif (!test_and_set_bit(1, &box->flags))\n\tclear_bit(1, &box->flags);",
                    "WARN_ON(!test_bit(0, &boxes[1].flags));",
                    "if (boxes[0].flags == boxes[1].flags)\n\tp->g();"))
            .toList(),
        like.conditions,
        like.nobody);
  }

  private static RandomScheme function() {
    return new RandomScheme(
        "typedef bool (*hook_t)(int code, void *data);\n\nstatic hook_t gp __read_mostly;\n",
        "hook_t new",
        "hook_t ",
        "gp",
        "",
        "",
        List.of(),
        List.of("p(1, NULL);", "hit = p(0, NULL);", "WARN_ON(p(n, NULL) && n > 2);"),
        List.of("p(n, NULL)", "p != NULL"),
        "NULL");
  }

  /** A function that takes the place of NULL, and returns what others may return, too. */
  private static RandomScheme stub() {
    return new RandomScheme(
        """
        typedef bool (*hook_t)(int code);

        static int missed;

        static bool stub(int code)
        {
        	if (code > 1)
        		WRITE_ONCE(missed, 1);
        	return code == 0;
        }

        static hook_t gp __read_mostly = stub;
        """,
        "hook_t new",
        "hook_t ",
        "gp",
        "",
        "",
        List.of(),
        List.of(
            "p(1);",
            "hit = p(0);",
            "READ_ONCE(gp)(n);",
            "gp(2);",
            "WARN_ON(p(2) && READ_ONCE(missed));"),
        List.of("p(n)", "p != stub", "p == READ_ONCE(gp)", "READ_ONCE(gp) != &stub"),
        "stub");
  }

  private static RandomScheme pair() {
    return new RandomScheme(
        """
        typedef int (*hook_t)(void *data);

        struct pair {
        	hook_t fn;
        	void *data;
        	int level;
        	bool on;
        };

        static struct pair __rcu *gp;
        """,
        "hook_t hook, void *data",
        "struct pair *",
        "gp",
        "pair",
        "",
        List.of("new->fn = hook;", "new->data = data;", "new->level = 1;", "new->on = true;"),
        List.of(
            "p->fn(p->data);",
            "n = p->fn(p->data);",
            "n = p->level;",
            "WARN_ON(!p->on);",
            "if (p->on)\n\tp->fn(NULL);",
            "WRITE_ONCE(p->level, 1 - (READ_ONCE(p->level) & 1));"),
        List.of("p->on", "p->level == 1", "READ_ONCE(p->fn)", "p->fn(p->data) > 0"),
        "NULL");
  }

  private static RandomScheme entry() {
    return new RandomScheme(
        """
        struct ops {
        	bool (*f)(void);
        	void (*g)(int id);
        };

        struct entry {
        	const struct ops *ops;
        	int level;
        	bool on;
        };

        static struct entry __rcu *gp;
        """,
        "const struct ops *ops",
        "struct entry *",
        "gp",
        "entry",
        "const struct ops *o;",
        List.of("new->ops = ops;", "new->level = 1;", "WRITE_ONCE(new->on, true);"),
        List.of(
            "p->ops->g(n);",
            "p->ops->g(p->level);",
            "hit = p->ops->f();",
            "o = READ_ONCE(p->ops);\nif (o)\n\to->g(n);",
            "WARN_ON(p->level != 1);"),
        List.of("p->on", "p->level == 1", "p->ops->f()"),
        "NULL");
  }

  boolean isArray() {
    return place.contains("%s");
  }

  String array() {
    return place.substring(0, place.indexOf('['));
  }

  boolean isAllocated() {
    return !struct.isEmpty();
  }

  /** What is registered, by the parameter that it is. */
  String registered() {
    return switch (struct) {
      case "pair" -> "hook";
      case "entry" -> "ops";
      default -> "new";
    };
  }

  /** Where a reader finds one. */
  String at(String index) {
    return place.formatted(index);
  }
}
