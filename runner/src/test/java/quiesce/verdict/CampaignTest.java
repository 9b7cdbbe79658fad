package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quiesce.catalogue.Catalogue;
import quiesce.module.Options;

class CampaignTest {
  private static final List<Subject> SUBJECTS =
      Stream.of("rcu", "global-once")
          .map(name -> Subject.of(Catalogue.onClassPath().find(name), Options.DEFAULT))
          .toList();

  @Test
  void theOrderIsThatOfTheSubjectsWhicheverIsDoneFirst() {
    CountDownLatch second = new CountDownLatch(1);
    List<String> done = new ArrayList<>();

    List<StrategyVerdicts> all =
        new Campaign(
                subject -> {
                  if (subject.name().equals("rcu")) {
                    await(second);
                  }
                  return new StrategyVerdicts(subject, List.of(), Optional.empty());
                },
                2)
            .run(
                SUBJECTS,
                (count, of, verdicts) -> {
                  done.add(count + "/" + of + " " + verdicts.subject().name());
                  second.countDown();
                });

    assertThat(all).extracting(v -> v.subject().name()).containsExactly("rcu", "global-once");
    assertThat(done).containsExactly("1/2 global-once", "2/2 rcu");
  }

  @Test
  void theCheapestCheckBeginsFirstWithAllModelsOfAStrategyTogether() {
    List<Subject> subjects = subjects("rcu weak", "two-providers sc", "rcu sc", "built-in sc");
    List<String> begun = new ArrayList<>();

    List<StrategyVerdicts> all =
        new Campaign(
                subject -> {
                  begun.add(subject.name() + " " + subject.memory());
                  return new StrategyVerdicts(subject, List.of(), Optional.empty());
                },
                1)
            .run(subjects, (count, of, verdicts) -> {});

    assertThat(begun).containsExactly("built-in sc", "rcu weak", "rcu sc", "two-providers sc");
    assertThat(all).extracting(StrategyVerdicts::subject).isEqualTo(subjects);
  }

  @Test
  void ofSeveralAtATimeOneIsTheLongest() {
    List<Subject> subjects = subjects("rcu weak", "two-providers weak", "rcu sc", "built-in sc");
    CountDownLatch cheapOnes = new CountDownLatch(3);
    List<String> done = new ArrayList<>();

    new Campaign(
            subject -> {
              if (subject.name().equals("two-providers")) {
                await(cheapOnes);
              }
              return new StrategyVerdicts(subject, List.of(), Optional.empty());
            },
            2)
        .run(
            subjects,
            (count, of, verdicts) -> {
              done.add(verdicts.subject().name());
              cheapOnes.countDown();
            });

    assertThat(done).containsExactly("built-in", "rcu", "rcu", "two-providers");
  }

  private static List<Subject> subjects(String... names) {
    return Stream.of(names)
        .map(name -> name.split(" "))
        .map(
            name ->
                Subject.of(
                    Catalogue.onClassPath().find(name[0]), Options.DEFAULT.withMemory(name[1])))
        .toList();
  }

  @Test
  void anErrorEndsTheWholeCampaign() {
    Campaign campaign =
        new Campaign(
            subject -> {
              if (subject.name().equals("rcu")) {
                throw new IllegalStateException("broken");
              }
              // Released by the interruption.
              await(new CountDownLatch(1));
              throw new InterruptedCheck();
            },
            2);

    assertThatThrownBy(() -> campaign.run(SUBJECTS, (count, of, verdicts) -> {}))
        .hasMessage("broken");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
