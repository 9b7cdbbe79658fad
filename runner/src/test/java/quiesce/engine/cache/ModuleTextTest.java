package quiesce.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.engine.tlc.Coverage;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.State;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.store.Key;

class ModuleTextTest {
  private static final String HEADER = "---- MODULE M ----\n";

  /** Lines of a module, with what looks like a comment and is none. */
  private static final List<String> CODE =
      List.of(
          "Init == x = \"\\\\* (* no comment\"",
          "Go ==",
          "  /\\ x = \"a \\\" *) b\"",
          "  /\\ x' = IF x THEN {} ELSE <<x, y>>",
          "  \\/ y \\in (1 .. 2) \\ {3}",
          "Next == Go \\/ (x * y) = 2",
          "====");

  private static final List<String> COMMENTS =
      List.of(
          "\\* a line",
          "\\* with (* what would begin \" another",
          "(* a block *)",
          "(* (* one *) in \" another \\* and more *)",
          "(* over\n   two (* or\n three *) lines *)",
          "(***************************************)",
          "(*)*)",
          "\\*",
          "(* ` *)");

  @Property(tries = 300)
  void commentsAndBlankLinesAreLeftOutAndNothingElseIs(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder commented = new StringBuilder(HEADER);
    for (String line : CODE) {
      while (random.nextInt(3) == 0) {
        commented.append(" ".repeat(random.nextInt(4))).append(comment(random)).append('\n');
      }
      commented.append(line);
      if (random.nextBoolean()) {
        commented.append(' ').append(comment(random));
      }
      commented.append(" ".repeat(random.nextInt(2))).append("\n".repeat(1 + random.nextInt(2)));
    }

    assertThat(of(commented.toString()))
        .isEqualTo("---- MODULE  ----\n" + String.join("\n", CODE) + "\n");
  }

  @Property(tries = 300)
  void everyOtherCharacterMatters(@ForAll long seed) {
    Random random = new Random(seed);
    String module = HEADER + String.join("\n", CODE) + "\n";
    int at = HEADER.length() + random.nextInt(module.length() - HEADER.length() - 1);
    String other = module.substring(0, at) + '#' + module.substring(at + 1);

    assertThat(of(other)).isNotEqualTo(of(module));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A conjunction and a star, a backslash operator and a star.
        HEADER + "A == x\n  /\\* y\n",
        HEADER + "A == x \\\\* y\n",
        // What follows would be in another column.
        HEADER + "A == (* short *) /\\ x\n",
        HEADER + "A == 1 (* has\nno end",
        HEADER + "A == \"no end\n \\* c\n",
        HEADER + "A == \"`\" \\* c\n\n\"'\"\n",
        HEADER + "A == \"\\x\" \\* c\n",
        HEADER + "A == 1 \\* c\r\n====\r\n",
        // Before the module there are no comments.
        "\\* c\n" + HEADER + "A == 1 \\* c\n",
        "---- MODULE Other ----\nA == 1 \\* c\n",
        "A == 1 \\* c\n"
      })
  void whereThereIsDoubtTheModuleIsLeftAsItIs(String module) {
    assertThat(of(module)).isEqualTo("M\n" + module);
  }

  @Test
  void theNameMattersWhereItIsUsed() {
    assertThat(ModuleText.of("M", HEADER + "A == 1\n", ""))
        .isEqualTo(ModuleText.of("N", "---------- MODULE N ------\nA == 1\n", ""));
    assertThat(ModuleText.of("M", HEADER + "A == M\n", "")).startsWith("---- MODULE M ----\n");
    assertThat(ModuleText.of("M", HEADER + "A == 1\n", "CONSTANT C = M"))
        .startsWith("---- MODULE M ----\n");
  }

  /** The results name lines and columns, and nothing is made of these. */
  @Test
  void tlcSaysTheSameOfBoth() {
    for (TlcJob job : List.of(Jobs.holds(), Jobs.invariantViolated())) {
      TlcJob commented =
          withModule(job, "M", job.module().replace("\n", " \\* why\n\n(* how *)\n"));
      TlcJob bare = withModule(job, "N", job.module());

      assertThat(key(commented)).isEqualTo(key(bare));
      assertThat(essence(commented)).isEqualTo(essence(bare));
    }
  }

  private static TlcJob withModule(TlcJob job, String name, String module) {
    String renamed = module.replaceFirst("-.*\n", "---- MODULE " + name + " ----\n");
    return new TlcJob(
        name,
        renamed,
        job.configuration(),
        Map.of(),
        1,
        Optional.empty(),
        Optional.empty(),
        job.requests(),
        Optional.empty(),
        Optional.empty());
  }

  private static Key key(TlcJob job) {
    return JobKey.of(job, "engine", "program", List.of("java"));
  }

  private static List<Object> essence(TlcJob job) {
    TlcResult result = Jobs.run(job, TlcListener.NONE);
    List<Object> all = new ArrayList<>();
    all.add(result.counts());
    Map<String, Coverage.ActionCount> coverage = result.coverage().byName();
    assertThat(coverage).isNotEmpty();
    all.add(coverage);
    if (result.outcome() instanceof Outcome.InvariantViolated violated) {
      List<State> states = violated.trace().states();
      assertThat(states).hasSizeGreaterThan(1);
      all.add(states);
    } else {
      assertThat(result.outcome()).isInstanceOf(Outcome.Passed.class);
    }
    return all;
  }

  private static String comment(Random random) {
    return COMMENTS.get(random.nextInt(COMMENTS.size()));
  }

  private static String of(String module) {
    return ModuleText.of("M", module, "");
  }
}
