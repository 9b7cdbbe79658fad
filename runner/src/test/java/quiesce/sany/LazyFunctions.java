package quiesce.sany;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tla2sany.semantic.AtNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;

/**
 * Where EXCEPT, or an operator on sequences, may get a function that TLC has not evaluated yet:
 * tlaplus issues 1302 and 1145. A function is evaluated by TLCEval, and as a variable that TLC
 * tells states apart by.
 */
final class LazyFunctions {
  private static final Set<String> CONSTRUCTORS =
      Set.of("$FcnConstructor", "$NonRecursiveFcnSpec", "$RecursiveFcnSpec");
  private static final Set<String> SEQUENCES =
      Set.of("SubSeq", "Append", "Head", "Tail", "Len", "\\o", "SelectSeq");

  /** What is no function and holds none, or is evaluated. */
  private static final Set<String> NEITHER =
      Set.of("TLCEval", "=", "/=", "<", ">=", "\\in", "\\notin", "\\lnot", "$BoundedChoose");

  private final List<OpApplNode> applications = new ArrayList<>();
  private final Map<SymbolNode, List<SemanticNode>> arguments = new HashMap<>();
  private final Map<SymbolNode, List<SemanticNode>> assigned = new HashMap<>();
  private final Set<String> viewed;

  /**
   * @param viewed the variables that states are told apart by
   */
  LazyFunctions(ModuleNode module, Set<String> viewed) {
    this.viewed = viewed;
    for (OpDefNode d : module.getOpDefs()) {
      if (d.getOriginallyDefinedInModuleNode() == module) {
        collect(d.getBody());
      }
    }
  }

  private void collect(SemanticNode node) {
    if (node == null) {
      return;
    }
    if (node instanceof OpApplNode a) {
      applications.add(a);
      if (a.getOperator() instanceof OpDefNode d && d.getParams() != null) {
        FormalParamNode[] parameters = d.getParams();
        for (int i = 0; i < Math.min(parameters.length, a.getArgs().length); i++) {
          arguments.computeIfAbsent(parameters[i], k -> new ArrayList<>()).add(a.getArgs()[i]);
        }
      }
      if (name(a).equals("=") && variable(a.getArgs()[0]) != null) {
        assigned
            .computeIfAbsent(variable(a.getArgs()[0]), k -> new ArrayList<>())
            .add(a.getArgs()[1]);
      }
    }
    if (node instanceof LetInNode l) {
      for (OpDefNode d : l.getLets()) {
        collect(d.getBody());
      }
    }
    SemanticNode[] children = node.getChildren();
    for (int i = 0; children != null && i < children.length; i++) {
      collect(children[i]);
    }
  }

  private static String name(OpApplNode a) {
    return a.getOperator().getName().toString();
  }

  /** The variable that a node is, primed or not. */
  private static SymbolNode variable(SemanticNode node) {
    if (node instanceof OpApplNode a) {
      if (name(a).equals("'")) {
        return variable(a.getArgs()[0]);
      } else if (a.getOperator() instanceof OpDeclNode d
          && d.getKind() == OpDeclNode.VariableDeclKind) {
        return d;
      }
    }
    return null;
  }

  /** The places, as TLA+ tells them. */
  List<String> found() {
    List<String> all = new ArrayList<>();
    for (OpApplNode a : applications) {
      boolean takes = name(a).equals("$Except") || SEQUENCES.contains(name(a));
      if (takes && isLazy(a.getArgs()[0], new HashSet<>())) {
        all.add(name(a) + " at " + a.getLocation());
      }
    }
    return all;
  }

  private boolean isLazy(SemanticNode node, Set<SemanticNode> seen) {
    if (node == null || !seen.add(node) || node instanceof AtNode) {
      return false;
    }
    if (node instanceof OpApplNode a) {
      return anyLazy(comesFrom(a), seen) || CONSTRUCTORS.contains(name(a));
    }
    if (node instanceof LetInNode l) {
      return isLazy(l.getBody(), seen);
    }
    SemanticNode[] children = node.getChildren();
    return children != null && anyLazy(List.of(children), seen);
  }

  /** What the value of an application may be, or hold. */
  private List<? extends SemanticNode> comesFrom(OpApplNode a) {
    SymbolNode operator = a.getOperator();
    List<ExprOrOpArgNode> arguments = List.of(a.getArgs());
    if (NEITHER.contains(name(a)) || CONSTRUCTORS.contains(name(a))) {
      return List.of();
    } else if (operator instanceof FormalParamNode) {
      return this.arguments.getOrDefault(operator, List.of());
    } else if (variable(a) != null) {
      boolean evaluated = viewed.contains(variable(a).getName().toString());
      return evaluated ? List.of() : assigned.getOrDefault(variable(a), List.of());
    } else if (operator instanceof OpDefNode d
        && d.getKind() == OpDefNode.UserDefinedOpKind
        && !d.getOriginallyDefinedInModuleNode().isStandardModule()) {
      return List.of(d.getBody());
    }
    return switch (name(a)) {
      case "$FcnApply", "$RcdSelect" -> arguments.subList(0, 1);
      case "$IfThenElse" -> arguments.subList(1, 3);
      // Of a field or of EXCEPT: not the name or the place.
      case "$Pair" -> arguments.subList(1, 2);
      default -> arguments;
    };
  }

  private boolean anyLazy(List<? extends SemanticNode> nodes, Set<SemanticNode> seen) {
    return nodes.stream().anyMatch(n -> isLazy(n, seen));
  }
}
