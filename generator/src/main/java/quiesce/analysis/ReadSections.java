package quiesce.analysis;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** Where the read-side sections of one thread begin and end. */
public record ReadSections(KernelThread thread, Facts facts) {
  /** Whether a thread at this node is inside a section of RCU. */
  public boolean inside(Node n) {
    return thread.inReadSection(n);
  }

  /** Whether a section of RCU begins with this step that was not open before. */
  public boolean begins(Node n) {
    return !inside(n)
        && n.next().stream()
            .anyMatch(
                next -> next < 0 ? n.step() instanceof Section.Opens : inside(thread.node(next)));
  }

  /** Whether the outermost section of RCU ends with this step. */
  public boolean ends(Node n) {
    return inside(n)
        && (n.step() instanceof Section.End
            || n.next().stream().noneMatch(next -> next >= 0 && inside(thread.node(next))));
  }

  /** The thread's sections of an SRCU domain. */
  public List<Section.Srcu> all(String domain) {
    return thread.nodes().stream()
        .map(Node::step)
        .filter(Section.SrcuReadLock.class::isInstance)
        .map(s -> ((Section.SrcuReadLock) s).section())
        .filter(s -> s.domain().equals(domain))
        .distinct()
        .toList();
  }

  public boolean inside(Node n, Section.Srcu section) {
    return n.before().srcu().contains(section);
  }

  public boolean begins(Node n, Section.Srcu section) {
    return !inside(n, section);
  }

  public boolean ends(Node n, Section.Srcu section) {
    return Collections.frequency(n.before().srcu(), section) == 1;
  }

  /**
   * The domains that somebody waits for in whose sections the thread is wherever it uses memory;
   * RCU's is empty.
   */
  public List<String> covering() {
    return awaited().stream().filter(d -> uses().allMatch(n -> isIn(n, d))).toList();
  }

  /** The domains that somebody waits for; RCU's is empty. */
  List<String> awaited() {
    return Stream.concat(Stream.of(""), facts.getDomains().stream())
        .filter(facts::waitsFor)
        .toList();
  }

  /** Whether it uses memory that others may see. */
  public boolean areAsked() {
    return uses().findAny().isPresent();
  }

  /** Whether a thread at this node is inside a section of a domain. */
  public boolean isIn(Node n, String domain) {
    return domain.isEmpty()
        ? inside(n)
        : n.before().srcu().stream().anyMatch(s -> s.domain().equals(domain));
  }

  private Stream<Node> uses() {
    return thread.nodes().stream().filter(n -> isUse(n.step()));
  }

  private boolean isUse(Step s) {
    return s instanceof Wait.Lock
        || s instanceof Section.Unlock
        || s instanceof Step.OfDeferred
        || s instanceof Access && (s.touches().isEmpty() || facts.isShared(s));
  }

  /** Whether a section begins with this step that somebody may wait for. */
  public boolean beginsAwaited(Node n) {
    return n.step() instanceof Section.SrcuReadLock l
        ? facts.waitsFor(l.section().domain()) && begins(n, l.section())
        : n.step() instanceof Step.Opening && facts.waitsFor("") && begins(n);
  }

  /** Whether a section ends with this step that somebody may wait for. */
  public boolean endsAwaited(Node n) {
    return n.step() instanceof Section.SrcuReadUnlock u
        ? facts.waitsFor(u.section().domain()) && ends(n, u.section())
        : n.step() instanceof Step.Closing && facts.waitsFor("") && ends(n);
  }
}
