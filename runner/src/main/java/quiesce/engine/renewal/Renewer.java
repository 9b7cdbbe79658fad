package quiesce.engine.renewal;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes the renewer of a class, which in Java would be
 *
 * <pre>
 * public class X$Renewer {
 *   static volatile int epoch;    // that the class is ready for
 *   static int begun;             // that it was made ready for, or is being
 *
 *   public static void renew() {
 *     if (epoch != Epoch.now) renewNow();
 *   }
 *
 *   // As the JVM locks a class, and lets the thread pass that is in the middle of it.
 *   private static synchronized void renewNow() {
 *     if (begun == Epoch.now) return;
 *     begun = Epoch.now;
 *     initialise();
 *     epoch = begun;
 *   }
 *
 *   private static void initialise() {
 *     X.field = null;             // and the others
 *     Super$Renewer.renew();
 *     ...                         // what the initialiser of X did
 *   }
 * }
 * </pre>
 */
final class Renewer {
  static final String EPOCH = "quiesce/engine/inside/Epoch";
  private static final int STATIC_SYNTHETIC = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
  private static final String NO_ARGUMENTS = "()V";

  private final String of;
  private final String name;

  Renewer(String of) {
    this.of = of;
    this.name = name(of);
  }

  /** The name of the renewer of a class. */
  static String name(String of) {
    return of + "$Renewer";
  }

  /** Sees to it that a class is ready for this epoch. */
  static AbstractInsnNode question(String of) {
    return call(name(of), "renew");
  }

  /**
   * @param state the static fields
   * @param moved whether they are to be fields of the renewer
   * @param initialiser what set them
   * @param above the superclass that must be ready before
   */
  ClassNode of(
      List<FieldNode> state,
      boolean moved,
      Optional<MethodNode> initialiser,
      Optional<String> above) {
    ClassNode c = new ClassNode();
    c.visit(
        Opcodes.V1_8,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        "java/lang/Object",
        null);
    c.fields.add(field("epoch", Opcodes.ACC_VOLATILE));
    c.fields.add(field("begun", 0));
    if (moved) {
      state.forEach(
          f ->
              c.fields.add(
                  new FieldNode(
                      Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, f.name, f.desc, null, null)));
    }
    c.methods.add(renew());
    c.methods.add(renewNow());
    c.methods.add(initialise(state, moved ? name : of, initialiser, above));
    return c;
  }

  private static FieldNode field(String name, int access) {
    return new FieldNode(STATIC_SYNTHETIC | access, name, "I", null, null);
  }

  private MethodNode renew() {
    MethodNode m = method("renew", Opcodes.ACC_PUBLIC, 2);
    LabelNode ready = new LabelNode();
    m.instructions.add(own(Opcodes.GETSTATIC, "epoch"));
    m.instructions.add(now());
    m.instructions.add(new JumpInsnNode(Opcodes.IF_ICMPEQ, ready));
    m.instructions.add(call(name, "renewNow"));
    end(m, ready);
    return m;
  }

  private MethodNode renewNow() {
    MethodNode m = method("renewNow", Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNCHRONIZED, 2);
    LabelNode begun = new LabelNode();
    m.instructions.add(own(Opcodes.GETSTATIC, "begun"));
    m.instructions.add(now());
    m.instructions.add(new JumpInsnNode(Opcodes.IF_ICMPEQ, begun));
    m.instructions.add(now());
    m.instructions.add(own(Opcodes.PUTSTATIC, "begun"));
    m.instructions.add(call(name, "initialise"));
    m.instructions.add(own(Opcodes.GETSTATIC, "begun"));
    m.instructions.add(own(Opcodes.PUTSTATIC, "epoch"));
    end(m, begun);
    return m;
  }

  private MethodNode initialise(
      List<FieldNode> state,
      String owner,
      Optional<MethodNode> initialiser,
      Optional<String> above) {
    InsnList before = new InsnList();
    for (FieldNode f : state) {
      before.add(new InsnNode(zero(f.desc)));
      before.add(new FieldInsnNode(Opcodes.PUTSTATIC, owner, f.name, f.desc));
    }
    above.ifPresent(superclass -> before.add(question(superclass)));
    MethodNode m = initialiser.orElseGet(() -> method("initialise", 0, 0));
    if (initialiser.isEmpty()) {
      m.instructions.add(new InsnNode(Opcodes.RETURN));
    }
    m.name = "initialise";
    m.access = STATIC_SYNTHETIC | Opcodes.ACC_PRIVATE;
    // A long takes two places.
    m.maxStack = Math.max(2, m.maxStack);
    m.instructions.insert(before);
    return m;
  }

  private static MethodNode method(String name, int access, int stack) {
    MethodNode m = new MethodNode(STATIC_SYNTHETIC | access, name, NO_ARGUMENTS, null, null);
    m.maxStack = stack;
    return m;
  }

  private static void end(MethodNode m, LabelNode label) {
    m.instructions.add(label);
    m.instructions.add(new FrameNode(Opcodes.F_SAME, 0, null, 0, null));
    m.instructions.add(new InsnNode(Opcodes.RETURN));
  }

  private static int zero(String descriptor) {
    return switch (Type.getType(descriptor).getSort()) {
      case Type.OBJECT, Type.ARRAY -> Opcodes.ACONST_NULL;
      case Type.LONG -> Opcodes.LCONST_0;
      case Type.FLOAT -> Opcodes.FCONST_0;
      case Type.DOUBLE -> Opcodes.DCONST_0;
      default -> Opcodes.ICONST_0;
    };
  }

  private FieldInsnNode own(int opcode, String field) {
    return new FieldInsnNode(opcode, name, field, "I");
  }

  private static FieldInsnNode now() {
    return new FieldInsnNode(Opcodes.GETSTATIC, EPOCH, "now", "I");
  }

  private static MethodInsnNode call(String owner, String method) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, owner, method, NO_ARGUMENTS, false);
  }
}
