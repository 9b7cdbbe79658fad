package quiesce.engine.renewal;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** All classes of a program: which of them have state of their own, and who declares what. */
final class ClassWorld {
  static final String INITIALISER = "<clinit>";
  private static final String PRIMITIVE_OR_STRING = "[ZBCSIJFD]|Ljava/lang/String;";

  private final Map<String, ClassNode> byName = new TreeMap<>();
  private final Set<String> stateful = new HashSet<>();

  void add(ClassNode c) {
    byName.put(c.name, c);
    // Asked now: a class that has been renewed does not look as if it were to be.
    if (!isEnumeration(c)
        && (initialiser(c).isPresent() || c.fields.stream().anyMatch(ClassWorld::isState))) {
      stateful.add(c.name);
    }
  }

  Stream<ClassNode> classes() {
    return byName.values().stream();
  }

  static boolean isInterface(ClassNode c) {
    return (c.access & Opcodes.ACC_INTERFACE) != 0;
  }

  static boolean isEnumeration(ClassNode c) {
    return "java/lang/Enum".equals(c.superName);
  }

  /** A static field that is set when the class is initialised, or later. */
  static boolean isState(FieldNode f) {
    return (f.access & Opcodes.ACC_STATIC) != 0 && f.value == null;
  }

  static Optional<MethodNode> initialiser(ClassNode c) {
    return c.methods.stream().filter(m -> m.name.equals(INITIALISER)).findFirst();
  }

  /** Whether the class is to be renewed. */
  boolean isStateful(ClassNode c) {
    return stateful.contains(c.name);
  }

  /** Whether an enumeration is its constants, and these are the same whenever they are made. */
  boolean isConstant(ClassNode enumeration) {
    String own = "L" + enumeration.name + ";";
    return enumeration.fields.stream()
        .allMatch(
            f ->
                (f.access & Opcodes.ACC_FINAL) != 0
                    && (f.desc.matches(PRIMITIVE_OR_STRING)
                        || (f.access & Opcodes.ACC_STATIC) != 0
                            && (f.desc.equals(own) || f.desc.equals("[" + own))));
  }

  /** The nearest superclass that is renewed. */
  Optional<ClassNode> statefulAncestor(ClassNode c) {
    Optional<ClassNode> above = find(c.superName);
    return above.isEmpty() || isStateful(above.get()) ? above : statefulAncestor(above.get());
  }

  boolean isAncestor(ClassNode above, ClassNode c) {
    Optional<ClassNode> parent = find(c.superName);
    return parent.isPresent() && (parent.get() == above || isAncestor(above, parent.get()));
  }

  /** The class that declares a field, by the Java Virtual Machine Specification, 5.4.3.2. */
  Optional<ClassNode> declaring(String owner, String name, String descriptor) {
    Optional<ClassNode> c = find(owner);
    if (c.isEmpty() || declares(c.get(), name, descriptor)) {
      return c;
    }
    return Stream.concat(c.get().interfaces.stream(), Stream.ofNullable(c.get().superName))
        .flatMap(above -> declaring(above, name, descriptor).stream())
        .findFirst();
  }

  private static boolean declares(ClassNode c, String name, String descriptor) {
    return field(c, name, descriptor).isPresent();
  }

  static Optional<FieldNode> field(ClassNode c, String name, String descriptor) {
    return c.fields.stream()
        .filter(f -> f.name.equals(name) && f.desc.equals(descriptor))
        .findFirst();
  }

  private Optional<ClassNode> find(String name) {
    return name == null ? Optional.empty() : Optional.ofNullable(byName.get(name));
  }
}
