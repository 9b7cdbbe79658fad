package quiesce.emission;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;

/**
 * What a memory model says of itself, in its template {@code model.ftl}: which steps others see,
 * and what it keeps track of. Methods that only note something return the empty string, so that a
 * template can call them anywhere.
 */
public final class MemoryModel {
  private final Facts facts;
  private final Set<String> accesses = new HashSet<>();
  private String title = "";
  private String undependent = "";
  private boolean early;
  private boolean viewed;
  private boolean sectionsLearn;
  private boolean sectionsTell;
  private boolean loadsCanWait;
  private boolean storesDepend;

  private MemoryModel(Facts facts) {
    this.facts = facts;
  }

  /**
   * @param template where the model says it, for a program of which these are the facts
   */
  static MemoryModel read(Templates templates, String template, Facts facts) {
    MemoryModel model = new MemoryModel(facts);
    templates.render(template, Map.of("declare", model, "facts", facts));
    return model;
  }

  /** What the model is, for the head of the module. */
  public String title(String text) {
    title = text;
    return "";
  }

  /**
   * The model keeps track of what values depend on; what a value depends on that depends on
   * nothing.
   */
  public String dependencies(String none) {
    undependent = none;
    return "";
  }

  /** Stores respect what they depend on. */
  public String storesDepend(boolean yes) {
    storesDepend = yes;
    return "";
  }

  /** Only the parts of the variables that matter distinguish states. */
  public String viewed() {
    viewed = true;
    return "";
  }

  /** Threads may perform what nothing orders before what comes first in the text. */
  public String early() {
    early = true;
    return "";
  }

  /** A step of this name is seen by others, and so is an action of its own. */
  public String access(String step) {
    accesses.add(step);
    return "";
  }

  /**
   * Where a read-side section begins that somebody may wait for, it takes over what others know.
   */
  public String sectionsLearn() {
    sectionsLearn = true;
    return "";
  }

  /** Where it ends, others take over what it knows. */
  public String sectionsTell() {
    sectionsTell = true;
    return "";
  }

  /** Whatever may be loaded now may be loaded later too. */
  public String loadsCanWait() {
    loadsCanWait = true;
    return "";
  }

  String title() {
    return title;
  }

  boolean tracksDependencies() {
    return !undependent.isEmpty();
  }

  boolean storesDepend() {
    return storesDepend;
  }

  String undependent() {
    return undependent;
  }

  boolean executesEarly() {
    return early;
  }

  /** Whether only the parts of the variables that matter distinguish states. */
  boolean isViewed() {
    return viewed;
  }

  /** Whether a step is an action of its own although it is no access. */
  boolean isAlone(Node n, ReadSections sections) {
    return accesses.contains(n.step().template()) || sectionsLearn && sections.beginsAwaited(n);
  }

  /** Whether others take over at this step what the thread knows. */
  boolean tells(Node n, ReadSections sections) {
    return sectionsTell && sections.endsAwaited(n);
  }

  /** Whether a thread's loads may as well come later. */
  boolean loadsCanWait(KernelThread thread) {
    return loadsCanWait && !facts.sharesKnowledge(thread);
  }
}
