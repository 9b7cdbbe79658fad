package quiesce.emission;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import quiesce.property.Property;

/** Gives every C name a TLA+ identifier of its own that is no word of TLA+ and none of ours. */
final class Names {
  private static final Set<String> TAKEN =
      Set.of(
          // words of TLA+ and of the modules that are extended
          "ASSUME",
          "ASSUMPTION",
          "AXIOM",
          "CASE",
          "CHOOSE",
          "CONSTANT",
          "CONSTANTS",
          "DOMAIN",
          "ELSE",
          "ENABLED",
          "EXCEPT",
          "EXTENDS",
          "IF",
          "IN",
          "INSTANCE",
          "LET",
          "LOCAL",
          "MODULE",
          "OTHER",
          "SUBSET",
          "THEN",
          "THEOREM",
          "UNCHANGED",
          "UNION",
          "VARIABLE",
          "VARIABLES",
          "WITH",
          "LAMBDA",
          "TRUE",
          "FALSE",
          "BOOLEAN",
          "STRING",
          "ACTION",
          "BY",
          "COROLLARY",
          "DEF",
          "DEFINE",
          "DEFS",
          "HAVE",
          "HIDE",
          "LEMMA",
          "NEW",
          "OBVIOUS",
          "OMITTED",
          "ONLY",
          "PICK",
          "PROOF",
          "PROPOSITION",
          "PROVE",
          "QED",
          "RECURSIVE",
          "STATE",
          "SUFFICES",
          "TAKE",
          "TEMPORAL",
          "USE",
          "WITNESS",
          "Permutations",
          "SortSeq",
          "Print",
          "PrintT",
          "Assert",
          "JavaTime",
          "TLCGet",
          "TLCSet",
          "RandomElement",
          "TLCEval",
          "Any",
          "ToString",
          // what every specification defines
          "CPUs",
          "Objects",
          "Tasks",
          "Providers",
          "NULL",
          "Uninitialised",
          "life",
          "faults",
          "awaited",
          "retired",
          "provider",
          "vars",
          "Init",
          "Next",
          "Spec",
          "FairSpec",
          "Fairness",
          "Symmetry",
          "FewStates",
          "MarkStates",
          "Running",
          "Misuse",
          "SlotMisuse",
          "MemberMisuse",
          "Stale",
          "Torn",
          "Warning",
          "Sections",
          "Available",
          "Interrupted",
          "Pinned",
          "Runs",
          "Begun",
          "GoesOn",
          "Gone",
          "Registered",
          "InUse",
          "InNmi",
          "InIrq",
          "InSoftirq",
          "IrqsOff",
          "SoftirqsOff",
          "NextObject",
          "_",
          "__",
          // what actions bind
          "c",
          "t",
          "p",
          "o",
          "d",
          "n",
          "m",
          "q",
          "result",
          "cpu",
          // the memory models
          "memory",
          "message",
          "state",
          "place",
          "Locations",
          "Agents",
          "Nothing",
          "Join",
          "Position",
          "First",
          "Untouched",
          "Highest",
          "Oldest",
          "Readable",
          "Read",
          "ReadAcquire",
          "Write",
          "Writable",
          "Fenced",
          "LoadsOrdered",
          "StoresOrdered",
          "SectionBegun",
          "SectionEnded",
          "GracePeriodBegun",
          "GracePeriodEnded",
          "Exchangeable",
          "Exchange",
          "Locked",
          "Unlocked",
          "Free",
          "Uses",
          "Used",
          "Together",
          "Told",
          "Both",
          "CanGoOn",
          "Relevant",
          "Lowest",
          "Greater",
          "Above",
          "ObjectOf",
          "Finished",
          "Places",
          "Place",
          "asking",
          "idle",
          "seen",
          "bound",
          "read",
          "last",
          "Found",
          "Counted",
          "Count",
          "CountBoth",
          "Message",
          "Unlock",
          "OfObject",
          "first",
          "k",
          "u",
          "g",
          "Stored",
          "Buffered",
          "Exchanged",
          "oldest",
          "own",
          "store",
          "to",
          "Value",
          "Drain",
          "Spread",
          "WithinBounds",
          "Drained",
          "Flushed",
          "Outcome",
          "Outcomes",
          "outcome",
          "Done",
          "BitAnd",
          "BitOr",
          "BitXor",
          "BitNot",
          "h",
          "l",
          "a",
          "i",
          "j",
          "v",
          "w",
          "id",
          "mem",
          "slot",
          "Len",
          "Append",
          "SubSeq",
          "Seq",
          "Head",
          "Tail",
          "SelectSeq",
          "Nat",
          "Int",
          "before",
          "now",
          "value",
          "slots");

  private final Set<String> used = new HashSet<>(TAKEN);

  Names() {
    Arrays.stream(Property.values()).map(Property::title).forEach(used::add);
  }

  /** Whether TLA+ or a specification gives the word a meaning of its own. */
  static boolean isReserved(String word) {
    return TAKEN.contains(word);
  }

  private final Map<String, String> given = new HashMap<>();

  /** The identifier of a C name: the same one whenever it is asked for. */
  String of(String c) {
    return given.computeIfAbsent(c, this::fresh);
  }

  boolean isTaken(String name) {
    return used.contains(name);
  }

  /** The wished name with the first free number behind it. */
  String numbered(String wish) {
    int i = 2;
    while (used.contains(wish + "_" + i)) {
      i++;
    }
    return fresh(wish + "_" + i);
  }

  /** An identifier that nothing else has. */
  String fresh(String wish) {
    String base = wish.startsWith("WF_") || wish.startsWith("SF_") ? "x" + wish : wish;
    String name = base;
    for (int i = 1; used.contains(name); i++) {
      name = i == 1 ? base + "_" : base + "_" + i;
    }
    used.add(name);
    return name;
  }
}
