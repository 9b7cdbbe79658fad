package quiesce.engine.renewal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Changes one class. Its initialiser goes to a class of its own, its <em>renewer</em>, which is
 * asked wherever the class may be used for the first time: at the beginning of static methods and
 * constructors, where somebody else reads or writes one of its static fields, and where it is
 * looked up by its name. (In a class of its own since TLC looks at the methods of some of its
 * classes.) The fields of an interface cannot be set twice, and go along.
 */
final class RenewedClass {
  private static final String POOLS = "quiesce/engine/inside/Pools";
  private static final int NOT_FINAL_NOR_PRIVATE = ~(Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE);
  private static final int NOT_PRIVATE = ~Opcodes.ACC_PRIVATE;

  /** Static methods of Java, and the class that has another of the same name to call for it. */
  private static final Map<String, String> REPLACED =
      Map.of(
          "java/lang/Class.forName(Ljava/lang/String;)Ljava/lang/Class;",
          Renewer.EPOCH,
          "java/util/concurrent/Executors.newFixedThreadPool(I)Ljava/util/concurrent/ExecutorService;",
          POOLS,
          "java/util/concurrent/Executors.newSingleThreadExecutor()Ljava/util/concurrent/ExecutorService;",
          POOLS);

  private final ClassNode node;
  private final ClassWorld world;

  RenewedClass(ClassNode node, ClassWorld world) {
    this.node = node;
    this.world = world;
  }

  /** Changes the class in place, and makes its renewer, if it has state. */
  Optional<ClassNode> renew() {
    node.methods.forEach(this::changeUses);
    if (!world.isStateful(node)) {
      return Optional.empty();
    }
    Renewer renewer = new Renewer(node.name);
    List<FieldNode> state = node.fields.stream().filter(ClassWorld::isState).toList();
    Optional<MethodNode> initialiser = ClassWorld.initialiser(node);
    initialiser.ifPresent(this::openWhatItUses);
    initialiser.ifPresent(node.methods::remove);
    node.methods.stream().filter(RenewedClass::isEntrance).forEach(this::askFirst);
    boolean moved = ClassWorld.isInterface(node);
    if (!moved) {
      state.forEach(f -> f.access &= NOT_FINAL_NOR_PRIVATE);
    }
    return Optional.of(
        renewer.of(
            state,
            moved,
            initialiser,
            moved ? Optional.empty() : world.statefulAncestor(node).map(c -> c.name)));
  }

  private static boolean isEntrance(MethodNode m) {
    boolean concrete = (m.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    return concrete && ((m.access & Opcodes.ACC_STATIC) != 0 || m.name.equals("<init>"));
  }

  private void askFirst(MethodNode m) {
    m.instructions.insert(Renewer.question(node.name));
  }

  private void changeUses(MethodNode m) {
    for (AbstractInsnNode instruction : m.instructions.toArray()) {
      if (instruction instanceof FieldInsnNode use
          && (use.getOpcode() == Opcodes.GETSTATIC || use.getOpcode() == Opcodes.PUTSTATIC)) {
        world
            .declaring(use.owner, use.name, use.desc)
            .filter(world::isStateful)
            .filter(
                c ->
                    ClassWorld.field(c, use.name, use.desc).filter(ClassWorld::isState).isPresent())
            .ifPresent(c -> changeUse(m, use, c));
      } else if (instruction instanceof MethodInsnNode call) {
        call.owner = REPLACED.getOrDefault(call.owner + "." + call.name + call.desc, call.owner);
      }
    }
  }

  private void changeUse(MethodNode m, FieldInsnNode use, ClassNode declaring) {
    boolean moved = ClassWorld.isInterface(declaring);
    if (moved || declaring != node && !world.isAncestor(declaring, node)) {
      m.instructions.insertBefore(use, Renewer.question(declaring.name));
    }
    if (moved) {
      use.owner = Renewer.name(declaring.name);
    }
  }

  /** The renewer is another class: what the initialiser uses must not be private. */
  private void openWhatItUses(MethodNode initialiser) {
    for (AbstractInsnNode instruction : initialiser.instructions) {
      if (instruction instanceof MethodInsnNode call) {
        open(call.owner, call.name, call.desc);
      } else if (instruction instanceof InvokeDynamicInsnNode call) {
        for (Object argument : call.bsmArgs) {
          if (argument instanceof Handle handle) {
            open(handle.getOwner(), handle.getName(), handle.getDesc());
          }
        }
      } else if (instruction instanceof FieldInsnNode use && use.owner.equals(node.name)) {
        ClassWorld.field(node, use.name, use.desc).ifPresent(f -> f.access &= NOT_PRIVATE);
      }
    }
  }

  private void open(String owner, String name, String descriptor) {
    if (owner.equals(node.name)) {
      node.methods.stream()
          .filter(m -> m.name.equals(name) && m.desc.equals(descriptor))
          .forEach(m -> m.access &= NOT_PRIVATE);
    }
  }
}
